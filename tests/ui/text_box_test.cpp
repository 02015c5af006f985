// SPDX-License-Identifier: EUPL-1.2
// Writing, as a visitor does it: through the whole kiosk.
#include "kiosk/base/utf8.h"
#include "kiosk/entries/tuning.h"
#include "kiosk/terminal/ui/text_box.h"
#include "tests/support/kiosk_rig.h"
#include "tests/support/text_samples.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

namespace inloop::ui {
namespace {

using support::KioskRig;

class TextBox : public testing::Test {
protected:
    TextBox() { rig.open_question(); }
    [[nodiscard]] flow::TypingField& field() { return rig.journey().draft().message; }
    [[nodiscard]] int left() { return letters_left(field(), kMessageLimits); }
    void tap_box(float share_x, float share_y) {
        Rect const box = rig.terminal().registry().find("write.box")->rect;
        platform::Point const at{box.x + box.w * share_x, box.y + box.h * share_y};
        rig.finger(platform::FingerPhase::down, at);
        rig.clock.advance(Milliseconds(100));
        rig.finger(platform::FingerPhase::up, at);
        rig.clock.advance(Milliseconds(200));
    }
    // Taps one of the keys that stand among the digits, and comes back.
    void tap_digit_key(std::string const& id) {
        rig.tap("key.digits");
        rig.tap(id);
        rig.tap("key.letters");
    }

    KioskRig rig;
};

TEST_F(TextBox, HoldsWhatWasTyped) {
    std::string const text = "Staat mijn fiets hier? Ja: nr 12.\nDank u!";
    rig.type(text);

    EXPECT_EQ(rig.text(), text);
    EXPECT_EQ(field().caret, text.size());
}

TEST_F(TextBox, PutsTheCaretWhereItIsTapped) {
    rig.type("Hallo daar");
    tap_box(0.01F, 0.1F);
    EXPECT_EQ(field().caret, 0U);
    rig.type("X");
    tap_box(0.95F, 0.1F);
    EXPECT_EQ(field().caret, rig.text().size());
    rig.type("y");

    EXPECT_EQ(rig.text(), "XHallo daary");
}

TEST_F(TextBox, MovesTheCaretOverLines) {
    rig.type("een\ntwee\ndrie");
    tap_digit_key("key.up");
    std::size_t const second = field().caret;
    EXPECT_GT(second, 4U);
    EXPECT_LE(second, 8U);
    tap_digit_key("key.up");
    EXPECT_LE(field().caret, 3U);
    std::size_t const first = field().caret;
    tap_digit_key("key.up");
    EXPECT_EQ(field().caret, first) << "above the first line there is none";
    tap_digit_key("key.down");
    tap_digit_key("key.down");
    EXPECT_GT(field().caret, 8U);
    std::size_t const third = field().caret;
    tap_digit_key("key.down");
    EXPECT_EQ(field().caret, third);
}

TEST_F(TextBox, MovesTheCaretByLettersAsPeopleSeeThem) {
    std::vector<std::string> const letters{"a", "e\u0301", "🇳🇱", "👨‍👩‍👧", "ب"};
    std::string all;
    for (std::string const& letter : letters) {
        all += letter;
    }
    rig.put(all);
    for (std::size_t i = letters.size(); i-- > 0;) {
        tap_digit_key("key.left");
        all.resize(all.size() - letters[i].size());
        EXPECT_EQ(field().caret, all.size());
    }
    tap_digit_key("key.left");
    EXPECT_EQ(field().caret, 0U);
    for (std::string const& letter : letters) {
        tap_digit_key("key.right");
        all += letter;
        EXPECT_EQ(field().caret, all.size());
    }
    tap_digit_key("key.right");
    EXPECT_EQ(field().caret, all.size());
}

TEST_F(TextBox, TakesAwayAWholeLetterAtATime) {
    std::vector<std::string> const letters{"a", "e\u0301", "🇳🇱", "👨‍👩‍👧", "ب"};
    std::string all;
    for (std::string const& letter : letters) {
        all += letter;
    }
    rig.put(all);
    for (std::size_t i = letters.size(); i-- > 0;) {
        rig.tap("key.backspace");
        all.resize(all.size() - letters[i].size());
        EXPECT_EQ(rig.text(), all);
    }
    rig.tap("key.backspace");
    EXPECT_TRUE(rig.text().empty());
}

TEST_F(TextBox, TakesNoMoreThanFourThousandLetters) {
    rig.put(std::string(entries::kMaxTextCodePoints - 1, 'a'));
    EXPECT_EQ(left(), 1);
    rig.tap("key.shift");
    rig.tap("key.b");
    EXPECT_EQ(left(), 0);
    rig.tap("key.c");
    rig.tap("key.enter");

    EXPECT_EQ(utf8::count(rig.text()), entries::kMaxTextCodePoints);
    EXPECT_EQ(rig.text().back(), 'b');
    EXPECT_EQ(field().caret, rig.text().size());
    rig.tap("key.backspace");
    rig.tap("key.d");
    EXPECT_EQ(rig.text().back(), 'd') << "after taking one away there is room again";
}

TEST_F(TextBox, TakesNoMoreThanItsBytes) {
    std::string euros;
    while (euros.size() + 3 <= entries::kMaxTextBytes) {
        euros += "€";
    }
    rig.put(euros);
    ASSERT_EQ(entries::kMaxTextBytes - euros.size(), 2U);
    rig.tap("key.digits");
    rig.tap("key.€");
    EXPECT_EQ(rig.text().size(), euros.size()) << "three bytes do not fit into two";
    rig.tap("key.letters");
    rig.tap("key.x");
    rig.tap("key.y");
    rig.tap("key.z");

    EXPECT_EQ(rig.text().size(), entries::kMaxTextBytes);
    EXPECT_TRUE(utf8::is_valid(rig.text()));
    EXPECT_EQ(left(), 0);
}

TEST_F(TextBox, BeginsSentencesWithACapital) {
    EXPECT_TRUE(field().shift);
    rig.tap("key.j");
    EXPECT_FALSE(field().shift);
    rig.tap("key.a");
    rig.tap("key.!");
    EXPECT_FALSE(field().shift) << "not before the space";
    rig.tap("key.space");
    EXPECT_TRUE(field().shift);
    rig.tap("key.z");
    rig.tap("key.enter");
    EXPECT_TRUE(field().shift);
    rig.tap("key.o");

    EXPECT_EQ(rig.text(), "Ja! Z\nO");
}

TEST_F(TextBox, TakesBackShiftWithASecondTouch) {
    rig.tap("key.shift");
    EXPECT_FALSE(field().shift);
    rig.tap("key.a");
    rig.tap("key.shift");
    rig.tap("key.b");
    rig.tap("key.c");

    EXPECT_EQ(rig.text(), "aBc");
}

TEST_F(TextBox, KeepsTheCaretInSight) {
    for (int i = 0; i < 20; ++i) {
        rig.tap("key.enter");
    }
    EXPECT_GT(field().scroll_px, 0);
    tap_box(0.1F, 0.05F);
    rig.redraw();
    float const top = field().scroll_px;
    for (int i = 0; i < 25; ++i) {
        tap_digit_key("key.up");
    }

    EXPECT_EQ(field().caret, 0U);
    EXPECT_LT(field().scroll_px, top + 0.5F);
    EXPECT_LT(field().scroll_px, 1);
}

TEST_F(TextBox, RestsWithItsFirstLineWhole) {
    for (int i = 0; i < 12; ++i) {
        rig.type("een regel\n");
    }
    Theme const& theme = rig.terminal().theme();
    float const line = std::round(theme.type.typed * 1.38F);
    auto const is_whole = [&] {
        float const lines = field().scroll_px / line;
        return std::abs(lines - std::round(lines)) < 0.02F;
    };
    ASSERT_GT(field().scroll_px, line);
    EXPECT_TRUE(is_whole()) << "after typing";
    rig.tap("write.box.scroll.up");
    EXPECT_TRUE(is_whole()) << "after a button";
    field().scroll_px += line * 0.4F;
    EXPECT_FALSE(is_whole()) << "the test would see half a line";
}

TEST_F(TextBox, ComesBackWithItsKeysWhenTapped) {
    rig.type("Goed");
    rig.tap("key.digits");
    rig.tap("key.hide");
    ASSERT_TRUE(field().keyboard_hidden);
    EXPECT_EQ(rig.terminal().registry().find("key.e"), nullptr);
    tap_box(0.5F, 0.5F);

    EXPECT_FALSE(field().keyboard_hidden);
    EXPECT_EQ(rig.text(), "Goed");
}

TEST_F(TextBox, DrawsEveryScript) {
    for (support::Sample const& sample : support::kSamples) {
        rig.put(sample.text);
        rig.put("\n");
        EXPECT_TRUE(utf8::is_valid(rig.text())) << sample.name;
        EXPECT_EQ(rig.findings(), "") << sample.name;
        tap_box(0.4F, 0.6F); // anywhere in it, also between the directions
        std::size_t const caret = field().caret;
        EXPECT_EQ(utf8::previous_grapheme(rig.text(), utf8::next_grapheme(rig.text(), caret)),
                  caret == rig.text().size()
                      ? utf8::previous_grapheme(rig.text(), rig.text().size())
                      : caret)
            << sample.name << ": the caret stands within a letter";
        field().caret = rig.text().size();
    }
}

TEST_F(TextBox, TellsTheRegistryNothingOfTheText) {
    rig.type("Zwaluwstaart");
    for (Widget const& widget : rig.terminal().registry().widgets()) {
        EXPECT_EQ(widget.label.find("waluw"), std::string::npos) << widget.id;
        EXPECT_EQ(widget.id.find("waluw"), std::string::npos);
    }
    for (Lettering const& lettering : rig.terminal().registry().letterings()) {
        EXPECT_EQ(lettering.text.find("waluw"), std::string::npos);
    }
}

TEST_F(TextBox, GoesOnOnlyWithSomethingToSay) {
    EXPECT_FALSE(rig.terminal().registry().find("write.next")->enabled);
    rig.type(" \n");
    EXPECT_FALSE(rig.terminal().registry().find("write.next")->enabled) << "nothing to read";
    rig.type("a");
    rig.tap("write.next");

    EXPECT_FALSE(rig.on<flow::screen::Write>());
}

} // namespace
} // namespace inloop::ui
