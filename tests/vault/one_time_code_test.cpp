// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/vault/one_time_code.h"
#include "tests/support/log_site.h"
#include "tests/support/must.h"

#include <gtest/gtest.h>

#include <utility>

namespace inloop::vault {
namespace {

using support::must;

// The key of RFC 6238, appendix B.
ByteView rfc_secret() {
    return as_bytes("12345678901234567890");
}
WallTime at(std::int64_t seconds) {
    return WallTime(std::chrono::seconds(seconds));
}

TEST(OneTimeCode, IsThatOfTheStandard) {
    // The last six of the eight digits printed there.
    for (auto const& [time, code] : {std::pair{59, "287082"},
                                     {1111111109, "081804"},
                                     {1111111111, "050471"},
                                     {1234567890, "005924"},
                                     {2000000000, "279037"}}) {
        auto const check = check_code(rfc_secret(), code, at(time), 0);
        EXPECT_EQ(check.fit, CodeFit::fits) << time;
        EXPECT_EQ(check.step, static_cast<std::uint64_t>(time / 30)) << time;
    }
}

TEST(OneTimeCode, MayBeOneStepOffEitherWay) {
    constexpr std::int64_t kStep = 41152263; // 1234567890 / 30
    for (auto const& [off, fit] : {std::pair{-2, CodeFit::wrong},
                                   {-1, CodeFit::fits},
                                   {0, CodeFit::fits},
                                   {1, CodeFit::fits},
                                   {2, CodeFit::wrong}}) {
        auto const check = check_code(rfc_secret(), "005924", at((kStep + off) * 30), 0);
        EXPECT_EQ(check.fit, fit) << off;
        EXPECT_EQ(check.step, fit == CodeFit::fits ? std::uint64_t{kStep} : 0U) << off;
    }
}

TEST(OneTimeCode, IsGoodOnce) {
    constexpr std::uint64_t kStep = 41152263;
    EXPECT_EQ(check_code(rfc_secret(), "005924", at(1234567890), kStep - 1).fit, CodeFit::fits);
    EXPECT_EQ(check_code(rfc_secret(), "005924", at(1234567890), kStep).fit, CodeFit::used);
    EXPECT_EQ(check_code(rfc_secret(), "005924", at(1234567890), kStep + 9).fit, CodeFit::used);
}

TEST(OneTimeCode, MayBeTypedInGroups) {
    EXPECT_EQ(check_code(rfc_secret(), "005 924", at(1234567890), 0).fit, CodeFit::fits);
}

TEST(OneTimeCode, IsNothingElse) {
    for (char const* typed : {"", "00592", "0059244", "05924", "005925", "OO5924", "-05924",
                              "005924x", "١٢٣٤٥٦", "      "}) {
        EXPECT_EQ(check_code(rfc_secret(), typed, at(1234567890), 0).fit, CodeFit::wrong) << typed;
    }
    EXPECT_EQ(check_code(rfc_secret(), "005924", at(-90), 0).fit, CodeFit::wrong);
}

TEST(OneTimeCode, ComesWithAnAddressForTheApp) {
    auto const uri = must(code_uri(rfc_secret(), "Rolderstraat 21, Assen", "José & co"));

    EXPECT_EQ(uri.view(),
              "otpauth://totp/Inloop%20Rolderstraat%2021%2C%20Assen:Jos%C3%A9%20%26%20co"
              "?issuer=Inloop%20Rolderstraat%2021%2C%20Assen&algorithm=SHA1&digits=6"
              "&period=30&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    EXPECT_EQ(support::code_at(std::string(uri.view()), at(1234567890)), "005924");
    EXPECT_FALSE(code_uri(rfc_secret(), std::string(2000, 'x'), "Bram"));
}

} // namespace
} // namespace inloop::vault
