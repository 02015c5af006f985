// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/text/atlas.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <vector>

namespace inloop::text {
namespace {

using platform::PixelRect;
using platform::PixelSize;

std::vector<std::uint8_t> coverage(PixelSize size, std::uint8_t value = 200) {
    return std::vector<std::uint8_t>(
        static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height), value);
}

bool overlap(PixelRect const& a, PixelRect const& b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

// The texture as a display would hold it; what was never given is 77.
std::vector<std::uint8_t> texture_of(Atlas& atlas) {
    auto const side = static_cast<std::size_t>(atlas.side());
    std::vector<std::uint8_t> texture(side * side, 77);
    for (AtlasChange const& change : atlas.take_changes()) {
        std::size_t from = 0;
        for (int y = change.area.top; y < change.area.bottom; ++y) {
            for (int x = change.area.left; x < change.area.right; ++x) {
                texture[static_cast<std::size_t>(y) * side + static_cast<std::size_t>(x)] =
                    change.pixels[from++];
            }
        }
    }
    return texture;
}

TEST(Atlas, HoldsAnOpaqueSquareInItsCorner) {
    Atlas atlas(64);

    auto const texture = texture_of(atlas);

    for (std::size_t y = 0; y < kWhiteSide; ++y) {
        for (std::size_t x = 0; x < kWhiteSide; ++x) {
            EXPECT_EQ(texture[y * 64 + x], 255);
        }
    }
    EXPECT_NE(texture[kWhiteSide], 255);
}

TEST(Atlas, GivesEachPictureAPlaceOfItsOwnWithClearPixelsBeside) {
    Atlas atlas(256);
    std::vector<PixelRect> places{Atlas::kWhite};

    for (int i = 0; i < 60; ++i) {
        PixelSize const size{3 + i % 11, 5 + i % 17};
        auto const place = atlas.add(size, coverage(size));
        ASSERT_TRUE(place);
        EXPECT_EQ((PixelSize{place->width(), place->height()}), size);
        places.push_back(*place);
    }

    auto const texture = texture_of(atlas);
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            EXPECT_FALSE(overlap(places[i], places[k]));
        }
        EXPECT_LE(places[i].right, 256);
        EXPECT_LE(places[i].bottom, 256);
        auto const row = static_cast<std::size_t>(places[i].top) * 256;
        EXPECT_EQ(texture[row + static_cast<std::size_t>(places[i].right)], 0);
    }
}

TEST(Atlas, TellsAChangeOnce) {
    Atlas atlas(64);
    EXPECT_EQ(atlas.take_changes().size(), 1U); // the opaque square

    ASSERT_TRUE(atlas.add({5, 5}, coverage({5, 5})));

    EXPECT_EQ(atlas.take_changes().size(), 1U);
    EXPECT_TRUE(atlas.take_changes().empty());
}

TEST(Atlas, KeepsThePixelsAsTheyAre) {
    Atlas atlas(64);
    std::vector<std::uint8_t> pixels(12);
    std::iota(pixels.begin(), pixels.end(), std::uint8_t{10});

    auto const place = atlas.add({4, 3}, pixels);

    ASSERT_TRUE(place);
    auto const texture = texture_of(atlas);
    auto const at = [](int x, int y) {
        return static_cast<std::size_t>(y) * 64 + static_cast<std::size_t>(x);
    };
    EXPECT_EQ(texture[at(place->left, place->top)], 10);
    EXPECT_EQ(texture[at(place->left + 3, place->top + 2)], 21);
}

TEST(Atlas, RefusesWhatDoesNotFitAndTakesItAgainWhenCleared) {
    Atlas atlas(64);
    int added = 0;
    while (atlas.add({9, 9}, coverage({9, 9}))) {
        ++added;
        ASSERT_LT(added, 64);
    }
    EXPECT_GE(added, 20);
    auto const before = atlas.generation();

    atlas.clear();

    EXPECT_EQ(atlas.generation(), before + 1);
    EXPECT_TRUE(atlas.add({9, 9}, coverage({9, 9})));
    EXPECT_EQ(texture_of(atlas)[0], 255); // the square is there in every generation
}

TEST(Atlas, UsesAHighShelfForALowPictureBeforeItGivesUp) {
    Atlas atlas(64);
    ASSERT_TRUE(atlas.add({10, 40}, coverage({10, 40})));
    int low = 0;
    while (atlas.add({10, 8}, coverage({10, 8}))) {
        ++low;
    }
    EXPECT_GE(low, 9); // five beside the high picture, the rest on a shelf of their own
}

} // namespace
} // namespace inloop::text
