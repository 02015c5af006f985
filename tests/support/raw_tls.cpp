// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/raw_tls.h"

#include <arpa/inet.h>
#include <gnutls/gnutls.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <span>
#include <stdexcept>
#include <utility>

namespace inloop::support {

namespace {

constexpr timeval kPatience{.tv_sec = 10, .tv_usec = 0};

sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

sockaddr* generic(sockaddr_in& address) {
    return static_cast<sockaddr*>(static_cast<void*>(&address));
}

void be_patient(int socket) {
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &kPatience, sizeof kPatience);
    ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &kPatience, sizeof kPatience);
    int const yes = 1; // else every first word waits 40 ms for the word before it
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
}

gnutls_datum_t datum_of(std::string const& text) {
    return {static_cast<unsigned char*>(static_cast<void*>(const_cast<char*>(text.data()))),
            static_cast<unsigned>(text.size())};
}

} // namespace

int connect_to(std::uint16_t port) {
    int const socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    auto address = loopback(port);
    if (socket >= 0 && ::connect(socket, generic(address), sizeof address) != 0) {
        ::close(socket);
        return -1;
    }
    be_patient(socket);
    return socket;
}

bool closes_within(int socket, int milliseconds) {
    using namespace std::chrono;
    auto const end = steady_clock::now() + std::chrono::milliseconds(milliseconds);
    std::array<char, 4096> heard{};
    for (;;) {
        auto const left = duration_cast<std::chrono::milliseconds>(end - steady_clock::now());
        pollfd wait{.fd = socket, .events = POLLIN, .revents = 0};
        if (left.count() <= 0 || ::poll(&wait, 1, static_cast<int>(left.count())) == 0) {
            return false;
        }
        if (::recv(socket, heard.data(), heard.size(), 0) <= 0) {
            return true;
        }
    }
}

struct RawTls::Session {
    int socket = -1;
    gnutls_certificate_credentials_t credentials = nullptr;
    gnutls_session_t tls = nullptr;

    Session() { gnutls_certificate_allocate_credentials(&credentials); }
    Session(Session const&) = delete;
    Session& operator=(Session const&) = delete;
    ~Session() {
        if (tls != nullptr) {
            gnutls_deinit(tls);
        }
        gnutls_certificate_free_credentials(credentials);
        if (socket >= 0) {
            ::close(socket);
        }
    }
    ssize_t say(std::string_view bytes) const {
        return tls == nullptr ? ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL)
                              : gnutls_record_send(tls, bytes.data(), bytes.size());
    }
    ssize_t hear(std::span<char> room) const {
        return tls == nullptr ? ::recv(socket, room.data(), room.size(), 0)
                              : gnutls_record_recv(tls, room.data(), room.size());
    }
    bool shake_hands(unsigned side, char const* priorities) {
        if (gnutls_init(&tls, side | GNUTLS_NO_SIGNAL) < 0 ||
            gnutls_priority_set_direct(tls, priorities, nullptr) < 0 ||
            gnutls_credentials_set(tls, GNUTLS_CRD_CERTIFICATE, credentials) < 0) {
            throw std::runtime_error("GnuTLS does not take these settings");
        }
        gnutls_transport_set_int(tls, socket);
        int result = 0;
        do {
            result = gnutls_handshake(tls);
        } while (result < 0 && result != GNUTLS_E_AGAIN && gnutls_error_is_fatal(result) == 0);
        return result >= 0;
    }
};

RawTls::RawTls(std::unique_ptr<Session> session) : m_session(std::move(session)) {}
RawTls::RawTls(RawTls&&) noexcept = default;
RawTls& RawTls::operator=(RawTls&&) noexcept = default;
RawTls::~RawTls() = default;

std::optional<RawTls> RawTls::connect(std::uint16_t port, char const* priorities) {
    auto session = std::make_unique<Session>();
    session->socket = connect_to(port);
    if (session->socket < 0 || !session->shake_hands(GNUTLS_CLIENT, priorities)) {
        return std::nullopt;
    }
    return RawTls(std::move(session));
}

std::optional<RawTls> RawTls::accept(int socket, std::string const& certificate,
                                     std::string const& key, char const* priorities) {
    auto session = std::make_unique<Session>();
    session->socket = socket;
    be_patient(socket);
    if (std::string_view(priorities).empty()) {
        return RawTls(std::move(session));
    }
    auto const certificate_pem = datum_of(certificate);
    auto const key_pem = datum_of(key);
    if (gnutls_certificate_set_x509_key_mem(session->credentials, &certificate_pem, &key_pem,
                                            GNUTLS_X509_FMT_PEM) < 0) {
        throw std::runtime_error("GnuTLS does not take the certificate");
    }
    if (!session->shake_hands(GNUTLS_SERVER, priorities)) {
        return std::nullopt;
    }
    return RawTls(std::move(session));
}

bool RawTls::send(std::string_view bytes) {
    while (!bytes.empty()) {
        ssize_t const sent = m_session->say(bytes);
        if (sent < 0 && sent != GNUTLS_E_INTERRUPTED) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(sent > 0 ? sent : 0));
    }
    return true;
}

bool RawTls::finish() {
    return gnutls_bye(m_session->tls, GNUTLS_SHUT_WR) >= 0;
}

std::string RawTls::receive(std::size_t limit) {
    std::string heard;
    std::array<char, 16'384> piece{};
    while (heard.size() < limit) {
        ssize_t const got =
            m_session->hear(std::span(piece).first(std::min(piece.size(), limit - heard.size())));
        if (got == GNUTLS_E_INTERRUPTED) {
            continue;
        }
        if (got <= 0) {
            break;
        }
        heard.append(piece.data(), static_cast<std::size_t>(got));
    }
    return heard;
}

std::string RawTls::receive_until(std::string_view end) {
    std::string heard;
    while (heard.find(end) == std::string::npos) {
        std::string const next = receive(1);
        if (next.empty()) {
            break;
        }
        heard += next;
    }
    return heard;
}

bool RawTls::closes_within(int milliseconds) {
    return gnutls_record_check_pending(m_session->tls) == 0 &&
           support::closes_within(m_session->socket, milliseconds);
}

RawTlsServer::RawTlsServer(std::string certificate, std::string key, std::string answer,
                           char const* priorities)
    : m_certificate(std::move(certificate))
    , m_key(std::move(key))
    , m_answer(std::move(answer))
    , m_priorities(priorities)
    , m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    auto address = loopback(0);
    socklen_t size = sizeof address;
    if (::bind(m_listener, generic(address), size) != 0 || ::listen(m_listener, 16) != 0 ||
        ::getsockname(m_listener, generic(address), &size) != 0) {
        throw std::runtime_error("no port on loopback");
    }
    m_port = ntohs(address.sin_port);
    m_thread = std::jthread([this] { serve(); });
}

RawTlsServer::~RawTlsServer() {
    m_ending = true;
    ::shutdown(m_listener, SHUT_RDWR); // ends its accept()
    m_thread.join();
    ::close(m_listener);
}

std::string RawTlsServer::asked() const {
    std::scoped_lock const lock(m_mutex);
    return m_asked;
}

void RawTlsServer::serve() {
    while (!m_ending) {
        int const socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0) {
            continue;
        }
        ++m_connections;
        if (auto client = RawTls::accept(socket, m_certificate, m_key, m_priorities)) {
            talk(*client);
        }
    }
}

void RawTlsServer::talk(RawTls& client) {
    for (;;) {
        std::string const heard = client.receive_until("\r\n\r\n");
        {
            std::scoped_lock const lock(m_mutex);
            m_asked += heard;
        }
        if (!heard.ends_with("\r\n\r\n") || !client.send(m_answer)) {
            return;
        }
    }
}

} // namespace inloop::support
