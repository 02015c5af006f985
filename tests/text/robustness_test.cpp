// SPDX-License-Identifier: EUPL-1.2
// Nothing a page or a visitor can write makes the typesetter fail: whatever the bytes, each is on
// exactly one line and every touch lands on a byte of the text.
#include "kiosk/base/utf8.h"
#include "tests/support/seeded_random.h"
#include "tests/support/typesetting.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>

namespace inloop::text {
namespace {

using support::set_text;

void append_utf8(std::string& out, std::uint32_t code_point) {
    auto const tail = [&](unsigned shift) {
        out += static_cast<char>(0x80U | ((code_point >> shift) & 0x3FU));
    };
    if (code_point < 0x80) {
        out += static_cast<char>(code_point);
    } else if (code_point < 0x800) {
        out += static_cast<char>(0xC0U | (code_point >> 6U));
        tail(0);
    } else if (code_point < 0x10000) {
        out += static_cast<char>(0xE0U | (code_point >> 12U));
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0U | (code_point >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

void expect_sound(Layout const& layout, std::string_view text) {
    std::size_t at = 0;
    for (Line const& line : layout.lines()) {
        ASSERT_EQ(line.from, at);
        at = line.to;
        ASSERT_LE(layout.byte_at(line.left + line.width / 2, line.top + 1), text.size());
    }
    EXPECT_EQ(at, text.size());
    for (std::size_t byte = 0; byte <= text.size(); ++byte) {
        ASSERT_GE(layout.caret(byte).top, 0);
    }
}

TEST(Robustness, SetsTenThousandRandomCodePoints) {
    auto const typesetter = support::open_typesetter();
    support::SeededRandom random(1);
    // Planes 0 and 1 hold all scripts; above them little is assigned.
    for (std::uint32_t const bound : {0x3000U, 0x20000U, 0x110000U}) {
        std::string text;
        for (int i = 0; i < 10'000; ++i) {
            append_utf8(text, random.below(bound)); // surrogates among them, as malformed bytes
        }
        for (float const width : {0.0F, 300.0F}) {
            expect_sound(set_text(*typesetter, text, {.size_px = 14, .width_px = width}), text);
        }
    }
}

TEST(Robustness, SetsRandomBytes) {
    auto const typesetter = support::open_typesetter();
    support::SeededRandom random(2);
    for (int round = 0; round < 50; ++round) {
        std::string text;
        for (int i = 0; i < 300; ++i) {
            text += static_cast<char>(random.below(256));
        }

        expect_sound(set_text(*typesetter, text, {.size_px = 14, .width_px = 200}), text);
    }
}

TEST(Robustness, SetsEveryCodePointOfTheFirstTwoPlanes) {
    auto const typesetter = support::open_typesetter();
    for (std::uint32_t from = 0; from < 0x20000; from += 512) {
        std::string text;
        for (std::uint32_t code_point = from; code_point < from + 512; ++code_point) {
            append_utf8(text, code_point);
        }

        expect_sound(set_text(*typesetter, text, {.size_px = 12, .width_px = 250}), text);
    }
}

TEST(Robustness, SetsTextThatCausesTroubleElsewhere) {
    auto const typesetter = support::open_typesetter();
    std::string marks = "a";
    std::string nested;
    std::string isolates;
    for (int i = 0; i < 500; ++i) {
        marks += "\u0301";
        nested += "\u202Bا(";
        isolates += "\u2067a[";
    }
    for (std::string const& text :
         {marks, nested, isolates, std::string(4000, '\n'), std::string(4000, ' '),
          std::string("\u200B\u200C\u200D\u2060\uFEFF"), std::string("\u0301\u0301"),
          std::string("\u202E\u202E\u202E"), std::string("🇳🇱🇳"), std::string("\uFDFD\uFFFF\uFFFE"),
          std::string(1, '\0'), std::string(4000, '\x01')}) {
        for (float const width : {0.0F, 5.0F, 300.0F}) {
            expect_sound(set_text(*typesetter, text, {.size_px = 26, .width_px = width}), text);
        }
    }
}

TEST(Robustness, DrawsNothingForControls) {
    auto const typesetter = support::open_typesetter();

    Layout const layout = set_text(*typesetter, "a\x01\x02\x7F"
                                                "b");
    Layout const plain = set_text(*typesetter, "ab");

    EXPECT_EQ(layout.glyphs().size(), plain.glyphs().size());
    EXPECT_EQ(layout.width(), plain.width());
    EXPECT_EQ(layout.missing(), 0U);
}

TEST(Robustness, DrawsMalformedBytesAsReplacements) {
    auto const typesetter = support::open_typesetter();
    for (std::string_view const bytes : {"a\x80"
                                         "b",
                                         "a\xC3"
                                         "b",
                                         "a\xFF"
                                         "b"}) {
        Layout const malformed = set_text(*typesetter, bytes);
        Layout const replaced = set_text(*typesetter, "a\uFFFDb");

        EXPECT_TRUE(std::ranges::equal(malformed.glyphs(), replaced.glyphs()));
        EXPECT_EQ(malformed.missing(), 0U);
    }
}

} // namespace
} // namespace inloop::text
