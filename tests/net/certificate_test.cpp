// SPDX-License-Identifier: EUPL-1.2
#include "platform/net/certificate.h"
#include "tests/support/manual_clock.h"
#include "tests/support/must.h"

#include <gmock/gmock.h>

#include <chrono>
#include <string>

namespace inloop::net {
namespace {

using testing::HasSubstr;

// Made with openssl req(1); its key and its end were read with openssl(1).
constexpr char const* kKnown = R"(-----BEGIN CERTIFICATE-----
MIIBdTCCARugAwIBAgIUYuGwSmbdsCxB1RC4U/GjDVhZRJAwCgYIKoZIzj0EAwIw
EDEOMAwGA1UEAwwFa25vd24wHhcNMjYxMTI0MTc0ODU0WhcNMzYxMTIxMTc0ODU0
WjAQMQ4wDAYDVQQDDAVrbm93bjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABNkB
PnDG0/q6NHG8rUBox1qvRaZ5IP4AqjsrgccuXSqWd/lUjb5D7h9bYUQ2IIP3VBQP
NlLzobcTDAjSQ/Rh0WOjUzBRMB0GA1UdDgQWBBRvemzbkWZCMMY52ySOmhWGJR9D
eDAfBgNVHSMEGDAWgBRvemzbkWZCMMY52ySOmhWGJR9DeDAPBgNVHRMBAf8EBTAD
AQH/MAoGCCqGSM49BAMCA0gAMEUCICLwB7IDrTFH0mkQIc3gqNSlDlCJuX8N1vjz
xbTenjRZAiEAxoKMtSN33DlIVLQc0s937MLHsSyFfiif+L2NlXcgl7g=
-----END CERTIFICATE-----
)";
constexpr char const* kKnownKey =
    "faa7c51974ef09e8ba514160c78bfa182d6d65a709e4b043df7fefb1258c27a6";

std::string hex(ByteArray<32> const& bytes) {
    constexpr char const* kDigits = "0123456789abcdef";
    std::string text;
    for (std::byte const byte : bytes) {
        text += kDigits[std::to_integer<unsigned>(byte) >> 4U];
        text += kDigits[std::to_integer<unsigned>(byte) & 15U];
    }
    return text;
}

WallTime now() {
    return support::ManualClock().wall();
}

TEST(Certificate, ReadsTheKeyOfACertificateAsOpensslDoes) {
    EXPECT_EQ(hex(support::must(server_key_of(kKnown))), kKnownKey);
}

TEST(Certificate, ReadsTheEndOfACertificateAsOpensslDoes) {
    EXPECT_EQ(support::must(certificate_ends(kKnown)).time_since_epoch().count(), 2'110'902'534);
}

TEST(Certificate, ReadsTheFirstOfAChain) {
    auto const other = support::must(make_self_signed({.names = {"other"}}, now()));
    EXPECT_EQ(hex(support::must(server_key_of(kKnown + other.certificate_pem))), kKnownKey);
}

TEST(Certificate, MakesOneThatBelongsToItsKey) {
    auto const made = support::must(
        make_self_signed({.names = {"log.example", "192.0.2.7", "2001:db8::7"}}, now()));
    EXPECT_TRUE(check_identity(made));
    EXPECT_THAT(std::string(made.key_pem.view()), HasSubstr("PRIVATE KEY"));
}

TEST(Certificate, HoldsForTheYearsAskedFor) {
    auto const made = support::must(make_self_signed({.names = {"a"}, .years = 2}, now()));
    EXPECT_EQ(support::must(certificate_ends(made.certificate_pem)),
              now() + std::chrono::days(730));
}

TEST(Certificate, MakesAnotherKeyEachTime) {
    auto const one = support::must(make_self_signed({.names = {"a"}}, now()));
    auto const two = support::must(make_self_signed({.names = {"a"}}, now()));
    EXPECT_NE(support::must(server_key_of(one.certificate_pem)),
              support::must(server_key_of(two.certificate_pem)));
}

TEST(Certificate, RefusesNamesThatAreNone) {
    for (char const* const name : {"", "two words", "a\nb", "-a", ".a", "a/b", "1.2.3.4:443"}) {
        auto const made = make_self_signed({.names = {"good", name}}, now());
        ASSERT_FALSE(made) << name;
        EXPECT_EQ(made.error().code, ErrorCode::invalid_input) << name;
    }
    EXPECT_EQ(make_self_signed({}, now()).error().code, ErrorCode::invalid_input);
}

TEST(Certificate, SaysWhichOfTheTwoCannotBeReadAndTheMend) {
    // given
    auto broken = support::must(make_self_signed({.names = {"a"}}, now()));
    broken.certificate_pem = "nothing";
    auto keyless = support::must(make_self_signed({.names = {"a"}}, now()));
    keyless.key_pem.clear();
    // then
    EXPECT_THAT(check_identity(broken).error().message, HasSubstr("certificate cannot be read"));
    EXPECT_THAT(check_identity(broken).error().message, HasSubstr("BEGIN CERTIFICATE"));
    EXPECT_THAT(check_identity(keyless).error().message, HasSubstr("key of the certificate"));
    EXPECT_EQ(server_key_of("").error().code, ErrorCode::invalid_input);
    EXPECT_EQ(certificate_ends("").error().code, ErrorCode::invalid_input);
}

TEST(Certificate, RefusesTheKeyOfAnother) {
    auto mixed = support::must(make_self_signed({.names = {"a"}}, now()));
    mixed.key_pem = support::must(make_self_signed({.names = {"a"}}, now())).key_pem;
    auto const checked = check_identity(mixed);
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().code, ErrorCode::invalid_input);
    EXPECT_THAT(checked.error().message, HasSubstr("do not belong together"));
}

} // namespace
} // namespace inloop::net
