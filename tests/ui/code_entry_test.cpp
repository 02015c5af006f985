// SPDX-License-Identifier: EUPL-1.2
// Typing a code, as a visitor does it: through the whole kiosk.
#include "tests/support/kiosk_rig.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace inloop::ui {
namespace {

using support::KioskRig;

constexpr entries::ReceiptCode kCode{{11, 222, 333, 1444, 2047}};

class CodeEntry : public testing::Test {
protected:
    CodeEntry() {
        rig.tap("attract.start");
        rig.tap("home.code");
    }
    [[nodiscard]] Widget const* widget(std::string_view id) {
        return rig.terminal().registry().find(id);
    }
    [[nodiscard]] bool can_look() { return widget("code.look")->enabled; }
    void press(std::string_view keys) {
        for (char const key : keys) {
            rig.tap(std::string("key.") + key);
        }
    }
    // The word by its first four letters, which no other word has.
    void type_word(std::uint16_t index) {
        press(rig.words.word(index).substr(0, 4));
        rig.tap("code.word.0");
    }

    KioskRig rig;
};

TEST_F(CodeEntry, TakesACodeByItsWords) {
    for (std::uint16_t const word : kCode.words) {
        EXPECT_FALSE(can_look());
        type_word(word);
    }
    ASSERT_TRUE(can_look());
    EXPECT_EQ(rig.findings(), "");
    rig.tap("code.look");

    ASSERT_EQ(rig.held.codes_waiting(), 1U);
    EXPECT_EQ(rig.held.last_code(), kCode);
}

TEST_F(CodeEntry, TakesACodeByItsDigits) {
    rig.tap("code.by_digits");
    for (char const digit : kCode.digits()) {
        EXPECT_FALSE(can_look());
        press(std::string(1, digit));
    }
    ASSERT_TRUE(can_look());
    EXPECT_EQ(rig.findings(), "");
    rig.tap("code.look");

    EXPECT_EQ(rig.held.last_code(), kCode);
}

TEST_F(CodeEntry, OffersWordsAfterThreeLetters) {
    std::string_view const word = rig.words.word(kCode.words[2]);
    press(word.substr(0, 1));
    EXPECT_EQ(widget("code.word.0"), nullptr) << "too many words begin with one letter";
    press(word.substr(1, 2));
    entries::WordRange const range = rig.words.complete(word.substr(0, 3));
    for (int i = 0; i < range.count; ++i) {
        EXPECT_NE(widget("code.word." + std::to_string(i)), nullptr) << i;
    }
    EXPECT_EQ(widget("code.word." + std::to_string(range.count)), nullptr);
    auto const place = static_cast<int>(kCode.words[2]) - range.first;
    rig.tap("code.word." + std::to_string(place));

    EXPECT_EQ(rig.journey().code_draft().words(), 1U);
    EXPECT_EQ(rig.journey().code_draft().word(0), kCode.words[2]);
}

TEST_F(CodeEntry, OffersTheMostWordsThreeLettersLeave) {
    press("zee");
    entries::WordRange const range = rig.words.complete("zee");
    ASSERT_GE(range.count, 10) << "the fullest beginning of the list";
    for (int i = 0; i < range.count; ++i) {
        EXPECT_NE(widget("code.word." + std::to_string(i)), nullptr) << i;
    }
    EXPECT_EQ(rig.findings(), "");
}

TEST_F(CodeEntry, ShowsWhichLettersCannotFollow) {
    press("ij");
    for (char letter = 'a'; letter <= 'z'; ++letter) {
        bool const follows = rig.words.complete(std::string("ij") + letter).count > 0;
        EXPECT_EQ(widget(std::string("key.") + letter)->enabled, follows) << letter;
    }
    EXPECT_TRUE(widget("key.backspace")->enabled);
}

TEST_F(CodeEntry, TellsWhichGroupIsNone) {
    rig.tap("code.by_digits");
    press("00129999033414452048");
    EXPECT_FALSE(can_look()) << "9999 is no word";
    bool told = false;
    for (Lettering const& lettering : rig.terminal().registry().letterings()) {
        told = told || lettering.text.find("groep 2") != std::string::npos;
    }
    EXPECT_TRUE(told);
    for (int i = 0; i < 16; ++i) {
        rig.tap("key.backspace");
    }
    press("0223033414452048");
    EXPECT_TRUE(can_look()) << "mended";
}

TEST_F(CodeEntry, TellsTheRegistryNothingOfTheCode) {
    std::string const secret(rig.words.word(kCode.words[0]));
    type_word(kCode.words[0]);
    press(rig.words.word(kCode.words[1]).substr(0, 3));
    ASSERT_NE(widget("code.word.0"), nullptr);
    for (Widget const& one : rig.terminal().registry().widgets()) {
        EXPECT_EQ(one.label.find(secret), std::string::npos) << one.id;
        EXPECT_EQ(one.label.find(rig.words.word(kCode.words[1])), std::string::npos) << one.id;
    }
    for (Lettering const& lettering : rig.terminal().registry().letterings()) {
        EXPECT_EQ(lettering.text.find(secret), std::string::npos);
        EXPECT_EQ(lettering.text.find(rig.words.word(kCode.words[1])), std::string::npos);
    }
    EXPECT_EQ(widget("code.word.0")->role, Role::key) << "else a recording says where it was";
}

TEST_F(CodeEntry, ForgetsTheCodeWithTheOtherWayToType) {
    type_word(kCode.words[0]);
    rig.tap("code.by_digits");
    press("00");
    rig.tap("code.by_words");

    EXPECT_EQ(rig.journey().code_draft().words(), 0U);
    EXPECT_TRUE(rig.journey().code_draft().digits().empty());
}

TEST(CodeResult, IsTheSameForAWrongCodeAndOneNotYetKnown) {
    KioskRig rig;
    rig.tap("attract.start");
    rig.tap("home.code");
    rig.tap("code.by_digits");
    for (char const digit : kCode.digits()) {
        rig.tap(std::string("key.") + digit);
    }
    rig.tap("code.look");
    rig.held.answer(flow::CodeState::nothing_to_see);
    rig.step();
    ASSERT_TRUE(rig.on<flow::screen::CodeResult>());
    EXPECT_EQ(rig.findings(), "");
    rig.tap("code_result.again");

    EXPECT_TRUE(rig.on<flow::screen::CodeEntry>());
    EXPECT_FALSE(rig.journey().code_draft().complete()) << "typed anew";
}

} // namespace
} // namespace inloop::ui
