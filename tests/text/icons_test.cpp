// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/utf8.h"
#include "kiosk/terminal/text/icons.h"
#include "tests/support/typesetting.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace inloop::text {
namespace {

TEST(Icon, IsFoundByItsName) {
    EXPECT_EQ(icon_by_name("arrow_back"), Icon::arrow_back);
    EXPECT_EQ(icon_by_name("check_circle_outline"), Icon::check_circle_outline);
    EXPECT_EQ(icon_code_point("phone"), U'\xE0CD');
    EXPECT_EQ(icon_by_name("sentiment_neutral"), Icon::sentiment_neutral);
    EXPECT_EQ(icon_code_point("mail_outline"), U'\xE0E1');
    EXPECT_EQ(icon_by_name("no_such_icon"), std::nullopt);
    EXPECT_EQ(icon_code_point(""), std::nullopt);
}

TEST(Icon, HasANameACodePointAndTheSameAsText) {
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < kIconCount; ++i) {
        auto const icon = static_cast<Icon>(i);

        EXPECT_EQ(icon_by_name(name(icon)), icon);
        EXPECT_EQ(icon_code_point(name(icon)), code_point(icon));
        EXPECT_TRUE(inloop::utf8::is_valid(utf8(icon)));
        EXPECT_EQ(inloop::utf8::count(utf8(icon)), 1U);
        names.insert(name(icon));
    }
    EXPECT_EQ(names.size(), kIconCount);
}

TEST(Icon, IsInTheFontEachWithAPictureOfItsOwn) {
    auto const typesetter = support::open_typesetter();
    std::set<std::pair<int, int>> pictures;
    for (std::size_t i = 0; i < kIconCount; ++i) {
        auto const icon = static_cast<Icon>(i);
        Span const span{utf8(icon), Weight::icon};

        Layout const layout = typesetter->lay_out_private({&span, 1}, {.size_px = 32});

        EXPECT_EQ(layout.missing(), 0U) << name(icon);
        ASSERT_EQ(layout.glyphs().size(), 1U) << name(icon);
        EXPECT_EQ(layout.width(), 32) << name(icon); // icons are as wide as their em square
        pictures.emplace(layout.glyphs()[0].atlas_x, layout.glyphs()[0].atlas_y);
    }
    // A code point of the wrong icon would most likely give two names one picture.
    EXPECT_EQ(pictures.size(), kIconCount);
}

TEST(Icon, ThatTheFontLacksCountsAsMissing) {
    auto const typesetter = support::open_typesetter();
    Span const span{"中", Weight::icon};

    Layout const layout = typesetter->lay_out_private({&span, 1}, {.size_px = 32});

    EXPECT_EQ(layout.missing(), 1U);
}

} // namespace
} // namespace inloop::text
