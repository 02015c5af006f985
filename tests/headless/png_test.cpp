// SPDX-License-Identifier: EUPL-1.2
#include "platform/headless/png.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <numeric>
#include <string>

namespace inloop::platform {
namespace {

struct Png : testing::Test {
    Png() {
        picture.rgba.resize(140);
        std::iota(picture.rgba.begin(), picture.rgba.end(), std::uint8_t{3});
    }

    support::Scratch folder;
    Image picture{{7, 5}, {}};
};

TEST_F(Png, ReadsWhatItWrote) {
    // when
    auto const written = write_png(picture, folder / "a.png");
    auto const read = read_png(folder / "a.png");
    // then
    ASSERT_TRUE(written.has_value());
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(read->size, picture.size);
    EXPECT_EQ(read->rgba, picture.rgba);
}

TEST_F(Png, ReplacesALongerFile) {
    std::ofstream(folder / "a.png") << std::string(100000, 'x');
    ASSERT_TRUE(write_png(picture, folder / "a.png").has_value());
    EXPECT_LT(std::filesystem::file_size(folder / "a.png"), 1000U);
    EXPECT_TRUE(read_png(folder / "a.png").has_value());
}

TEST_F(Png, RefusesAPictureThatIsNotWhole) {
    picture.rgba.pop_back();
    EXPECT_EQ(write_png(picture, folder / "a.png").error().code, ErrorCode::invalid_input);
    EXPECT_EQ(write_png(Image{}, folder / "a.png").error().code, ErrorCode::invalid_input);
    EXPECT_FALSE(std::filesystem::exists(folder / "a.png"));
}

TEST_F(Png, SaysWhenItCannotWrite) {
    EXPECT_EQ(write_png(picture, folder / "missing/a.png").error().code, ErrorCode::io);
    EXPECT_EQ(write_png(picture, folder.path()).error().code, ErrorCode::io);
    EXPECT_EQ(write_png(picture, "/dev/full").error().code, ErrorCode::io);
}

TEST_F(Png, SaysWhenItCannotRead) {
    std::ofstream(folder / "b.png") << "this is no picture";
    std::ofstream(folder / "empty.png").close();
    EXPECT_EQ(read_png(folder / "missing.png").error().code, ErrorCode::io);
    EXPECT_EQ(read_png(folder / "b.png").error().code, ErrorCode::corrupt);
    EXPECT_EQ(read_png(folder / "empty.png").error().code, ErrorCode::corrupt);
}

} // namespace
} // namespace inloop::platform
