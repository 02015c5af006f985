// SPDX-License-Identifier: EUPL-1.2
#include "platform/net/https_client.h"
#include "tests/support/net_rig.h"
#include "tests/support/raw_tls.h"

#include <gmock/gmock.h>

#include <chrono>
#include <cstdlib>
#include <future>
#include <memory>
#include <string>
#include <thread>

namespace inloop::net {
namespace {

using platform::first_of;
using platform::HttpCall;
using platform::HttpHeader;
using platform::HttpRequest;
using platform::HttpResponse;
using support::must;
using support::NetRig;
using support::text_of;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr char const* kFine = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfine";

// The environment of whoever runs the tests may name a proxy.
class HttpsClientCase : public testing::Test {
protected:
    HttpsClientCase() {
        for (char const* const name : {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"}) {
            ::unsetenv(name);
        }
    }
    HttpsClientCase(HttpsClientCase const&) = delete;
    HttpsClientCase& operator=(HttpsClientCase const&) = delete;
    ~HttpsClientCase() override { ::unsetenv("https_proxy"); }

    [[nodiscard]] static ByteArray<32> another_key() {
        return must(server_key_of(support::new_identity().certificate_pem));
    }
    [[nodiscard]] ErrorCode error_of(HttpCall const& call) const {
        auto const answer = client->send(call);
        return answer ? ErrorCode::already_there : answer.error().code;
    }

    std::unique_ptr<HttpsClient> client = must(HttpsClient::create());
};

// A raw server, and a call to it that pins its key. The client leaves before it.
struct RawRig {
    explicit RawRig(std::string answer, char const* priorities = support::kTls13,
                    ServerIdentity identity = support::new_identity())
        : key(must(server_key_of(identity.certificate_pem)))
        , server(identity.certificate_pem, std::string(identity.key_pem.view()), std::move(answer),
                 priorities) {}
    [[nodiscard]] HttpCall call() const {
        return {.url = "https://127.0.0.1:" + std::to_string(server.port()) + "/secret?q=1",
                .headers = {{"x-secret", "secret"}},
                .server_key = key,
                .timeout = Milliseconds(5000)};
    }
    ByteArray<32> key;
    support::RawTlsServer server;
    std::unique_ptr<HttpsClient> client = must(HttpsClient::create()); // last: it leaves first
};

TEST_F(HttpsClientCase, BringsARequestAndItsAnswerAcross) {
    // given
    NetRig rig;
    rig.handler.answer = [](HttpRequest const&) {
        HttpResponse answer{.status = 201, .headers = {{"X-Mixed", "Value"}}};
        append(answer.body, as_bytes("made"));
        return answer;
    };
    auto call = rig.call("/k/v1/sync?a=1&b=x%20y&a=2");
    call.method = "POST";
    call.headers = {{"content-type", "application/octet-stream"}, {"inloop-empty", ""}};
    append(call.body, as_bytes({"with\0nul", 8}));
    // when
    auto const answer = must(client->send(call));
    // then
    EXPECT_EQ(answer.status, 201);
    EXPECT_EQ(text_of(answer.body), "made");
    EXPECT_EQ(first_of(answer.headers, "x-mixed"), "Value");
    ASSERT_EQ(rig.handler.count(), 1U);
    auto const request = rig.handler.requests().front();
    EXPECT_EQ(request.method, "POST");
    EXPECT_EQ(request.path, "/k/v1/sync");
    EXPECT_THAT(request.query,
                ElementsAre(HttpHeader{"a", "1"}, HttpHeader{"b", "x y"}, HttpHeader{"a", "2"}));
    EXPECT_EQ(first_of(request.headers, "content-type"), "application/octet-stream");
    EXPECT_EQ(first_of(request.headers, "inloop-empty"), "");
    EXPECT_EQ(request.body, call.body);
    EXPECT_EQ(request.peer, "127.0.0.1");
}

TEST_F(HttpsClientCase, SendsNoHeadersOfItsOwnBesideHostAndLength) {
    NetRig rig;
    auto call = rig.call();
    call.method = "POST";
    must(client->send(call));
    EXPECT_THAT(rig.handler.requests().front().headers,
                ElementsAre(HttpHeader{"host", "127.0.0.1:" + std::to_string(rig.server->port())},
                            HttpHeader{"content-length", "0"}));
}

TEST_F(HttpsClientCase, AsksForTheHeadOnly) {
    NetRig rig;
    auto call = rig.call();
    call.method = "HEAD";
    auto const answer = must(client->send(call));
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(first_of(answer.headers, "content-length"), "4");
    EXPECT_TRUE(answer.body.empty());
}

TEST_F(HttpsClientCase, TellsAnotherServerNothing) {
    // given
    RawRig rig(kFine);
    auto wrong = rig.call();
    wrong.server_key = another_key();
    wrong.method = "POST";
    append(wrong.body, as_bytes("sealed"));
    // when
    auto const answer = rig.client->send(wrong);
    // then
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::crypto);
    EXPECT_THAT(answer.error().message, Not(HasSubstr("secret")));
    EXPECT_EQ(rig.server.connections(), 1);
    EXPECT_EQ(rig.server.asked(), "");
    // and the right key is told
    must(rig.client->send(rig.call()));
    EXPECT_THAT(rig.server.asked(), StartsWith("GET /secret?q=1"));
}

TEST_F(HttpsClientCase, ComparesTheKeyOnAKeptConnectionToo) {
    NetRig rig;
    must(client->send(rig.call()));
    auto wrong = rig.call();
    wrong.server_key = another_key();
    EXPECT_EQ(error_of(wrong), ErrorCode::crypto);
    EXPECT_EQ(rig.handler.count(), 1U);
    must(client->send(rig.call()));
}

TEST_F(HttpsClientCase, KeepsTheConnectionForTheNextCall) {
    RawRig rig(kFine);
    must(rig.client->send(rig.call()));
    must(rig.client->send(rig.call()));
    EXPECT_EQ(rig.server.connections(), 1);
}

TEST_F(HttpsClientCase, RefusesAnOlderTls) {
    // given
    RawRig old(kFine, support::kTls12);
    RawRig const today(kFine, support::kTls13);
    // then
    EXPECT_EQ(old.client->send(old.call()).error().code, ErrorCode::unavailable);
    EXPECT_EQ(old.server.asked(), "");
    EXPECT_TRUE(today.client->send(today.call()));
}

TEST_F(HttpsClientCase, DoesNotLookAtTheDatesOrNamesOfAPinnedCertificate) {
    auto const real_now = std::chrono::floor<std::chrono::seconds>(
        std::chrono::system_clock::now()); // the library's clock: not ours to set
    for (auto const when :
         {real_now - std::chrono::days(3000), real_now + std::chrono::days(3000)}) {
        NetRig rig(
            {.identity = must(make_self_signed({.names = {"elsewhere"}, .years = 1}, when))});
        EXPECT_TRUE(client->send(rig.call()));
        auto wrong = rig.call();
        wrong.server_key = another_key();
        EXPECT_EQ(error_of(wrong), ErrorCode::crypto);
    }
}

TEST_F(HttpsClientCase, LooksAtTheKeyOfAServerWithoutAskingItAnything) {
    // given
    RawRig rig(kFine);
    // when
    auto const key = rig.client->server_key_of(rig.call().url);
    // then
    EXPECT_EQ(must(key), rig.key);
    must(rig.client->send(rig.call()));
    EXPECT_EQ(rig.server.connections(), 2);
    EXPECT_THAT(rig.server.asked(), StartsWith("GET"));
    EXPECT_EQ(client->server_key_of("https://127.0.0.1:1/").error().code, ErrorCode::unavailable);
    EXPECT_EQ(client->server_key_of("http://127.0.0.1/").error().code, ErrorCode::invalid_input);
}

TEST_F(HttpsClientCase, FollowsNoRedirect) {
    NetRig rig;
    rig.handler.answer = [](HttpRequest const&) {
        return HttpResponse{.status = 302, .headers = {{"location", "/elsewhere"}}};
    };
    EXPECT_EQ(must(client->send(rig.call())).status, 302);
    EXPECT_EQ(rig.handler.count(), 1U);
}

TEST_F(HttpsClientCase, TakesNoAnswerBeyondItsLimit) {
    NetRig rig;
    auto call = rig.call();
    call.response_limit = 4;
    EXPECT_EQ(text_of(must(client->send(call)).body), "fine");
    call.response_limit = 3;
    EXPECT_EQ(error_of(call), ErrorCode::invalid_input);
}

TEST_F(HttpsClientCase, TakesNoEndlessHeader) {
    std::string answer = "HTTP/1.1 200 OK\r\n";
    for (int i = 0; i < 2000; ++i) {
        answer += "x-field: " + std::string(50, 'a') + "\r\n";
    }
    RawRig rig(answer + "Content-Length: 0\r\n\r\n");
    EXPECT_EQ(rig.client->send(rig.call()).error().code, ErrorCode::invalid_input);
}

TEST_F(HttpsClientCase, TakesNothingThatIsNotHttp) {
    RawRig rig("220 mail.example ESMTP\r\n");
    EXPECT_EQ(rig.client->send(rig.call()).error().code, ErrorCode::invalid_input);
}

TEST_F(HttpsClientCase, TakesNoHalfAnswer) {
    RawRig rig("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
    auto call = rig.call();
    call.timeout = Milliseconds(200);
    EXPECT_EQ(rig.client->send(call).error().code, ErrorCode::unavailable);
}

TEST_F(HttpsClientCase, SendsOnlyWhatIsClear) {
    NetRig rig;
    auto plain = rig.call();
    plain.url = "http" + plain.url.substr(5);
    EXPECT_EQ(error_of(plain), ErrorCode::invalid_input);
    for (HttpHeader const& header :
         {HttpHeader{"a", "b\r\nc: d"}, {"a\nb", "c"}, {"", "c"}, {"a:", "c"}}) {
        auto call = rig.call();
        call.headers = {header};
        EXPECT_EQ(error_of(call), ErrorCode::invalid_input);
    }
    EXPECT_EQ(rig.handler.count(), 0U);
}

TEST_F(HttpsClientCase, SaysWhenNobodyListens) {
    auto const answer = client->send({.url = "https://127.0.0.1:1/path"});
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::unavailable);
    EXPECT_THAT(answer.error().message, HasSubstr("https://127.0.0.1:1: "));
    EXPECT_THAT(answer.error().message, HasSubstr("refused"));
    EXPECT_THAT(answer.error().message, Not(HasSubstr("path")));
}

TEST_F(HttpsClientCase, CancellingEndsACallFromAnotherThread) {
    // given a server that does not answer
    RawRig rig("");
    auto call = rig.call();
    call.timeout = Milliseconds(60'000);
    auto const begin = std::chrono::steady_clock::now();
    // when
    auto sending = std::async(std::launch::async, [&] { return rig.client->send(call); });
    while (rig.server.asked().empty()) {
        std::this_thread::yield();
    }
    rig.client->cancel();
    // then
    auto const answer = sending.get();
    EXPECT_EQ(answer.error().code, ErrorCode::unavailable);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
    EXPECT_EQ(rig.client->send(call).error().code, ErrorCode::unavailable); // and every later one
}

TEST_F(HttpsClientCase, TellsAProxyHostAndPortOnly) {
    // given a proxy that lets nothing through
    auto const identity = support::new_identity();
    support::RawTlsServer const proxy(
        identity.certificate_pem, std::string(identity.key_pem.view()),
        "HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n", support::kPlain);
    ::setenv("https_proxy", ("http://127.0.0.1:" + std::to_string(proxy.port())).c_str(), 1);
    // when
    auto const answer =
        must(HttpsClient::create())
            ->send({.url = "https://log.example/secret?q=1", .headers = {{"x-secret", "secret"}}});
    // then
    EXPECT_EQ(answer.error().code, ErrorCode::unavailable);
    EXPECT_THAT(proxy.asked(), StartsWith("CONNECT log.example:443 "));
    EXPECT_THAT(proxy.asked(), Not(HasSubstr("secret")));
}

} // namespace
} // namespace inloop::net
