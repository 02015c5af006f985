// SPDX-License-Identifier: EUPL-1.2
// Pictures that are not what they say. In this process, so that a decoder that breaks is seen here;
// the programs never do that (platform/pictures/README.md).
#include "platform/pictures/recode.h"
#include "tests/pictures/sample_pictures.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace inloop::pictures {
namespace {

using support::Sample;

constexpr PictureSpec kSpec{.bytes = 65'536, .width = 1200, .height = 1600};

// Each kind of picture, small, so that a change of one byte mostly matters.
std::vector<Bytes> small_pictures() {
    support::SeededRandom random(1);
    Sample const sample = support::photograph(24, 16, random);
    Sample const clear = support::one_colour(24, 16, {10, 20, 30, 40});
    return {support::png_of(sample),
            support::png_of(clear),
            support::png_of(support::one_colour(24, 16, {10, 20})),
            support::jpeg_of(sample),
            support::jpeg_of(sample, 60),
            support::jpeg_with_exif(support::jpeg_of(sample, 60), 6, "some words of the camera"),
            support::webp_of(sample),
            support::webp_of(clear),
            support::lossless_webp_of(clear),
            support::webp_with_exif(support::webp_of(sample), 6, "some words of the camera")};
}

enum class Fate { taken, refused, wrong };

Fate fate_of(ByteView upload) {
    auto const result = recode(upload, kSpec);
    bool const right =
        result ? !result->empty() && result->size() <= kSpec.bytes &&
                     result->front() == std::byte{0xFF}
               : result.error().code == ErrorCode::invalid_input && !result.error().message.empty();
    return !right ? Fate::wrong : result ? Fate::taken : Fate::refused;
}

TEST(MutatedPictures, AreCutAtEveryLength) {
    for (Bytes const& picture : small_pictures()) {
        for (std::size_t size = 0; size < picture.size(); ++size) {
            EXPECT_NE(fate_of(ByteView(picture).first(size)), Fate::wrong) << size;
        }
    }
}

class MutatedPictures : public testing::TestWithParam<std::size_t> {};

TEST_P(MutatedPictures, AreRefusedOrRight) {
    constexpr int kTimes = 2'000;
    Bytes const picture = small_pictures().at(GetParam());
    ASSERT_EQ(fate_of(picture), Fate::taken) << "negative control";
    support::SeededRandom random(GetParam());
    int taken = 0;
    for (int i = 0; i < kTimes; ++i) {
        Fate const fate = fate_of(support::mutated(picture, random));
        ASSERT_NE(fate, Fate::wrong) << i;
        taken += fate == Fate::taken ? 1 : 0;
    }
    RecordProperty("taken", taken);
    EXPECT_GT(taken, 0) << "every change was seen at once: nothing was tried";
    EXPECT_LT(taken, kTimes);
}

INSTANTIATE_TEST_SUITE_P(EachKind, MutatedPictures, testing::Range<std::size_t>(0, 10));

} // namespace
} // namespace inloop::pictures
