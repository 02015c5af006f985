// SPDX-License-Identifier: EUPL-1.2
#include "platform/net/https_server.h"
#include "tests/support/net_rig.h"
#include "tests/support/raw_tls.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>

namespace inloop::net {
namespace {

using support::NetRig;
using support::RawTls;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr int kLong = 5000; // ms; every deadline here is far shorter
constexpr int kDrip = 20; // ms between two bytes

// A server that is patient between two bytes and has little time for a whole request.
ServerSpec hurried() {
    return {.identity = support::new_identity(),
            .idle_timeout = std::chrono::seconds(30),
            .request_deadline = Milliseconds(300)};
}

class HostileRequests : public testing::Test {
protected:
    // What the server says to one connection until it closes it; "" when it just closes.
    [[nodiscard]] std::string answer_to(std::string_view bytes) const {
        auto client = RawTls::connect(rig.server->port());
        if (!client) {
            return "no connection";
        }
        (void)client->send(bytes);
        return client->receive();
    }
    // A request line with these further lines; the connection closes after it.
    [[nodiscard]] std::string answer_to(std::string const& line, std::string const& more) const {
        return answer_to(line + "\r\nHost: a\r\nConnection: close\r\n" + more + "\r\n");
    }

    NetRig rig;
};

TEST_F(HostileRequests, RefusesOtherMethods) {
    for (std::string const method :
         {"PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "CONNECT", "PROPFIND", "get", "G"}) {
        EXPECT_THAT(answer_to(method + " / HTTP/1.1", ""),
                    AllOf(StartsWith("HTTP/1.1 405"), HasSubstr("allow: GET, HEAD, POST")))
            << method;
    }
    EXPECT_EQ(rig.handler.count(), 0U);
    EXPECT_THAT(answer_to("POST / HTTP/1.1", "Content-Length: 0\r\n"), StartsWith("HTTP/1.1 200"));
}

TEST_F(HostileRequests, RefusesLargerBodiesThanTheHandlerTakes) {
    // given
    rig.handler.limit = 10;
    // then the body is not waited for
    EXPECT_THAT(answer_to("POST / HTTP/1.1", "Content-Length: 11\r\n"), StartsWith("HTTP/1.1 413"));
    EXPECT_THAT(answer_to("POST / HTTP/1.1", "Content-Length: 18446744073709551615\r\n"),
                AllOf(Not(StartsWith("HTTP/1.1 2")), Not("no connection")));
    EXPECT_THAT(answer_to("POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                          "Transfer-Encoding: chunked\r\n\r\nb\r\n0123456789a\r\n0\r\n\r\n"),
                StartsWith("HTTP/1.1 413"));
    EXPECT_EQ(rig.handler.count(), 0U);
    // and one of just that size is taken
    EXPECT_THAT(answer_to("POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                          "Content-Length: 10\r\n\r\n0123456789"),
                StartsWith("HTTP/1.1 200"));
}

TEST_F(HostileRequests, EndsABodyWithoutEnd) {
    auto client = RawTls::connect(rig.server->port());
    ASSERT_TRUE(client && client->send("POST / HTTP/1.1\r\nHost: a\r\n"
                                       "Transfer-Encoding: chunked\r\n\r\n"));
    std::string const chunk = "1000\r\n" + std::string(4096, 'a') + "\r\n";
    int sent = 0;
    while (sent < 10'000 && client->send(chunk)) {
        ++sent;
    }
    EXPECT_LT(sent, 10'000);
    EXPECT_EQ(rig.handler.count(), 0U);
}

TEST_F(HostileRequests, RefusesDoubtfulLengths) {
    for (std::string const lengths :
         {"Content-Length: 5\r\nContent-Length: 5\r\n",
          "Content-Length: 5\r\nContent-Length: 6\r\n", "Content-Length: -5\r\n",
          "Content-Length: 5x\r\n", "Content-Length: +5\r\n", "Content-Length: 5, 5\r\n",
          "Content-Length: 99999999999999999999999\r\n",
          "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "Transfer-Encoding: gzip\r\n",
          "Transfer-Encoding: gzip, chunked\r\n", "Transfer-Encoding: xchunked\r\n",
          "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n"}) {
        auto const answer = answer_to("POST / HTTP/1.1", lengths + "X: y\r\n");
        EXPECT_THAT(answer, StartsWith("HTTP/1.1 4")) << lengths;
    }
    EXPECT_EQ(rig.handler.count(), 0U);
}

TEST_F(HostileRequests, RefusesChunksThatAreNone) {
    for (std::string const chunks :
         {"zz\r\nabc\r\n0\r\n\r\n", "-1\r\na\r\n0\r\n\r\n", "3\r\nabcdef\r\n0\r\n\r\n",
          "fffffffffffffffffff\r\na\r\n0\r\n\r\n", "\r\n\r\n", "0x3\r\nabc\r\n0\r\n\r\n"}) {
        auto const answer = answer_to("POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                                      "Transfer-Encoding: chunked\r\n\r\n" +
                                      chunks);
        EXPECT_THAT(answer, AllOf(Not(StartsWith("HTTP/1.1 2")), Not("no connection"))) << chunks;
    }
    EXPECT_EQ(rig.handler.count(), 0U);
}

TEST_F(HostileRequests, RefusesHeadersThatMayStandOnceOnly) {
    for (std::string const name : {"Host", "Cookie", "cookie", "Authorization", "Content-Type",
                                   "Origin", "Sec-Fetch-Site", "Inloop-Device"}) {
        std::string const line = name + ": a\r\n";
        EXPECT_THAT(answer_to("GET / HTTP/1.1", line + line), StartsWith("HTTP/1.1 400")) << name;
    }
    EXPECT_EQ(rig.handler.count(), 0U);
    // and others may stand twice
    EXPECT_THAT(answer_to("GET / HTTP/1.1", "Accept: a\r\nCookie: b\r\nACCEPT: c\r\n"),
                StartsWith("HTTP/1.1 200"));
    EXPECT_EQ(std::ranges::count(rig.handler.requests().front().headers, "accept",
                                 &platform::HttpHeader::name),
              2);
}

TEST_F(HostileRequests, RefusesHeadersThatAreNone) {
    for (std::string const header : {"Cookie : a", "Coo kie: a", "Coo\tkie: a", "Caf\xc3\xa9: a",
                                     "X(y): a", "X: a\x01", "X: a\x7f", "no colon"}) {
        EXPECT_THAT(answer_to("GET / HTTP/1.1", header + "\r\n"), StartsWith("HTTP/1.1 400"))
            << header;
    }
    EXPECT_EQ(rig.handler.count(), 0U);
    EXPECT_THAT(answer_to("GET / HTTP/1.1", "X-Y_z!: a\tb\r\n: a\r\n"), StartsWith("HTTP/1.1 200"));
    auto const request = rig.handler.requests().front();
    EXPECT_EQ(platform::first_of(request.headers, "x-y_z!"), "a\tb");
    // One without a name does not get as far as us.
    EXPECT_FALSE(platform::first_of(request.headers, ""));
}

TEST_F(HostileRequests, RefusesPathsAndQueriesThatAreNotPlain) {
    for (std::string const target :
         {"/../a", "/a/%2e%2e/b", "/a%2Fb", "/a%5cb", "/a%00b", "/%ff", "/a\\b", "/%", "*",
          "http://a/b", "/?q=%00", "/?q=%ff", "/?%=1", "/?q=%zz"}) {
        EXPECT_THAT(answer_to("GET " + target + " HTTP/1.1", ""), StartsWith("HTTP/1.1 4"))
            << target;
    }
    EXPECT_EQ(rig.handler.count(), 0U);
    EXPECT_THAT(answer_to("GET /caf%C3%A9?q=%e2%82%ac+1%2B1&q HTTP/1.1", ""),
                StartsWith("HTTP/1.1 200"));
    auto const request = rig.handler.requests().front();
    EXPECT_EQ(request.path, "/café");
    EXPECT_THAT(request.query, testing::ElementsAre(platform::HttpHeader{"q", "€ 1+1"},
                                                    platform::HttpHeader{"q", ""}));
}

TEST_F(HostileRequests, SurvivesWhatIsNoHttp) {
    using namespace std::string_view_literals;
    for (std::string_view const bytes :
         {"\r\n\r\n\r\n"sv, "\0\0\0\0\r\n\r\n"sv, "GET\r\n\r\n"sv, "GET / HTTP/9.9\r\n\r\n"sv,
          "GET / HTTP/1.1\r\n\r\n"sv, "GET  /  HTTP/1.1\r\nHost: a\r\n\r\n"sv,
          "GET / HTTP/1.1\r\nno colon\r\nHost: a\r\n\r\n"sv, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"sv,
          "\x16\x03\x01\x02\x00\x01\x00"sv}) {
        auto client = RawTls::connect(rig.server->port());
        ASSERT_TRUE(client && client->send(bytes) && client->finish());
        EXPECT_THAT(client->receive(), Not(StartsWith("HTTP/1.1 2"))) << bytes;
    }
    EXPECT_EQ(rig.handler.count(), 0U);
    EXPECT_THAT(answer_to("GET / HTTP/1.1", ""), StartsWith("HTTP/1.1 200"));
}

TEST_F(HostileRequests, SaysNothingOfTheRequestInARefusal) {
    EXPECT_THAT(answer_to("GET /%ff<script>secret HTTP/1.1", "X-Secret: secret\r\n"),
                AllOf(StartsWith("HTTP/1.1 400"), Not(HasSubstr("secret"))));
}

TEST(SlowRequests, ACallerWhoSaysNothingIsCutOff) {
    NetRig const rig(hurried());
    int const socket = support::connect_to(rig.server->port());
    EXPECT_TRUE(support::closes_within(socket, kLong));
    ::close(socket);
}

TEST(SlowRequests, ACallerWhoSaysNothingAfterTheHandshakeIsCutOff) {
    NetRig const rig(hurried());
    auto client = RawTls::connect(rig.server->port());
    ASSERT_TRUE(client);
    EXPECT_TRUE(client->closes_within(kLong));
}

// How many single bytes the server takes after `begin`, at most 250 (five seconds).
int drips_taken(NetRig const& rig, std::string_view begin) {
    auto client = RawTls::connect(rig.server->port());
    EXPECT_TRUE(client && client->send(begin));
    int taken = 0;
    while (taken < 250 && !client->closes_within(kDrip) && client->send("a")) {
        ++taken;
    }
    return taken;
}

TEST(SlowRequests, ABodyThatDripsIsCutOff) {
    NetRig const rig(hurried());
    int const taken = drips_taken(rig, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\n");
    EXPECT_GT(taken, 0);
    EXPECT_LT(taken, 250);
    EXPECT_EQ(rig.handler.count(), 0U);
}

TEST(SlowRequests, AHeaderThatDripsIsCutOff) {
    NetRig const rig(hurried());
    int const taken = drips_taken(rig, "GET / HTTP/1.1\r\nHost: ");
    EXPECT_GT(taken, 0);
    EXPECT_LT(taken, 250);
}

TEST(SlowRequests, TheSameBytesInTimeAreTaken) {
    NetRig const rig;
    auto client = RawTls::connect(rig.server->port());
    ASSERT_TRUE(client && client->send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 20\r\n\r\n"));
    for (int i = 0; i < 20; ++i) {
        EXPECT_FALSE(client->closes_within(kDrip));
        ASSERT_TRUE(client->send("a"));
    }
    EXPECT_THAT(client->receive_until("fine"), StartsWith("HTTP/1.1 200"));
}

} // namespace
} // namespace inloop::net
