// SPDX-License-Identifier: EUPL-1.2
#include "platform/net/https_server.h"
#include "tests/support/net_rig.h"
#include "tests/support/raw_tls.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <array>
#include <barrier>
#include <future>
#include <memory>
#include <semaphore>
#include <stdexcept>
#include <string>
#include <vector>

namespace inloop::net {
namespace {

using platform::HttpRequest;
using platform::HttpResponse;
using support::NetRig;
using support::RawTls;
using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr char const* kGet = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
constexpr char const* kLastGet = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

// What the server says to one connection until it closes it.
std::string answer_to(NetRig const& rig, std::string const& bytes) {
    auto client = RawTls::connect(rig.server->port());
    if (!client) {
        return "no connection";
    }
    (void)client->send(bytes);
    return client->receive();
}

TEST(HttpsServer, SpeaksTls13AndNothingOlder) {
    NetRig const rig;
    EXPECT_TRUE(RawTls::connect(rig.server->port(), support::kTls13));
    EXPECT_FALSE(RawTls::connect(rig.server->port(), support::kTls12));
    EXPECT_FALSE(RawTls::connect(rig.server->port(), "NORMAL:-VERS-ALL:+VERS-TLS1.1"));
}

TEST(HttpsServer, AnswersTwoRequestsOnOneConnection) {
    NetRig const rig;
    auto client = RawTls::connect(rig.server->port());
    ASSERT_TRUE(client);
    for (int i = 0; i < 2; ++i) {
        ASSERT_TRUE(client->send(kGet));
        EXPECT_THAT(client->receive_until("fine"), StartsWith("HTTP/1.1 200 OK\r\n"));
    }
    EXPECT_EQ(rig.handler.count(), 2U);
}

TEST(HttpsServer, GivesTheHeadersOfTheHandlerAndNoOthers) {
    NetRig const rig;
    std::string answer = answer_to(rig, kLastGet);
    auto const date = answer.find("Date: ");
    ASSERT_NE(date, std::string::npos);
    answer.erase(date, answer.find("\r\n", date) + 2 - date);
    EXPECT_EQ(answer, "HTTP/1.1 200 OK\r\nConnection: close\r\ncontent-type: text/plain\r\n"
                      "Content-Length: 4\r\n\r\nfine");
}

TEST(HttpsServer, AnswersHeadAsGetWithoutABody) {
    NetRig const rig;
    auto const answer = answer_to(rig, "HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_THAT(answer, AllOf(StartsWith("HTTP/1.1 200"), HasSubstr("Content-Length: 4"),
                              EndsWith("\r\n\r\n")));
    EXPECT_EQ(rig.handler.requests().front().method, "GET");
}

TEST(HttpsServer, TakesABodyOfUnknownLength) {
    NetRig const rig;
    auto const answer =
        answer_to(rig, "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                       "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 200"));
    EXPECT_EQ(support::text_of(rig.handler.requests().front().body), "abcde");
}

TEST(HttpsServer, HidesWhatAHandlerThrew) {
    NetRig rig;
    rig.handler.answer = [](HttpRequest const&) -> HttpResponse {
        throw std::runtime_error("inner detail");
    };
    auto const answer = answer_to(rig, kLastGet);
    EXPECT_THAT(answer, AllOf(StartsWith("HTTP/1.1 500"), Not(HasSubstr("detail"))));
}

TEST(HttpsServer, SendsNoHeaderThatWouldBeTwo) {
    NetRig rig;
    rig.handler.answer = [](HttpRequest const&) {
        return HttpResponse{.headers = {{"location", "/a\r\nset-cookie: b"}}};
    };
    auto const answer = answer_to(rig, kLastGet);
    EXPECT_THAT(answer, AllOf(StartsWith("HTTP/1.1 500"), Not(HasSubstr("set-cookie"))));
}

TEST(HttpsServer, RunsHandlersAtTheSameTime) {
    // given handlers that wait for each other
    NetRig rig;
    std::counting_semaphore<2> entered(0);
    std::barrier both(2);
    rig.handler.answer = [&](HttpRequest const&) {
        entered.release();
        both.arrive_and_wait();
        return HttpResponse{.status = 204};
    };
    // when the first is in its handler as the second comes
    auto first = std::async(std::launch::async, [&] { return answer_to(rig, kLastGet); });
    entered.acquire();
    auto const second = answer_to(rig, kLastGet);
    // then
    EXPECT_THAT(second, StartsWith("HTTP/1.1 204"));
    EXPECT_THAT(first.get(), StartsWith("HTTP/1.1 204"));
}

TEST(HttpsServer, EndsWhileARequestIsAnswered) {
    // given
    NetRig rig;
    std::binary_semaphore entered(0);
    std::binary_semaphore go_on(0);
    bool answered = false;
    rig.handler.answer = [&](HttpRequest const&) {
        entered.release();
        go_on.acquire();
        answered = true;
        return HttpResponse{};
    };
    auto client = std::async(std::launch::async, [&, port = rig.server->port()] {
        auto connection = RawTls::connect(port);
        return connection && connection->send(kGet) ? connection->receive() : "no connection";
    });
    entered.acquire();
    // when
    auto ending = std::async(std::launch::async, [&] { rig.server.reset(); });
    go_on.release();
    ending.get();
    // then the handler was waited for, and the connection is closed, answered or not
    EXPECT_TRUE(answered);
    EXPECT_NE(client.get(), "no connection");
}

TEST(HttpsServer, LimitsTheConnectionsOfOneAddress) {
    // given
    NetRig const rig({.identity = support::new_identity(), .connections_per_address = 2});
    auto const port = rig.server->port();
    auto first = RawTls::connect(port);
    auto second = RawTls::connect(port);
    ASSERT_TRUE(first && second);
    // then
    EXPECT_FALSE(RawTls::connect(port));
    ASSERT_TRUE(first->send(kLastGet));
    EXPECT_THAT(first->receive(), EndsWith("fine"));
    EXPECT_TRUE(first->closes_within(5000));
    EXPECT_TRUE(RawTls::connect(port));
}

TEST(HttpsServer, SaysWhenItIsOutOfMemoryForBodies) {
    NetRig const rig({.identity = support::new_identity(), .bodies_memory = 100});
    EXPECT_THAT(answer_to(rig, "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                               "Content-Length: 500\r\n\r\n" +
                                   std::string(500, 'a')),
                StartsWith("HTTP/1.1 503"));
    EXPECT_THAT(answer_to(rig, kLastGet), StartsWith("HTTP/1.1 200"));
    EXPECT_EQ(rig.handler.count(), 1U);
}

TEST(HttpsServer, ListensOnBothFamilies) {
    support::RecordingHandler handler;
    auto const server =
        HttpsServer::start({.address = "::", .identity = support::new_identity()}, handler);
    if (!server) {
        GTEST_SKIP() << "this machine has no IPv6: " << server.error().message;
    }
    auto client = RawTls::connect((*server)->port());
    ASSERT_TRUE(client && client->send(kLastGet));
    (void)client->receive();
    ASSERT_EQ(handler.count(), 1U);
    EXPECT_EQ(handler.requests().front().peer, "127.0.0.1");
}

TEST(HttpsServer, SaysWhyItCannotListen) {
    NetRig const rig;
    support::RecordingHandler handler;
    auto const taken = HttpsServer::start(
        {.port = rig.server->port(), .identity = support::new_identity()}, handler);
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().code, ErrorCode::unavailable);
    EXPECT_THAT(taken.error().message,
                AllOf(HasSubstr(std::to_string(rig.server->port())), HasSubstr("in use")));
    auto const nowhere =
        HttpsServer::start({.address = "localhost", .identity = support::new_identity()}, handler);
    ASSERT_FALSE(nowhere);
    EXPECT_EQ(nowhere.error().code, ErrorCode::invalid_input);
    EXPECT_THAT(nowhere.error().message, HasSubstr("localhost"));
}

TEST(HttpsServer, NeedsCertificateAndKeyOfOnePair) {
    support::RecordingHandler handler;
    auto mixed = support::new_identity();
    mixed.key_pem = support::new_identity().key_pem;
    auto const server = HttpsServer::start({.identity = std::move(mixed)}, handler);
    ASSERT_FALSE(server);
    EXPECT_EQ(server.error().code, ErrorCode::invalid_input);
}

} // namespace
} // namespace inloop::net
