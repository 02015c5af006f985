// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/theme.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

namespace inloop::ui {
namespace {

constexpr double kLeastContrast = 4.5; // WCAG 2.2, 1.4.3

struct Pair {
    std::string name;
    Colour letters, ground;
};

// Every colour of letters on every ground it stands on.
std::vector<Pair> pairs_of(Palette const& p) {
    return {{"ink on paper", p.ink, p.paper},
            {"ink on card", p.ink, p.card},
            {"ink on bar", p.ink, p.bar},
            {"ink on tint", p.ink, p.tint},
            {"ink on function key", p.ink, p.function_key},
            {"soft ink on paper", p.ink_soft, p.paper},
            {"soft ink on card", p.ink_soft, p.card},
            {"soft ink on bar", p.ink_soft, p.bar},
            {"soft ink on tint", p.ink_soft, p.tint},
            {"blue on card", p.blue, p.card},
            {"blue on bar", p.blue, p.bar},
            {"blue on tint", p.blue, p.tint},
            {"on blue", p.on_blue, p.blue},
            {"on amber", p.on_amber, p.amber},
            {"on pressed amber", p.on_amber, p.amber_pressed},
            {"green on paper", p.green, p.paper},
            {"green on card", p.green, p.card},
            {"green on bar", p.green, p.bar},
            {"green on green", p.green, p.green_tint},
            {"on red", p.on_red, p.red},
            {"on strip", p.on_strip, p.strip},
            {"soft on strip", p.on_strip_soft, p.strip},
            {"off on card", p.off, p.card},
            {"off on paper", p.off, p.paper},
            {"off on bar", p.off, p.bar},
            {"on pressed", p.on_pressed, p.pressed},
            {"number on ink", p.paper, p.ink},
            {"ink on sand", p.ink, p.sand},
            {"ink on water", p.ink, p.water},
            {"ink on green area", p.ink, p.green_area},
            {"ink on road", p.ink, p.road}};
}

Theme theme(platform::PixelSize size, float pixels_per_mm) {
    return Theme::make({.size = size, .pixels_per_mm = pixels_per_mm});
}

TEST(Theme, KeepsEveryPairOfColoursLegible) {
    for (Contrast const contrast_wanted : {Contrast::normal, Contrast::high}) {
        Theme const theme = Theme::make({.contrast = contrast_wanted});
        for (Pair const& pair : pairs_of(theme.palette)) {
            EXPECT_GE(contrast(pair.letters, pair.ground), kLeastContrast)
                << pair.name << (theme.high_contrast() ? ", high contrast" : "");
        }
    }
}

TEST(Theme, MeasuresContrastAsWcagDoes) {
    EXPECT_NEAR(contrast(rgb(0x000000), rgb(0xFFFFFF)), 21.0, 0.001);
    EXPECT_NEAR(contrast(rgb(0x777777), rgb(0xFFFFFF)), 4.478, 0.001); // just too light
    EXPECT_NEAR(contrast(rgb(0x767676), rgb(0xFFFFFF)), 4.542, 0.001);
    EXPECT_DOUBLE_EQ(contrast(rgb(0x123456), rgb(0x123456)), 1.0);
    EXPECT_DOUBLE_EQ(contrast(rgb(0x0000FF), rgb(0xFFFFFF)),
                     contrast(rgb(0xFFFFFF), rgb(0x0000FF)));
}

TEST(Theme, GivesHighContrastMoreOfIt) {
    Theme const high = Theme::make({.contrast = Contrast::high});

    EXPECT_GE(contrast(high.palette.ink, high.palette.paper), 20.0);
    EXPECT_TRUE(high.high_contrast());
}

TEST(Theme, ChoosesTheShapeByTheDisplay) {
    EXPECT_EQ(theme({1280, 800}, 5.9F).shape, Shape::wide);
    EXPECT_EQ(theme({800, 480}, 5.2F).shape, Shape::compact);
    EXPECT_EQ(theme({720, 1280}, 8.1F).shape, Shape::tall);
    // Millimetres decide, not pixels: a fine 7 inch panel is still small.
    EXPECT_EQ(theme({1920, 1080}, 12.4F).shape, Shape::compact);
    EXPECT_EQ(theme({800, 480}, 3.0F).shape, Shape::wide);
    EXPECT_EQ(theme({800, 800}, 3.0F).shape, Shape::wide) << "a square is not portrait";
}

TEST(Theme, IsTheDesignItselfAtTheSizeItWasDrawnFor) {
    EXPECT_FLOAT_EQ(theme({1280, 800}, 5.9F).scale, 1.0F);
    EXPECT_FLOAT_EQ(theme({800, 480}, 5.2F).scale, 1.0F);
    EXPECT_FLOAT_EQ(theme({720, 1280}, 8.1F).scale, 1.0F);
}

TEST(Theme, ScalesByTheSideThatFitsLeast) {
    Theme const doubled = theme({2560, 1600}, 11.8F);
    Theme const narrow = theme({1280, 1000}, 5.9F);

    EXPECT_FLOAT_EQ(doubled.scale, 2.0F);
    EXPECT_FLOAT_EQ(doubled.type.body, 2 * theme({1280, 800}, 5.9F).type.body);
    EXPECT_FLOAT_EQ(narrow.scale, 1.0F);
    EXPECT_FLOAT_EQ(doubled.px(10.3F), 21.0F);
    EXPECT_FLOAT_EQ(doubled.mm(10), 118.0F);
}

TEST(Theme, LosesNoLengthOnATinyDisplay) {
    Theme const tiny = theme({80, 50}, 0.4F);

    EXPECT_GE(tiny.space.border, 1.0F);
    EXPECT_GE(tiny.type.label, 1.0F);
}

TEST(Theme, MakesLettersLargerAndNoneSmaller) {
    for (platform::PixelSize const size :
         {platform::PixelSize{1280, 800}, platform::PixelSize{800, 480},
          platform::PixelSize{720, 1280}}) {
        Theme const normal = Theme::make({.size = size});
        Theme const large = Theme::make({.size = size, .letters = LetterSize::large});
        EXPECT_GE(large.type.body, normal.type.body);
        EXPECT_GT(large.type.label, normal.type.label);
        EXPECT_GE(large.type.emergency, normal.type.emergency);
    }
}

// Every size of letters of a theme but those that follow their place: keys and the least.
std::vector<float> letters_of(TypeScale const& type) {
    return {type.idle_title, type.gate,  type.title, type.heading, type.tile,
            type.body,       type.card,  type.typed, type.hint,    type.button,
            type.main,       type.strip, type.label, type.code,    type.digits};
}

TEST(Theme, GivesEveryTextTheHeightOfLargeLetters) {
    struct Case {
        platform::PixelSize size;
        float pixels_per_mm, letters;
    };
    for (Case const& one :
         {Case{{1280, 800}, 5.9F, 61}, Case{{800, 480}, 5.2F, 44}, Case{{720, 1280}, 8.1F, 61}}) {
        Theme const large = Theme::make(
            {.size = one.size, .pixels_per_mm = one.pixels_per_mm, .letters = LetterSize::large});

        for (float const size : letters_of(large.type)) {
            EXPECT_GE(size, one.letters) << one.size.width;
        }
        EXPECT_FLOAT_EQ(large.type.body, one.letters) << one.size.width;
        EXPECT_TRUE(large.large());
    }
}

TEST(Theme, MakesRoomForLargeLettersInStripAndBar) {
    Theme const large = Theme::make({.letters = LetterSize::large});

    EXPECT_FLOAT_EQ(large.space.strip, 88);
    EXPECT_FLOAT_EQ(large.space.bar, 128);
    EXPECT_GE(large.space.bar_button, large.type.button * 1.2F);
    EXPECT_GE(large.space.setting, large.mm(kSmallestTargetMm));
}

TEST(Theme, KeepsItsSizesInLowReach) {
    Theme const low = Theme::make({.reach = Reach::low});

    EXPECT_TRUE(low.low_reach());
    EXPECT_FLOAT_EQ(low.type.body, Theme::make({}).type.body);
    EXPECT_FLOAT_EQ(low.space.bar, Theme::make({}).space.bar);
}

TEST(Theme, MakesColoursTransparentByShare) {
    EXPECT_EQ(rgb(0x102030).with_alpha(0.5F), (Colour{0x10, 0x20, 0x30, 128}));
    EXPECT_EQ(rgb(0x102030).with_alpha(-1).a, 0);
    EXPECT_EQ(rgb(0x102030).with_alpha(2).a, 255);
}

} // namespace
} // namespace inloop::ui
