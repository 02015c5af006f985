// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/utf8.h"
#include "kiosk/terminal/ui/keyboard_layout.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>
#include <string>

namespace inloop::ui {
namespace {

using flow::KeyboardLayer;

constexpr Shape kShapes[] = {Shape::wide, Shape::compact, Shape::tall};
constexpr KeyboardLayer kLayers[] = {KeyboardLayer::letters, KeyboardLayer::digits,
                                     KeyboardLayer::accents};

bool has(std::vector<KeyRow> const& rows, KeyAction action) {
    return std::ranges::any_of(rows, [action](KeyRow const& row) {
        return std::ranges::any_of(row,
                                   [action](KeyShape const& key) { return key.action == action; });
    });
}

std::set<std::string> inserted(std::vector<KeyRow> const& rows, bool shifted) {
    std::set<std::string> all;
    for (KeyRow const& row : rows) {
        for (KeyShape const& key : row) {
            if (key.action == KeyAction::insert) {
                all.emplace(shifted ? key.upper : key.lower);
            }
        }
    }
    return all;
}

TEST(KeyboardLayout, LetsEveryLayerBeLeftAndMended) {
    for (Shape const shape : kShapes) {
        for (KeyboardLayer const layer : kLayers) {
            auto const rows = keyboard_layout(shape, KeySet::text, layer);
            EXPECT_TRUE(has(rows, KeyAction::backspace));
            EXPECT_TRUE(has(rows, KeyAction::enter));
            EXPECT_EQ(has(rows, KeyAction::letters), layer != KeyboardLayer::letters);
            EXPECT_EQ(has(rows, KeyAction::digits), layer != KeyboardLayer::digits);
            EXPECT_EQ(has(rows, KeyAction::accents), layer != KeyboardLayer::accents);
            EXPECT_TRUE(inserted(rows, false).contains(" "));
        }
    }
}

TEST(KeyboardLayout, HasNoKeyTwiceInALayer) {
    for (Shape const shape : kShapes) {
        for (KeyboardLayer const layer : kLayers) {
            std::multiset<std::string> keys;
            for (KeyRow const& row : keyboard_layout(shape, KeySet::text, layer)) {
                for (KeyShape const& key : row) {
                    keys.insert(std::to_string(static_cast<int>(key.action)) +
                                std::string(key.lower));
                }
            }
            for (std::string const& key : keys) {
                EXPECT_EQ(keys.count(key), 1U) << key;
            }
        }
    }
}

TEST(KeyboardLayout, HasTheWholeAlphabetInBothCases) {
    for (Shape const shape : kShapes) {
        auto const rows = keyboard_layout(shape, KeySet::text, KeyboardLayer::letters);
        for (char letter = 'a'; letter <= 'z'; ++letter) {
            EXPECT_TRUE(inserted(rows, false).contains(std::string(1, letter))) << letter;
            auto const capital = static_cast<char>(letter - 'a' + 'A');
            EXPECT_TRUE(inserted(rows, true).contains(std::string(1, capital))) << capital;
        }
        EXPECT_TRUE(has(rows, KeyAction::shift));
        EXPECT_TRUE(inserted(rows, true).contains("."));
        EXPECT_TRUE(inserted(rows, true).contains("?"));
    }
}

TEST(KeyboardLayout, HasDigitsAndTheSignsOfAnAddress) {
    for (Shape const shape : kShapes) {
        auto const signs =
            inserted(keyboard_layout(shape, KeySet::text, KeyboardLayer::digits), false);
        for (char digit = '0'; digit <= '9'; ++digit) {
            EXPECT_TRUE(signs.contains(std::string(1, digit))) << digit;
        }
        for (char const* const sign : {"@", ".", "-", "/", "+", "€", "&", "!"}) {
            EXPECT_TRUE(signs.contains(sign)) << sign;
        }
        EXPECT_TRUE(
            has(keyboard_layout(shape, KeySet::text, KeyboardLayer::digits), KeyAction::hide));
    }
}

TEST(KeyboardLayout, ShowsDigitsWhereSignsAreAskedFor) {
    for (Shape const shape : kShapes) {
        EXPECT_EQ(inserted(keyboard_layout(shape, KeySet::text, KeyboardLayer::signs), false),
                  inserted(keyboard_layout(shape, KeySet::text, KeyboardLayer::digits), false));
    }
}

TEST(KeyboardLayout, MovesTheCaretEveryWay) {
    for (Shape const shape : kShapes) {
        auto const rows = keyboard_layout(shape, KeySet::text, KeyboardLayer::digits);
        for (KeyAction const way :
             {KeyAction::left, KeyAction::right, KeyAction::up, KeyAction::down}) {
            EXPECT_TRUE(has(rows, way));
        }
    }
}

TEST(KeyboardLayout, FillsEveryRowAlike) {
    for (Shape const shape : kShapes) {
        for (KeyboardLayer const layer : kLayers) {
            for (KeyRow const& row : keyboard_layout(shape, KeySet::text, layer)) {
                float const shares =
                    std::accumulate(row.begin(), row.end(), 0.0F,
                                    [](float sum, KeyShape const& key) { return sum + key.share; });
                float const columns = shape == Shape::tall ? 6.0F : 10.0F;
                EXPECT_LE(shares, columns + 0.1F);
                EXPECT_GE(shares, columns - 0.5F);
                EXPECT_TRUE(std::ranges::all_of(
                    row, [](KeyShape const& key) { return key.share >= 0.9F; }));
            }
        }
    }
}

constexpr KeySet kSmallSets[] = {KeySet::email, KeySet::phone, KeySet::digits, KeySet::word};

std::set<std::string> inserted(Shape shape, KeySet keys) {
    return inserted(keyboard_layout(shape, keys, KeyboardLayer::letters), false);
}

TEST(KeyboardLayout, HasEverythingOfAnAddressAtOnce) {
    for (Shape const shape : kShapes) {
        auto const keys = inserted(shape, KeySet::email);
        for (char letter = 'a'; letter <= 'z'; ++letter) {
            EXPECT_TRUE(keys.contains(std::string(1, letter))) << letter;
        }
        for (char digit = '0'; digit <= '9'; ++digit) {
            EXPECT_TRUE(keys.contains(std::string(1, digit))) << digit;
        }
        for (char const* const sign : {"@", ".", "-", "_", "+", ".nl", ".com"}) {
            EXPECT_TRUE(keys.contains(sign)) << sign;
        }
        EXPECT_FALSE(keys.contains(" ")) << "an address has none";
    }
}

TEST(KeyboardLayout, HasNumbersAsOnATelephone) {
    for (Shape const shape : kShapes) {
        EXPECT_EQ(inserted(shape, KeySet::phone),
                  (std::set<std::string>{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "+"}));
        EXPECT_EQ(inserted(shape, KeySet::digits),
                  (std::set<std::string>{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}));
        auto const rows = keyboard_layout(shape, KeySet::phone, KeyboardLayer::letters);
        ASSERT_EQ(rows.size(), 4U);
        EXPECT_EQ(rows[0][0].lower, "1");
        EXPECT_EQ(rows[3][1].lower, "0");
    }
}

TEST(KeyboardLayout, HasOnlyLettersForACodeWord) {
    for (Shape const shape : kShapes) {
        auto const keys = inserted(shape, KeySet::word);
        EXPECT_EQ(keys.size(), 26U);
        EXPECT_TRUE(keys.contains("a"));
        EXPECT_TRUE(keys.contains("z"));
    }
}

TEST(KeyboardLayout, HasTheSignsOfAPairingCodeAndNoneThatIsTakenForAnother) {
    for (Shape const shape : kShapes) {
        auto const rows = keyboard_layout(shape, KeySet::pairing, KeyboardLayer::letters);
        auto const signs = inserted(rows, true);
        EXPECT_EQ(signs.size(), 32U);
        for (char const* const other : {"I", "L", "O", "U"}) {
            EXPECT_FALSE(signs.contains(other)) << other;
        }
        EXPECT_TRUE(has(rows, KeyAction::backspace));
    }
}

TEST(KeyboardLayout, LetsEverySetBeMended) {
    for (Shape const shape : kShapes) {
        for (KeySet const keys : kSmallSets) {
            auto const rows = keyboard_layout(shape, keys, KeyboardLayer::letters);
            EXPECT_TRUE(has(rows, KeyAction::backspace));
            EXPECT_FALSE(has(rows, KeyAction::enter)) << "one line is enough";
            EXPECT_FALSE(has(rows, KeyAction::shift)) << "capitals say nothing here";
        }
    }
}

TEST(KeyboardLayout, PutsInOneGraphemeAKey) {
    for (Shape const shape : kShapes) {
        for (KeyboardLayer const layer : kLayers) {
            for (bool const shifted : {false, true}) {
                for (std::string const& letter :
                     inserted(keyboard_layout(shape, KeySet::text, layer), shifted)) {
                    EXPECT_TRUE(utf8::is_valid(letter));
                    EXPECT_EQ(utf8::next_grapheme(letter, 0), letter.size()) << letter;
                }
            }
        }
    }
}

} // namespace
} // namespace inloop::ui
