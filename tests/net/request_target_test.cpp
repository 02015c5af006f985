// SPDX-License-Identifier: EUPL-1.2
#include "platform/net/request_target.h"

#include <gtest/gtest.h>

#include <string>

namespace inloop::net {
namespace {

TEST(RequestTarget, DecodesPlainPaths) {
    EXPECT_EQ(decoded_path("/").value(), "/");
    EXPECT_EQ(decoded_path("/entries/7").value(), "/entries/7");
    EXPECT_EQ(decoded_path("/caf%C3%A9").value(), "/café");
    EXPECT_EQ(decoded_path("/a%20b%25").value(), "/a b%");
    EXPECT_EQ(decoded_path("/...").value(), "/...");
    EXPECT_EQ(decoded_path("/.well-known").value(), "/.well-known");
}

TEST(RequestTarget, RefusesPathsThatMeanTwoThings) {
    for (char const* const path :
         {"",        "*",         "a",      "http://a/b", "/..",    "/../etc", "/a/..",
          "/a/../b", "/%2e%2e/b", "/a/.",   "/./a",       "/a%2Fb", "/a%2fb",  "/a\\b",
          "/a%5Cb",  "/a%00",     "/a%0Ab", "/a%0d",      "/a\tb",  "/a%7F",   "/a%",
          "/a%1",    "/a%zz",     "/a%-1",  "/%C3",       "/%FF",   "/%C0%AF", "/%ED%A0%80"}) {
        EXPECT_FALSE(decoded_path(path)) << path;
    }
}

TEST(RequestTarget, DecodesFieldsOfTheQuery) {
    EXPECT_EQ(decoded("").value(), "");
    EXPECT_EQ(decoded("a%2Bb").value(), "a+b");
    EXPECT_EQ(decoded("two%0Alines").value(), "two\nlines");
    EXPECT_EQ(decoded("%e2%82%ac").value(), "€");
}

TEST(RequestTarget, RefusesFieldsThatAreNoText) {
    for (char const* const field : {"%", "%4", "%4g", "%00", "%80", "%F8%88%80%80%80"}) {
        EXPECT_FALSE(decoded(field)) << field;
    }
}

} // namespace
} // namespace inloop::net
