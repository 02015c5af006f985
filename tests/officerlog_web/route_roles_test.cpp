// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/hex.h"
#include "kiosk/officerlog/desk/monitoring.h"
#include "kiosk/officerlog/web/routes.h"
#include "tests/officerlog_web/web_rig.h"
#include "tests/support/must.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace inloop::web {
namespace {

using records::Role;

constexpr std::string_view kCanary = "kanariepietje";

// The address of a route, with an entry that is there where it asks for one.
std::string address(Route const& route, support::Visitor const& visitor) {
    std::string text(route.pattern);
    if (std::size_t const at = text.find("{id}"); at != std::string::npos) {
        text.replace(at, 4, hex(visitor.root.bytes));
    }
    return text;
}

platform::HttpResponse ask(WebRig& rig, Route const& route, support::Visitor const& visitor,
                           std::string const& session) {
    std::string const where = address(route, visitor);
    if (route.files == Files::taken) {
        return rig.upload(where, {}, {}, session);
    }
    return route.method == Method::get ? rig.get(where, session) : rig.post(where, {}, session);
}

bool by_a_person(Route const& route) {
    return route.audience != Audience::anyone && route.audience != Audience::kiosk &&
           route.audience != Audience::console;
}

class RouteRoles : public testing::TestWithParam<std::optional<Role>> {};

TEST_P(RouteRoles, GetWhatTheTableSaysAndNothingElse) {
    for (Route const& route : routes()) {
        if (!by_a_person(route) || route.page == nullptr) {
            continue;
        }
        WebRig rig;
        support::Visitor const visitor = rig.rig.letter(kCanary);
        std::string const session = GetParam() ? rig.log_in(*GetParam()) : std::string();

        platform::HttpResponse const response = ask(rig, route, visitor, session);

        std::string const what =
            std::string(route.pattern) + " -> " + std::to_string(response.status);
        if (admits(route.audience, GetParam())) {
            EXPECT_NE(response.status, 403) << what;
            EXPECT_LT(response.status, 500) << what << testing::PrintToString(rig.log);
        } else if (GetParam() || route.method == Method::post) {
            EXPECT_EQ(response.status, 403) << what;
        } else {
            EXPECT_EQ(response.status, 303) << what;
        }
        if (GetParam() != Role::officer && GetParam() != Role::lead) {
            EXPECT_EQ(text_of(response).find(kCanary), std::string::npos) << what;
        }
        EXPECT_TRUE(first_of(response.headers, "content-security-policy")) << what;
        EXPECT_EQ(first_of(response.headers, "cache-control"), "no-store") << what;
    }
}

std::string name_of(testing::TestParamInfo<std::optional<Role>> const& info) {
    constexpr std::array kNames{"Officer", "Lead", "Volunteer", "Evaluator", "PrivacyOfficer"};
    return info.param ? kNames[static_cast<std::size_t>(*info.param) - 1] : "Nobody";
}
INSTANTIATE_TEST_SUITE_P(All, RouteRoles,
                         testing::Values(std::nullopt, Role::officer, Role::lead, Role::volunteer,
                                         Role::evaluator, Role::privacy_officer),
                         name_of);

// A request of a program, with what it shows in the place of a login.
platform::HttpResponse ask_with(WebRig& rig, std::string_view method, std::string const& path,
                                std::string const& authorization) {
    platform::HttpRequest request{.method = std::string(method),
                                  .path = path,
                                  .headers = {{"authorization", authorization},
                                              {"content-type", "application/x-www-form-urlencoded"},
                                              {"host", "log.example"},
                                              {"origin", "https://log.example"}},
                                  .peer = "192.0.2.9"};
    return rig.send(request);
}

TEST(Monitors, GetHealthAndNothingElse) {
    WebRig rig;
    support::Visitor const visitor = rig.rig.letter(kCanary);
    std::string const token =
        support::must(desk::make_monitoring_token(rig.rig.desk, {"console", "console"}));
    std::size_t opened = 0;
    for (Route const& route : routes()) {
        if (!by_a_person(route)) {
            continue;
        }
        std::string const where = address(route, visitor);
        std::string_view const method = route.method == Method::get ? "GET" : "POST";

        auto const response = ask_with(rig, method, where, "Bearer " + token);

        bool const is_health = where == "/health.json" || where == "/metrics";
        opened += is_health ? 1U : 0U;
        EXPECT_EQ(response.status, is_health                     ? 200
                                   : route.method == Method::get ? 303
                                                                 : 403)
            << where;
        EXPECT_EQ(text_of(response).find(kCanary), std::string::npos) << where;
        EXPECT_EQ(first_of(response.headers, "cache-control"), "no-store") << where;
    }
    EXPECT_EQ(opened, 2U);
}

TEST(Monitors, WithAnotherTokenGetNothing) {
    WebRig rig;
    EXPECT_EQ(ask_with(rig, "GET", "/metrics", "Bearer ").status, 401) << "none was made";
    std::string const token =
        support::must(desk::make_monitoring_token(rig.rig.desk, {"console", "console"}));

    for (std::string const& shown : {std::string(), token, "Basic " + token, std::string("Bearer"),
                                     "Bearer " + token.substr(1), "Bearer " + token + "0",
                                     "Bearer  " + token, "Bearer " + std::string(64, '0')}) {
        auto const response = ask_with(rig, "GET", "/health.json", shown);
        EXPECT_EQ(response.status, 401) << shown;
        EXPECT_EQ(first_of(response.headers, "www-authenticate"), "Bearer");
    }
    EXPECT_EQ(ask_with(rig, "GET", "/health.json", "Bearer " + token).status, 200);
    (void)support::must(desk::make_monitoring_token(rig.rig.desk, {"console", "console"}));
    EXPECT_EQ(ask_with(rig, "GET", "/health.json", "Bearer " + token).status, 401)
        << "the one before ends";
}

TEST(Routes, RefuseOtherMethodsAndUnknownPaths) {
    WebRig rig;
    std::string const lead = rig.log_in_lead();

    EXPECT_EQ(rig.get("/nergens", lead).status, 404);
    EXPECT_EQ(rig.post("/audit", {}, lead).status, 405);
    EXPECT_EQ(rig.get("/shift/end", lead).status, 405);
    EXPECT_EQ(rig.get("/entries/", lead).status, 404);
    EXPECT_EQ(rig.get("/entries/a/b/c", lead).status, 404);
}

TEST(Routes, TakeNoFormThatIsNotOfOurPages) {
    WebRig rig;
    std::string const lead = rig.log_in_lead();
    platform::HttpRequest request{
        .method = "POST",
        .path = "/shift/end",
        .headers = {{"content-type", "application/x-www-form-urlencoded"},
                    {"host", "log.example"},
                    {"cookie", std::string(kSessionCookie) + "=" + lead}}};

    EXPECT_EQ(rig.send(request).status, 403); // says nothing of where it comes from
    request.headers.push_back({"origin", "https://elsewhere.example"});
    EXPECT_EQ(rig.send(request).status, 403);
    request.headers.back().value = "https://log.example";
    EXPECT_EQ(rig.send(request).status, 403); // no csrf
    EXPECT_EQ(rig.post("/shift/end", {}, lead).status, 303); // the control
}

// What Chromium sends from a page that asks for no-referrer.
TEST(Routes, TakeAFormWhoseOriginTheBrowserHides) {
    WebRig rig;
    platform::HttpRequest login{.method = "POST",
                                .path = "/login",
                                .headers = {{"content-type", "application/x-www-form-urlencoded"},
                                            {"host", "log.example"},
                                            {"origin", "null"},
                                            {"sec-fetch-site", "same-origin"}},
                                .peer = "192.0.2.1"};

    EXPECT_NE(text_of(rig.send(login)).find("Dit klopt niet"), std::string::npos);
    login.headers.back().value = "cross-site";
    EXPECT_EQ(text_of(rig.send(login)).find("Dit klopt niet"), std::string::npos);
    login.headers.pop_back();
    EXPECT_EQ(text_of(rig.send(login)).find("Dit klopt niet"), std::string::npos);
}

TEST(Routes, TheConsoleAsksForItsTokenOnThisMachine) {
    WebRig rig;
    platform::HttpRequest request{.method = "POST", .path = "/console/pair", .peer = "127.0.0.1"};

    EXPECT_EQ(rig.send(request).status, 403);
    request.headers.push_back({"inloop-console", "token of the console"});
    EXPECT_EQ(rig.send(request).status, 200);
    request.peer = "192.0.2.1";
    EXPECT_EQ(rig.send(request).status, 403);
}

} // namespace
} // namespace inloop::web
