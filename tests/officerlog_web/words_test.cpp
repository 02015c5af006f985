// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/web/words.h"
#include "tests/support/must.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>

namespace inloop::web {
namespace {

namespace fs = std::filesystem;

fs::path assets() {
    return std::getenv("INLOOP_ASSETS");
}

std::string content_of(fs::path const& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// Keys that stand whole in the sources; those that are put together are seen by the pages' tests.
TEST(Words, AreThereForEveryKeyInTheSources) {
    Words const words = support::must(Words::open(assets() / "web/words.toml"));
    std::regex const key(R"re((?:text|counted|with)\(\s*"([a-z_]+\.[a-z_0-9]+)")re");
    std::size_t found = 0;
    for (fs::directory_entry const& file :
         fs::directory_iterator(assets().parent_path() / "kiosk/officerlog/web")) {
        if (file.path().extension() != ".cpp") {
            continue;
        }
        std::string const text = content_of(file.path());
        for (std::sregex_iterator match(text.begin(), text.end(), key), end; match != end;
             ++match) {
            ++found;
            EXPECT_TRUE(words.has((*match)[1].str())) << file.path() << ": " << (*match)[1].str();
        }
    }
    EXPECT_GT(found, 40U); // else it looks for the wrong thing
}

// The audit is read by people: each thing that is done has a word.
TEST(Words, AreThereForEveryActionThatIsWrittenDown) {
    Words const words = support::must(Words::open(assets() / "web/words.toml"));
    std::regex const action(R"re(\.action = "([a-z-]+)")re");
    std::size_t found = 0;
    for (fs::directory_entry const& file :
         fs::recursive_directory_iterator(assets().parent_path() / "kiosk/officerlog")) {
        if (file.path().extension() != ".cpp") {
            continue;
        }
        std::string const text = content_of(file.path());
        for (std::sregex_iterator match(text.begin(), text.end(), action), end; match != end;
             ++match) {
            ++found;
            EXPECT_TRUE(words.has("action." + (*match)[1].str()))
                << file.path() << ": " << (*match)[1].str();
        }
    }
    EXPECT_GT(found, 15U);
}

// Faults of a page are told to who writes it: each cause has its words.
TEST(Words, AreThereForEveryFaultOfAPage) {
    Words const words = support::must(Words::open(assets() / "web/words.toml"));
    std::string const text = content_of(assets().parent_path() / "kiosk/pages/markdown_refusals.h");
    std::regex const cause(R"re(constexpr Refusal k\w+\{\s*"([^"]+)")re");
    std::size_t found = 0;
    for (std::sregex_iterator match(text.begin(), text.end(), cause), end; match != end; ++match) {
        ++found;
        EXPECT_TRUE(words.has("page_fault." + (*match)[1].str())) << (*match)[1].str();
    }
    EXPECT_GT(found, 15U);
}

TEST(Words, CountAndNameThings) {
    support::Scratch scratch;
    std::ofstream(scratch / "words.toml") << "[a]\nmany = \"{n} keer\"\nmany_one = \"één keer\"\n"
                                             "who = \"door {what}\"\n";
    Words const words = support::must(Words::open(scratch / "words.toml"));

    EXPECT_EQ(words.counted("a.many", 3), "3 keer");
    EXPECT_EQ(words.counted("a.many", 1), "één keer");
    EXPECT_EQ(words.with("a.who", "Ilse"), "door Ilse");
    EXPECT_EQ(words.text("a.none"), "a.none");
}

TEST(Words, NameTheLineThatIsWrong) {
    support::Scratch scratch;
    std::ofstream(scratch / "words.toml") << "[a]\nb = 1\n";
    auto const words = Words::open(scratch / "words.toml");
    ASSERT_FALSE(words);
    EXPECT_NE(words.error().message.find("words.toml:2"), std::string::npos);
    EXPECT_EQ(Words::open(scratch / "none").error().code, ErrorCode::not_found);
}

} // namespace
} // namespace inloop::web
