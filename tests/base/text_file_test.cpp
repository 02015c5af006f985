// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/text_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace inloop {
namespace {

TEST(TextFile, IsReadWholeUpToItsLimit) {
    std::filesystem::path const file = std::filesystem::path(testing::TempDir()) / "text_file_test";
    std::ofstream(file) << "twee\nregels\n";

    EXPECT_EQ(read_text_file(file, 12).value(), "twee\nregels\n");
    auto const large = read_text_file(file, 11);
    ASSERT_FALSE(large);
    EXPECT_EQ(large.error().code, ErrorCode::invalid_input);
    EXPECT_NE(large.error().message.find("text_file_test"), std::string::npos);
    std::filesystem::remove(file);
    EXPECT_EQ(read_text_file(file, 12).error().code, ErrorCode::io);
}

} // namespace
} // namespace inloop
