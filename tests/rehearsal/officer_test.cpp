// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/rehearsal/officer.h"
#include "tests/support/must.h"
#include "tests/support/net_rig.h"

#include <gtest/gtest.h>

#include <map>

// What the officer makes of pages that are not as they should be; the pages as they are stand in
// Journey.WithALog, which plays against the real log.
namespace inloop::rehearsal {
namespace {

using platform::HttpRequest;
using platform::HttpResponse;
using support::must;

constexpr char const* kLoginPage =
    R"(<form method="post" action="/login"><input type="hidden" name="csrf" value=""></form>)";
constexpr char const* kReview = R"(<a class="row" href="/entries/ab">Verkeer</a>)";
constexpr char const* kEntry =
    R"(<p class="message__text">Vraag</p><form action="/entries/ab/answer" method="post">
<input type="hidden" name="csrf" value="t"></form>)";

HttpResponse page(std::string const& html) {
    ByteView const bytes = as_bytes(html);
    return {.body = Bytes(bytes.begin(), bytes.end())};
}

struct Rig {
    Rig() {
        net.handler.answer = [this](HttpRequest const& request) {
            return answers.at(request.method + " " + request.path);
        };
    }
    Officer officer() { return {*client, net.url(""), net.key}; }

    // A log where all is well.
    std::map<std::string, HttpResponse> answers{
        {"GET /login", page(kLoginPage)},
        {"POST /login",
         {.status = 303, .headers = {{"location", "/"}, {"set-cookie", "__Host-x=42; Secure"}}}},
        {"GET /", page(kReview)},
        {"GET /entries/ab", page(kEntry)},
        {"POST /entries/ab/answer",
         {.status = 303, .headers = {{"location", "/entries/ab?done=answered"}}}}};
    support::NetRig net;
    std::unique_ptr<net::HttpsClient> client = must(net::HttpsClient::create());
};

std::string said(Result<void> const& result) {
    return result ? "" : result.error().message;
}

TEST(Officer, AnswersWithHisSessionAndTheTokenOfTheForm) {
    Rig rig;
    Officer officer = rig.officer();
    must(officer.log_in({"Henk", "een twee", "123456"}));
    EXPECT_EQ(must(officer.read_the_letter()), "Vraag");
    must(officer.answer("Ja & nee"));

    HttpRequest const sent = rig.net.handler.requests().back();
    EXPECT_EQ(support::text_of(sent.body), "csrf=t&answer=Ja%20%26%20nee&do=send");
    EXPECT_EQ(first_of(sent.headers, "cookie"), "__Host-x=42");
    EXPECT_EQ(first_of(sent.headers, "origin"), rig.net.url(""));
}

TEST(Officer, SaysThatHeIsNotLetIn) {
    Rig rig;
    rig.answers["POST /login"] = {.status = 403};
    Officer officer = rig.officer();
    EXPECT_EQ(said(officer.log_in({"Henk", "een twee", "123456"})),
              "the log does not take name, passphrase and code (it answers 403)");
}

TEST(Officer, SaysThatThereIsNotOneLetter) {
    Rig rig;
    Officer officer = rig.officer();
    rig.answers["GET /"] = page("");
    EXPECT_EQ(officer.read_the_letter().error().message,
              "the review shows 0 letters instead of one");
    rig.answers["GET /"] = page(std::string(kReview) + kReview);
    EXPECT_EQ(officer.read_the_letter().error().message,
              "the review shows 2 letters instead of one");
}

TEST(Officer, SaysThatTheAnswerWasNotSent) {
    Rig rig;
    Officer officer = rig.officer();
    rig.answers["POST /entries/ab/answer"] = page("look at this again");
    must(officer.read_the_letter());
    EXPECT_EQ(said(officer.answer("Ja")), "the log does not take the answer (it answers 200)");
    rig.answers["POST /entries/ab/answer"] = {
        .status = 303, .headers = {{"location", "/entries/ab?warning=step"}}};
    EXPECT_EQ(said(officer.answer("Ja")), "the log does not take the answer (it answers 303 and "
                                          "leads to /entries/ab?warning=step)");
}

TEST(Officer, SaysThatAPageHasNoForm) {
    Rig rig;
    Officer officer = rig.officer();
    rig.answers["GET /login"] = page("nothing here");
    EXPECT_EQ(said(officer.log_in({"Henk", "een twee", "123456"})),
              "the page of the log has no form for /login");
}

} // namespace
} // namespace inloop::rehearsal
