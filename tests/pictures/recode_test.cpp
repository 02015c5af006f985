// SPDX-License-Identifier: EUPL-1.2
#include "platform/pictures/recode.h"
#include "tests/pictures/sample_pictures.h"
#include "tests/support/must.h"

#include <gmock/gmock.h>
#include <stb/stb_image.h>

#include <array>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace inloop::pictures {
namespace {

using support::must;
using support::Sample;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr PictureSpec kSpec{.bytes = 65'536, .width = 1200, .height = 1600};

using Colour = std::array<int, 3>;
constexpr Colour kRed{255, 0, 0};
constexpr Colour kGreen{0, 255, 0};
constexpr Colour kBlue{0, 0, 255};
constexpr Colour kBlack{0, 0, 0};
constexpr Colour kWhite{255, 255, 255};

// What a kiosk sees of a JPEG.
struct Seen {
    int width = 0;
    int height = 0;
    std::shared_ptr<std::uint8_t> rgb{};

    [[nodiscard]] bool shows(double right, double down, Colour colour) const {
        int const x = static_cast<int>(right * width);
        int const y = static_cast<int>(down * height);
        std::uint8_t const* const pixel =
            rgb.get() + 3 * (static_cast<std::ptrdiff_t>(y) * width + x);
        bool same = true;
        for (int i = 0; i < 3; ++i) {
            same = same && std::abs(pixel[i] - colour[static_cast<std::size_t>(i)]) < 40;
        }
        return same;
    }
    [[nodiscard]] bool shows_fields(Colour left_above, Colour right_above, Colour left_below,
                                    Colour right_below) const {
        return shows(0.25, 0.25, left_above) && shows(0.75, 0.25, right_above) &&
               shows(0.25, 0.75, left_below) && shows(0.75, 0.75, right_below);
    }
};

Seen seen(Bytes const& jpeg) {
    Seen picture;
    int channels = 0;
    picture.rgb.reset(stbi_load_from_memory(
                          static_cast<std::uint8_t const*>(static_cast<void const*>(jpeg.data())),
                          static_cast<int>(jpeg.size()), &picture.width, &picture.height, &channels,
                          3),
                      stbi_image_free);
    EXPECT_NE(picture.rgb, nullptr);
    return picture;
}

std::string text_of(ByteView bytes) {
    return {static_cast<char const*>(static_cast<void const*>(bytes.data())), bytes.size()};
}

std::string refusal_of(ByteView upload) {
    auto const result = recode(upload, kSpec);
    if (result) {
        return "none";
    }
    EXPECT_EQ(result.error().code, ErrorCode::invalid_input);
    return result.error().message;
}

TEST(Recode, MakesAJpegOfEveryKindOfPicture) {
    Sample const sample = support::four_fields(400, 300);
    for (Bytes const& upload :
         {support::png_of(sample), support::jpeg_of(sample), support::webp_of(sample)}) {
        Bytes const jpeg = must(recode(upload, kSpec));

        EXPECT_TRUE(text_of(jpeg).starts_with("\xFF\xD8\xFF"));
        Seen const picture = seen(jpeg);
        EXPECT_EQ(std::pair(picture.width, picture.height), std::pair(400, 300));
        EXPECT_TRUE(picture.shows_fields(kRed, kGreen, kBlue, kBlack));
    }
}

TEST(Recode, PutsWhiteBehindWhatIsTransparent) {
    for (std::vector<std::uint8_t> const& clear : {std::vector<std::uint8_t>{0, 0}, {0, 0, 0, 0}}) {
        Bytes const png = support::png_of(support::one_colour(20, 20, clear));
        EXPECT_TRUE(seen(must(recode(png, kSpec))).shows(0.5, 0.5, kWhite));
    }
    Sample const clear = support::one_colour(1500, 20, {0, 0, 0, 0}); // and made smaller
    EXPECT_TRUE(seen(must(recode(support::png_of(clear), kSpec))).shows(0.5, 0.5, kWhite));
    Bytes const webp = support::lossless_webp_of(clear);
    EXPECT_TRUE(seen(must(recode(webp, kSpec))).shows(0.5, 0.5, kWhite));
}

TEST(Recode, TakesGreyPictures) {
    Bytes const grey = support::png_of(support::one_colour(20, 20, {128}));
    EXPECT_TRUE(seen(must(recode(grey, kSpec))).shows(0.5, 0.5, {128, 128, 128}));
}

TEST(Recode, TurnsEachOrientationUpright) {
    // given the four fields as a camera stores them that was held in each of eight ways
    struct Held {
        std::uint16_t orientation;
        std::array<Colour, 4> upright;
    };
    constexpr std::array<Held, 8> kHeld{{
        {1, {kRed, kGreen, kBlue, kBlack}},
        {2, {kGreen, kRed, kBlack, kBlue}},
        {3, {kBlack, kBlue, kGreen, kRed}},
        {4, {kBlue, kBlack, kRed, kGreen}},
        {5, {kRed, kBlue, kGreen, kBlack}},
        {6, {kBlue, kRed, kBlack, kGreen}},
        {7, {kBlack, kGreen, kBlue, kRed}},
        {8, {kGreen, kBlack, kRed, kBlue}},
    }};
    Sample const sample = support::four_fields(400, 300);
    for (Held const& held : kHeld) {
        for (Bytes const& upload :
             {support::jpeg_with_exif(support::jpeg_of(sample), held.orientation, "a"),
              support::webp_with_exif(support::webp_of(sample), held.orientation, "a")}) {
            Seen const picture = seen(must(recode(upload, kSpec)));

            EXPECT_EQ(picture.width, held.orientation < 5 ? 400 : 300);
            EXPECT_EQ(picture.height, held.orientation < 5 ? 300 : 400);
            EXPECT_TRUE(picture.shows_fields(held.upright[0], held.upright[1], held.upright[2],
                                             held.upright[3]))
                << held.orientation;
        }
    }
}

TEST(Recode, LooksPastAnOrientationThatThereIsNot) {
    Sample const sample = support::four_fields(40, 30);
    for (std::uint16_t const orientation : std::array<std::uint16_t, 3>{0, 9, 65'535}) {
        Bytes const upload = support::jpeg_with_exif(support::jpeg_of(sample), orientation, "a");
        EXPECT_EQ(seen(must(recode(upload, kSpec))).width, 40);
    }
}

TEST(Recode, KeepsNothingOfTheMetadata) {
    constexpr char const* kCanary = "52.9925 N 6.5649 E, Jan de Vries";
    Sample const sample = support::four_fields(40, 30);
    for (Bytes const& upload : {support::jpeg_with_exif(support::jpeg_of(sample), 6, kCanary),
                                support::webp_with_exif(support::webp_of(sample), 6, kCanary)}) {
        ASSERT_THAT(text_of(upload), HasSubstr(kCanary)) << "negative control";
        std::string const jpeg = text_of(must(recode(upload, kSpec)));
        EXPECT_THAT(jpeg, AllOf(Not(HasSubstr("Vries")), Not(HasSubstr("Exif"))));
    }
}

TEST(Recode, MakesLargePicturesSmaller) {
    Seen const wide = seen(must(recode(support::png_of(support::four_fields(4000, 1000)), kSpec)));
    EXPECT_EQ(std::pair(wide.width, wide.height), std::pair(1200, 300));
    EXPECT_TRUE(wide.shows_fields(kRed, kGreen, kBlue, kBlack));
    Seen const high = seen(must(recode(support::png_of(support::four_fields(500, 8000)), kSpec)));
    EXPECT_EQ(std::pair(high.width, high.height), std::pair(100, 1600));
    Seen const line = seen(must(recode(support::png_of(support::four_fields(8192, 1)), kSpec)));
    EXPECT_EQ(std::pair(line.width, line.height), std::pair(1200, 1));
    // what lies down is measured when it stands
    Seen const turned = seen(must(
        recode(support::jpeg_with_exif(support::jpeg_of(support::four_fields(3200, 1600)), 6, "a"),
               kSpec)));
    EXPECT_EQ(std::pair(turned.width, turned.height), std::pair(800, 1600));
}

TEST(Recode, LowersQualityThenSizeUntilItFits) {
    support::SeededRandom random(1);
    Bytes const photo =
        must(recode(support::jpeg_of(support::photograph(1600, 1200, random), 95), kSpec));
    EXPECT_LE(photo.size(), kSpec.bytes);
    EXPECT_EQ(seen(photo).width, 1200);

    Bytes const noise = must(recode(support::png_of(support::noise(1200, 900, random)), kSpec));
    EXPECT_LE(noise.size(), kSpec.bytes);
    EXPECT_LT(seen(noise).width, 1200);

    Bytes const tiny =
        must(recode(support::png_of(support::noise(300, 300, random)), {1500, 1200, 1600}));
    EXPECT_LE(tiny.size(), 1500U);
    EXPECT_FALSE(recode(support::png_of(support::noise(30, 30, random)), {100, 1200, 1600}));
}

TEST(Recode, RefusesASizeBeforeItDecodes) {
    // given what stands in a few bytes and would take gigabytes
    Bytes const png = support::png_of(support::four_fields(10, 10));
    EXPECT_THAT(refusal_of(support::png_announcing(png, 30'000, 30'000)),
                HasSubstr("30000 x 30000 pixels"));
    EXPECT_THAT(refusal_of(support::png_announcing(png, 8'193, 1)), HasSubstr("8193 x 1"));
    EXPECT_THAT(refusal_of(support::png_announcing(png, 8'192, 8'192)), HasSubstr("40 million"));
    EXPECT_THAT(refusal_of(support::png_announcing(png, 0, 10)), Not("none"));
    // and one that lies within
    EXPECT_THAT(refusal_of(support::png_announcing(png, 8'000, 5'000)), HasSubstr("damaged"));
    Sample const wide = support::one_colour(9'000, 2, {1, 2, 3});
    EXPECT_THAT(refusal_of(support::jpeg_of(wide)), HasSubstr("9000 x 2"));
    EXPECT_THAT(refusal_of(support::webp_of(wide)), HasSubstr("9000 x 2"));
}

TEST(Recode, TakesNothingThatIsNoPicture) {
    for (char const* const other :
         {"", "\xFF", "\x89PNG", "RIFF", "RIFF....WAVEfmt ", "#!/bin/sh\nrm -rf /\n",
          "<!doctype html><script>alert(1)</script>",
          "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>", "GIF89a\1\0\1\0",
          "BM\0\0\0\0", "%PDF-1.4", "P6 1 1 255 abc", "8BPS\0\1", "#?RADIANCE\n"}) {
        EXPECT_THAT(refusal_of(as_bytes(other)), HasSubstr("no PNG, JPEG or WebP")) << other;
    }
    Sample const sample = support::one_colour(20, 20, {1, 2, 3, 255});
    EXPECT_THAT(
        refusal_of(support::moving_webp_of(sample, support::one_colour(20, 20, {9, 2, 3, 255}))),
        HasSubstr("moves"));
}

} // namespace
} // namespace inloop::pictures
