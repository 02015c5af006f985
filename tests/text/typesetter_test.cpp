// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/text/layout_cache.h"
#include "kiosk/terminal/text/typesetter.h"
#include "tests/support/scratch.h"
#include "tests/support/text_samples.h"
#include "tests/support/typesetting.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <limits>
#include <string>
#include <vector>

namespace inloop::text {
namespace {

using support::kSamples;
using support::Sample;
using support::set_text;
using testing::HasSubstr;

ErrorCode code_of(FontSet const& fonts) {
    auto const opened = Typesetter::open(fonts);
    return opened ? ErrorCode::already_there : opened.error().code;
}

bool equal(Layout const& a, Layout const& b) {
    return std::ranges::equal(a.glyphs(), b.glyphs()) && std::ranges::equal(a.lines(), b.lines());
}

TEST(Typesetter, NamesTheFileAndThePackageOfAMissingFont) {
    FontSet fonts = support::debian_fonts();
    EXPECT_TRUE(Typesetter::open(fonts));
    fonts.bold.emplace_back("/nowhere/NotoSansMissing-Bold.ttf");

    auto const opened = Typesetter::open(fonts);

    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::not_found);
    EXPECT_THAT(opened.error().message, HasSubstr("/nowhere/NotoSansMissing-Bold.ttf"));
    EXPECT_THAT(opened.error().message, HasSubstr("fonts-noto-core"));
}

TEST(Typesetter, NamesThePackageOfTheIcons) {
    FontSet fonts = support::debian_fonts();
    fonts.icons = "/nowhere/MaterialIcons-Regular.ttf";

    auto const opened = Typesetter::open(fonts);

    ASSERT_FALSE(opened);
    EXPECT_THAT(opened.error().message, HasSubstr("fonts-material-design-icons-iconfont"));
}

TEST(Typesetter, RefusesABrokenFont) {
    support::Scratch const scratch;
    auto const file = scratch / "NotoSans-Regular.ttf";
    FontSet fonts;
    fonts.regular = {file};

    std::ofstream(file) << "this is no font";
    auto const opened = Typesetter::open(fonts);

    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::corrupt);
    EXPECT_THAT(opened.error().message, HasSubstr(file.string()));

    std::filesystem::copy_file(support::debian_fonts().regular[0], file,
                               std::filesystem::copy_options::overwrite_existing);
    EXPECT_TRUE(Typesetter::open(fonts));
}

TEST(Typesetter, RefusesAFontCutShort) {
    support::Scratch const scratch;
    auto const file = scratch / "NotoSans-Regular.ttf";
    std::filesystem::copy_file(support::debian_fonts().regular[0], file);
    FontSet fonts;
    fonts.regular = {file};

    std::filesystem::resize_file(file, 300);

    EXPECT_EQ(code_of(fonts), ErrorCode::corrupt);
}

TEST(Typesetter, RefusesAnEmptyListAndAFolder) {
    FontSet fonts;
    EXPECT_EQ(code_of(fonts), ErrorCode::invalid_input);

    fonts.regular = {"/usr/share/fonts"};

    EXPECT_EQ(code_of(fonts), ErrorCode::not_found);
}

TEST(Typesetter, DrawsBoldWithRegularWhereThereIsNoBold) {
    FontSet fonts = support::debian_fonts();
    fonts.bold.clear();
    fonts.icons.clear();
    auto const typesetter = std::move(*Typesetter::open(fonts));
    std::array const bold{Span{"a", Weight::bold}};
    std::array const icon{Span{"\uE0CD", Weight::icon}};

    EXPECT_EQ(typesetter->lay_out_private(bold, {}).missing(), 0U);
    EXPECT_EQ(typesetter->lay_out_private(icon, {}).missing(), 1U);
}

TEST(Typesetter, KeepsALayoutAndMakesAnotherForAnyDifference) {
    auto const typesetter = support::open_typesetter();
    std::array const spans{Span{"Wis en stop"}};
    std::array const bold{Span{"Wis en stop", Weight::bold}};
    std::array const toned{Span{"Wis en stop", Weight::regular, 1}};
    std::array const split{Span{"Wis "}, Span{"en stop"}};
    ParagraphStyle const style{.size_px = 22, .width_px = 200};
    ParagraphStyle wide = style;
    wide.width_px = 201;
    ParagraphStyle turkish = style;
    turkish.language = "tr";

    Layout const& first = typesetter->lay_out(spans, style);

    EXPECT_EQ(&typesetter->lay_out(spans, style), &first);
    EXPECT_NE(&typesetter->lay_out(bold, style), &first);
    EXPECT_NE(&typesetter->lay_out(toned, style), &first);
    EXPECT_NE(&typesetter->lay_out(split, style), &first);
    EXPECT_NE(&typesetter->lay_out(spans, wide), &first);
    EXPECT_NE(&typesetter->lay_out(spans, turkish), &first);
    typesetter->begin_frame();
    EXPECT_EQ(&typesetter->lay_out(spans, style), &first);
}

TEST(Typesetter, SetsTheSameTextTheSameEachTime) {
    auto const one = support::open_typesetter();
    auto const other = support::open_typesetter();
    for (Sample const& sample : kSamples) {
        ParagraphStyle const style{.size_px = 23.7F, .width_px = 211};

        Layout const first = set_text(*one, sample.text, style);

        EXPECT_TRUE(equal(first, set_text(*one, sample.text, style))) << sample.name;
        EXPECT_TRUE(equal(first, set_text(*other, sample.text, style))) << sample.name;
    }
    EXPECT_FALSE(equal(set_text(*one, "a"), set_text(*one, "b")));
}

TEST(Typesetter, SetsALineTheSameWhateverStandsAround) {
    auto const typesetter = support::open_typesetter();
    for (Sample const& sample : kSamples) {
        Layout const alone = set_text(*typesetter, sample.text, {.size_px = 26});
        for (Sample const& other : kSamples) {
            std::string const text =
                std::string(other.text) + "\n" + std::string(sample.text) + "\n(";

            Layout const among = set_text(*typesetter, text, {.size_px = 26});

            EXPECT_EQ(among.lines()[1].width, alone.lines()[0].width)
                << sample.name << " after " << other.name;
        }
    }
}

TEST(Typesetter, MeasuresItsFonts) {
    auto const typesetter = support::open_typesetter();

    Metrics const metrics = typesetter->metrics(Weight::regular, 100);

    // Noto Sans: ascender 1069, descender -293, capitals 714 of 1000.
    EXPECT_NEAR(metrics.ascent, 106.9F, 0.01F);
    EXPECT_NEAR(metrics.descent, 29.3F, 0.01F);
    EXPECT_NEAR(metrics.cap_height, 71.4F, 0.01F);
    EXPECT_NEAR(typesetter->metrics(Weight::bold, 10).cap_height, 7.14F, 0.01F);
    EXPECT_GT(typesetter->metrics(Weight::icon, 24).ascent, 0);
}

TEST(Typesetter, ThrowsEverythingOutWhenTheAtlasIsFull) {
    auto const typesetter = support::open_typesetter(128);
    std::array const spans{Span{"Wis en stop"}};
    Layout const* const first = &typesetter->lay_out(spans, {.size_px = 20});
    auto const before = typesetter->atlas().generation();
    EXPECT_EQ(first->generation(), before);

    for (float size = 21; typesetter->atlas().generation() == before; ++size) {
        ASSERT_LT(size, 100);
        static_cast<void>(set_text(*typesetter, "Wis en stop", {.size_px = size}));
    }

    EXPECT_EQ(typesetter->atlas().generation(), before + 1);
    EXPECT_EQ(first->lines().size(), 1U); // referred to until the frame ends
    Layout const& second = typesetter->lay_out(spans, {.size_px = 20});
    EXPECT_EQ(second.generation(), typesetter->atlas().generation());
    typesetter->begin_frame();
}

TEST(Typesetter, PointsIntoTheNewAtlasWhenALayoutClearsIt) {
    auto const typesetter = support::open_typesetter(128);
    static_cast<void>(set_text(*typesetter, "abcdefghijklmnop", {.size_px = 40}));
    static_cast<void>(typesetter->atlas().take_changes());
    auto const before = typesetter->atlas().generation();

    Layout const layout = set_text(*typesetter, "ABCDEFGHIJKLMNOP", {.size_px = 30});

    EXPECT_EQ(typesetter->atlas().generation(), before + 1);
    EXPECT_EQ(layout.generation(), before + 1);
    EXPECT_EQ(layout.glyphs().size(), 16U);
    auto const changes = typesetter->atlas().take_changes();
    for (Glyph const& glyph : layout.glyphs()) {
        EXPECT_TRUE(std::any_of(changes.begin(), changes.end(), [&](AtlasChange const& change) {
            return change.area.left == glyph.atlas_x && change.area.top == glyph.atlas_y;
        }));
    }
}

TEST(Typesetter, LeavesOutWhatNoAtlasCanHold) {
    auto const typesetter = support::open_typesetter(128);
    std::string every;
    for (char c = '!'; c <= '~'; ++c) {
        every += c;
    }

    Layout const layout = set_text(*typesetter, every, {.size_px = 40});

    EXPECT_GT(layout.glyphs().size(), 3U);
    EXPECT_LT(layout.glyphs().size(), every.size());
    EXPECT_EQ(layout.lines()[0].to, every.size());
    EXPECT_TRUE(set_text(*typesetter, "W", {.size_px = 400}).glyphs().empty());
    EXPECT_EQ(set_text(*typesetter, "W", {.size_px = 40}).glyphs().size(), 1U);
}

TEST(Typesetter, SetsHugeLetters) {
    auto const typesetter = support::open_typesetter();
    std::array const spans{Span{"112", Weight::bold}};

    Layout const layout = typesetter->lay_out_private(spans, {.size_px = 300});

    ASSERT_EQ(layout.glyphs().size(), 3U);
    EXPECT_NEAR(layout.glyphs()[0].height, 214, 3); // 0.714 x 300
    EXPECT_GT(layout.width(), 450);
}

TEST(Typesetter, BringsSillyStylesIntoRange) {
    auto const typesetter = support::open_typesetter();
    float const nan = std::numeric_limits<float>::quiet_NaN();
    float const endless = std::numeric_limits<float>::infinity();
    for (float const value : {nan, endless, -endless, -3.0F, 0.0F, 1e30F, 1e-30F}) {
        ParagraphStyle const style{.size_px = value,
                                   .line_height_px = value,
                                   .width_px = value,
                                   .language =
                                       "a-language-tag-that-is-much-longer-than-any-real-one",
                                   .max_lines = -7};

        Layout const layout = set_text(*typesetter, "Dag مرحبا", style);

        EXPECT_GE(layout.lines().size(), 1U);
        EXPECT_GT(layout.line_height(), 0);
    }
}

TEST(Typesetter, ForgetsWhichLettersWereDrawn) {
    auto const typesetter = support::open_typesetter();
    static_cast<void>(set_text(*typesetter, "geheim"));
    auto const before = typesetter->atlas().generation();

    typesetter->forget();

    EXPECT_EQ(typesetter->atlas().generation(), before + 1);
    EXPECT_EQ(typesetter->atlas().take_changes().size(), 1U); // the opaque square
    EXPECT_EQ(set_text(*typesetter, "geheim").glyphs().size(), 6U);
}

TEST(LayoutCache, ThrowsTheLongestUnusedOut) {
    LayoutCache cache;
    ParagraphStyle const style;
    auto const put = [&](std::string const& text) {
        Span const span{text};
        if (cache.find({&span, 1}, style, 0) == nullptr) {
            static_cast<void>(cache.keep(Layout()));
            return true;
        }
        return false;
    };
    for (std::size_t i = 0; i < kCachedLayouts + 10; ++i) {
        EXPECT_TRUE(put(std::to_string(i)));
        EXPECT_FALSE(put("0")); // used again and again
    }

    cache.begin_frame(0);

    EXPECT_EQ(cache.size(), kCachedLayouts);
    EXPECT_FALSE(put("0"));
    EXPECT_TRUE(put("1"));
    cache.begin_frame(1); // another generation of the atlas
    EXPECT_EQ(cache.size(), 0U);
}

} // namespace
} // namespace inloop::text
