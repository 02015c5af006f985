// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/entries/word_list.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace inloop::entries {
namespace {

TEST(Words, OfTheSiteMakeAWordList) {
    // INLOOP_ASSETS is set by ctest (platform/cmake/test.cmake).
    char const* assets = std::getenv("INLOOP_ASSETS");
    if (assets == nullptr) {
        GTEST_SKIP() << "run by ctest";
    }
    auto const path = std::filesystem::path(assets) / "words.nl.txt";
    std::ifstream file(path, std::ios::binary);
    ASSERT_TRUE(file) << path;
    std::ostringstream text;
    text << file.rdbuf();

    auto const words = WordList::parse(text.str(), "words.nl.txt");

    EXPECT_TRUE(words) << words.error().message;
}

} // namespace
} // namespace inloop::entries
