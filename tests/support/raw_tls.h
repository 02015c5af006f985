// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

namespace inloop::support {

inline constexpr char const* kTls13 = "NORMAL:-VERS-ALL:+VERS-TLS1.3";
inline constexpr char const* kTls12 = "NORMAL:-VERS-ALL:+VERS-TLS1.2";

inline constexpr char const* kPlain = ""; // RawTlsServer without TLS

// A TCP connection to a port of this machine; -1 when there is none.
[[nodiscard]] int connect_to(std::uint16_t port);

// Whether the other end closes the connection within the time; what it says before is thrown away.
[[nodiscard]] bool closes_within(int socket, int milliseconds);

// The far end of a TLS connection, on which a test says exactly what it likes. Nothing waits longer
// than 10 s. Certificates are not looked at. One thread.
class RawTls {
public:
    // nullopt when there is no connection or no agreement on TLS.
    [[nodiscard]] static std::optional<RawTls> connect(std::uint16_t port,
                                                       char const* priorities = kTls13);
    // The server's side of an accepted socket, which this owns.
    [[nodiscard]] static std::optional<RawTls> accept(int socket, std::string const& certificate,
                                                      std::string const& key,
                                                      char const* priorities);
    RawTls(RawTls const&) = delete;
    RawTls& operator=(RawTls const&) = delete;
    RawTls(RawTls&&) noexcept;
    RawTls& operator=(RawTls&&) noexcept;
    ~RawTls();

    // False when the other end has closed.
    [[nodiscard]] bool send(std::string_view bytes);
    // Says that nothing more comes; the other end may go on.
    [[nodiscard]] bool finish();
    // What comes until the other end closes, at most `limit` bytes.
    [[nodiscard]] std::string receive(std::size_t limit = 1'000'000);
    // What comes until `end` has come, or the other end closes.
    [[nodiscard]] std::string receive_until(std::string_view end);
    // Whether the other end closes within the time, unless it says something first.
    [[nodiscard]] bool closes_within(int milliseconds);

private:
    struct Session;
    explicit RawTls(std::unique_ptr<Session> session);
    std::unique_ptr<Session> m_session;
};

// A TLS server that answers each request (what ends with an empty line) with the same bytes and
// keeps what it was asked. On a thread of its own.
class RawTlsServer {
public:
    RawTlsServer(std::string certificate, std::string key, std::string answer,
                 char const* priorities = kTls13);
    RawTlsServer(RawTlsServer const&) = delete;
    RawTlsServer& operator=(RawTlsServer const&) = delete;
    ~RawTlsServer();

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] std::string asked() const; // all that came, decrypted
    [[nodiscard]] int connections() const { return m_connections; }

private:
    void serve();
    void talk(RawTls& client);

    std::string m_certificate;
    std::string m_key;
    std::string m_answer;
    char const* m_priorities;
    int m_listener = -1;
    std::uint16_t m_port = 0;
    std::atomic<int> m_connections = 0;
    std::atomic<bool> m_ending = false;
    mutable std::mutex m_mutex;
    std::string m_asked;
    std::jthread m_thread; // last: it uses what stands above
};

} // namespace inloop::support
