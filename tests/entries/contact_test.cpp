// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/entries/contact.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace inloop::entries {
namespace {

using Doubt = ContactDoubt;

struct Typed {
    std::string_view text;
    Doubt doubt;
};

TEST(PhoneNumber, IsBelievedAsPeopleWriteIt) {
    for (std::string_view const typed :
         {"0612345678", "06-12345678", "06 12 34 56 78", " 06 12345678 ", "06.12.34.56.78",
          "(0592) 12 34 56", "0592/123456", "+31612345678", "+31 6 1234 5678", "+31 (0)6 12345678",
          "+310612345678", "0031612345678", "0031 592 123456", "+49 151 23456789",
          "0049 151 23456789", "+297 123 4567", "+123456789012345"}) {
        EXPECT_EQ(doubt_about_phone(typed), Doubt::none) << typed;
    }
}

TEST(PhoneNumber, IsDoubtedForOneReasonEach) {
    constexpr Typed kTyped[] = {
        {"", Doubt::empty},
        {"   ", Doubt::empty},
        {"0", Doubt::too_short},
        {"06-1234567", Doubt::too_short},
        {"0592 12345", Doubt::too_short},
        {"0900-8844", Doubt::too_short}, // nobody is called there
        {"+31 6 1234567", Doubt::too_short},
        {"+31", Doubt::too_short},
        {"+49 151", Doubt::too_short},
        {"+", Doubt::too_short},
        {"00", Doubt::too_short},
        {"--", Doubt::too_short},
        {"06-123456789", Doubt::too_long},
        {"+31 6 123456789", Doubt::too_long},
        {"+31 (0)6 123456789", Doubt::too_long},
        {"+1234567890123456", Doubt::too_long},
        {"0012 34567890123456", Doubt::too_long},
        {"612345678", Doubt::wrong_start},
        {"112", Doubt::wrong_start},
        {"+0612345678", Doubt::wrong_start},
        {"000612345678", Doubt::wrong_start},
        {"06-1234567O", Doubt::strange_sign},
        {"06-12345678 thuis", Doubt::strange_sign},
        {"06+12345678", Doubt::strange_sign},
        {"++31612345678", Doubt::strange_sign},
        {"06,12345678", Doubt::strange_sign},
        {"anna@voorbeeld.nl", Doubt::strange_sign},
        {"\xD9\xA0\xD9\xA6", Doubt::strange_sign},
    };
    for (Typed const& typed : kTyped) {
        EXPECT_EQ(doubt_about_phone(typed.text), typed.doubt) << typed.text;
    }
}

TEST(EmailAddress, IsBelievedAsPeopleWriteIt) {
    for (std::string_view const typed :
         {"anna@voorbeeld.nl", " anna@voorbeeld.nl ", "ANNA@VOORBEELD.NL", "a@b.nl",
          "anna.de-vries+kiosk@mail.example.com", "o'brien@voorbeeld.co.uk", "1234@5678.nl",
          "anna@b2b-3.nl", "anna_99@voorbeeld.museum"}) {
        EXPECT_EQ(doubt_about_email(typed), Doubt::none) << typed;
    }
}

TEST(EmailAddress, IsDoubtedForOneReasonEach) {
    constexpr Typed kTyped[] = {
        {"", Doubt::empty},
        {"  ", Doubt::empty},
        {"anna", Doubt::no_at},
        {"anna.voorbeeld.nl", Doubt::no_at},
        {"anna@@voorbeeld.nl", Doubt::no_at},
        {"anna@piet@voorbeeld.nl", Doubt::no_at},
        {"@voorbeeld.nl", Doubt::no_at},
        {"anna@", Doubt::no_domain},
        {"anna@gmail", Doubt::no_domain},
        {"anna@gmail.", Doubt::no_domain},
        {"anna@.nl", Doubt::no_domain},
        {"anna@gmail..com", Doubt::no_domain},
        {"anna@gmail.c", Doubt::no_domain},
        {"anna@gmail.123", Doubt::no_domain},
        {"anna@-gmail.com", Doubt::no_domain},
        {"anna@gmail-.com", Doubt::no_domain},
        {"anna de vries@gmail.com", Doubt::strange_sign},
        {"anna@gmail .com", Doubt::strange_sign},
        {"anna,@gmail.com", Doubt::strange_sign},
        {"anna@gmail,com", Doubt::strange_sign},
        {"anna@g_mail.com", Doubt::strange_sign},
        {".anna@gmail.com", Doubt::strange_sign},
        {"anna.@gmail.com", Doubt::strange_sign},
        {"an..na@gmail.com", Doubt::strange_sign},
        {"<anna@gmail.com>", Doubt::strange_sign},
        {"jos\xC3\xA9@voorbeeld.nl", Doubt::strange_sign},
    };
    for (Typed const& typed : kTyped) {
        EXPECT_EQ(doubt_about_email(typed.text), typed.doubt) << typed.text;
    }
}

TEST(EmailAddress, IsTooLongBeyondTheStandard) {
    auto const with_name = [](std::size_t size) { return std::string(size, 'a') + "@b.nl"; };
    EXPECT_EQ(doubt_about_email(with_name(64)), Doubt::none);
    EXPECT_EQ(doubt_about_email(with_name(65)), Doubt::too_long);
    auto const of_size = [](std::size_t size) { return "a@" + std::string(size - 5, 'b') + ".nl"; };
    EXPECT_EQ(doubt_about_email(of_size(254)), Doubt::none);
    EXPECT_EQ(doubt_about_email(of_size(255)), Doubt::too_long);
}

TEST(ContactDoubt, WaitsUntilWhatWasTypedCouldBeAll) {
    struct Case {
        std::string_view typed;
        Doubt doubt;
        bool ripe;
    };
    constexpr Case kCases[] = {
        {"anna@voorbeeld.nl", Doubt::none, false},
        {"", Doubt::empty, false},
        {"05921", Doubt::too_short, false},
        {"059212", Doubt::too_short, true},
        {"592", Doubt::wrong_start, false},
        {"5921", Doubt::wrong_start, true},
        {"annadevries", Doubt::no_at, false},
        {"annadevriesassen", Doubt::no_at, true},
        {"a@b@", Doubt::no_at, true}, // a second one is never right
        {"anna@voorbee", Doubt::no_domain, false},
        {"anna@voorbeel", Doubt::no_domain, true},
        {"00000000000", Doubt::too_long, true},
        {"a b", Doubt::strange_sign, true},
    };
    for (Case const& one : kCases) {
        EXPECT_EQ(is_ripe(one.doubt, one.typed), one.ripe) << one.typed;
    }
}

} // namespace
} // namespace inloop::entries
