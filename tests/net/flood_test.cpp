// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/net_rig.h"
#include "tests/support/raw_tls.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace inloop::net {
namespace {

using support::must;
using support::RawTls;

// A server in a process of its own, whose memory is its alone.
class ServerProcess {
public:
    ServerProcess() {
        std::array<int, 2> from_child{};
        std::array<int, 2> to_child{};
        EXPECT_EQ(::pipe(from_child.data()) + ::pipe(to_child.data()), 0);
        m_end = to_child[1];
        std::fflush(nullptr); // what is not yet printed is not printed twice
        m_child = ::fork();
        if (m_child == 0) {
            ::close(to_child[1]);
            serve(from_child[1], to_child[0]);
        }
        ::close(to_child[0]);
        ::close(from_child[1]);
        EXPECT_EQ(::read(from_child[0], &port, sizeof port), static_cast<ssize_t>(sizeof port));
        EXPECT_EQ(::read(from_child[0], key.data(), key.size()), static_cast<ssize_t>(key.size()));
        ::close(from_child[0]);
    }
    ServerProcess(ServerProcess const&) = delete;
    ServerProcess& operator=(ServerProcess const&) = delete;
    ~ServerProcess() {
        ::close(m_end);
        int status = -1;
        ::waitpid(m_child, &status, 0);
        EXPECT_EQ(status, 0) << "the server did not end by itself";
    }

    [[nodiscard]] std::size_t resident_bytes() const {
        std::ifstream statm("/proc/" + std::to_string(m_child) + "/statm");
        std::size_t all = 0;
        std::size_t resident = 0;
        statm >> all >> resident;
        return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    }
    [[nodiscard]] platform::HttpCall call() const {
        return {.url = "https://127.0.0.1:" + std::to_string(port) + "/", .server_key = key};
    }

    std::uint16_t port = 0;
    ByteArray<32> key{};

private:
    [[noreturn]] static void serve(int say, int hear) {
        support::NetRig rig({.identity = support::new_identity(), .connections_per_address = 0});
        auto const at = rig.server->port();
        if (::write(say, &at, sizeof at) < 0 || ::write(say, rig.key.data(), rig.key.size()) < 0) {
            ::_exit(1);
        }
        char nothing = 0;
        (void)!::read(hear, &nothing, 1); // until the test ends
        rig.server.reset();
        ::_exit(0);
    }

    pid_t m_child = -1;
    int m_end = -1;
};

// 500 sockets here and as many in the child are more than some shells allow.
void allow_many_descriptors() {
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

double milliseconds_of(platform::HttpClient& client, platform::HttpCall const& call) {
    auto const begin = std::chrono::steady_clock::now();
    auto const answer = client.send(call);
    EXPECT_TRUE(answer) << (answer ? "" : answer.error().message);
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
        .count();
}

constexpr std::size_t kMiB = 1'048'576;

// Sanitizers keep freed memory and shadows of it: their growth says nothing.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::size_t kInstrumented = 100;
#else
constexpr std::size_t kInstrumented = 1;
#endif

struct Flood : testing::Test {
    Flood() { ::unsetenv("https_proxy"); }
    bool const many = (allow_many_descriptors(), true);
    ServerProcess server; // before every thread of this process
    std::unique_ptr<HttpsClient> client = must(HttpsClient::create());
    double const at_rest = milliseconds_of(*client, server.call());
    std::size_t const before = server.resident_bytes();

    void report(char const* what) {
        // A connection of its own, as an honest stranger has.
        auto const fresh = must(HttpsClient::create());
        double const took = milliseconds_of(*fresh, server.call());
        auto const grown = server.resident_bytes() - std::min(before, server.resident_bytes());
        std::cout << what << ": honest request " << took << " ms (at rest " << at_rest
                  << " ms), server grew " << grown / 1024 << " KiB\n";
        growth = grown;
    }
    std::size_t growth = 0;
};

TEST_F(Flood, AnswersBeside500HalfOpenConnectionsAndAnEndlessHeader) {
    // given
    std::vector<int> half_open;
    for (int i = 0; i < 500; ++i) {
        half_open.push_back(support::connect_to(server.port));
        ASSERT_GE(half_open.back(), 0);
    }
    auto endless = RawTls::connect(server.port);
    ASSERT_TRUE(endless && endless->send("GET / HTTP/1.1\r\nX-Line: "));
    std::string const piece(kMiB, 'a');
    std::size_t sent = 0;
    while (sent < 200 && endless->send(piece)) {
        ++sent;
    }
    // then
    report("500 half-open connections and an endless header line");
    EXPECT_LT(sent, 200U) << "the header line was not cut off";
    EXPECT_LT(growth, 8 * kMiB * kInstrumented);
    for (int const socket : half_open) {
        ::close(socket);
    }
}

TEST_F(Flood, AnswersBeside500HalfRequests) {
    // given
    std::vector<RawTls> half_requests;
    for (int i = 0; i < 500; ++i) {
        auto connection = RawTls::connect(server.port);
        ASSERT_TRUE(connection && connection->send("GET / HTTP/1.1\r\nX: "));
        half_requests.push_back(std::move(*connection));
    }
    // then
    report("500 half requests over TLS");
    EXPECT_LT(growth, 48 * kMiB * kInstrumented);
}

} // namespace
} // namespace inloop::net
