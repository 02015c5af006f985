// SPDX-License-Identifier: EUPL-1.2
// Shipped files, spoiled at random but repeatably: every reader answers with a value or a problem
// that says where.
#include "kiosk/base/utf8.h"
#include "kiosk/pages/page.h"
#include "kiosk/pages/phrases.h"
#include "tests/support/asset_folder.h"
#include "tests/support/seeded_random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace inloop::pages {
namespace {

constexpr int kMutations = 10'000;

constexpr std::array<std::string_view, 28> kBits{
    "<",  ">",  "[a](b)", "![",   "**",       "*",    "`",   "    ",     "|-|\n", "\n\n",
    "# ", "- ", "1. ",    "> ",   "{",        "}",    "+++", "\"",       "\\",    "'''",
    "=",  ".",  "\0x",    "\xFF", "\xE2\x82", "&lt;", "112", "{fact: x}"};

std::string spoiled(std::string text, support::SeededRandom& random) {
    std::uint32_t const changes = 1 + random.below(4);
    for (std::uint32_t i = 0; i < changes; ++i) {
        auto const at = random.below(static_cast<std::uint32_t>(text.size() + 1));
        auto const length = random.below(40);
        switch (random.below(4)) {
        case 0:
            text.insert(at, kBits[random.below(kBits.size())]);
            break;
        case 1:
            text.erase(at, length);
            break;
        case 2:
            text.insert(
                at, text.substr(random.below(static_cast<std::uint32_t>(text.size() + 1)), length));
            break;
        default:
            text.insert(at, 1, static_cast<char>(random.below(256)));
        }
    }
    return text;
}

// What every answer promises.
template <class T>
bool is_sound(Checked<T> const& answer, std::string_view text) {
    if (answer) {
        return utf8::is_valid(text);
    }
    auto const lines = static_cast<int>(std::count(text.begin(), text.end(), '\n')) + 1;
    Problem const& problem = answer.error();
    return !problem.file.empty() && !problem.cause.empty() && !problem.mend.empty() &&
           utf8::is_valid(problem.cause) && problem.line >= 0 && problem.line <= lines;
}

TEST(SpoiledPage, IsReadOrRefusedWithItsLine) {
    std::string const good =
        support::content_of(support::shipped_assets() / "pages/nl/who-solves-what.md");
    ASSERT_TRUE(read_page(good, "pages/nl/who-solves-what.md")) << "the unspoiled page is fine";
    support::SeededRandom random(1);
    int refused = 0;
    for (int i = 0; i < kMutations; ++i) {
        std::string const text = spoiled(good, random);
        auto const source = read_page(text, "pages/nl/who-solves-what.md");
        refused += source ? 0 : 1;
        ASSERT_TRUE(is_sound(source, text)) << "mutation " << i << "\n" << text;
        if (source) {
            ASSERT_EQ(source->page.blocks.size(), source->lines.size());
        }
    }
    EXPECT_GT(refused, kMutations / 10);
    EXPECT_LT(refused, kMutations) << "a spoiled word is still a page";
}

TEST(SpoiledStrings, AreReadOrRefusedWithTheirLine) {
    auto const place = Place::load(support::shipped_assets() / "place.toml");
    ASSERT_TRUE(place);
    auto const load = [&](std::string const& text) {
        return Phrases::parse(text, "strings/nl.toml", *place,
                              {{"number", "9"}, {"emergency_number", "1"}});
    };
    std::string const good = support::content_of(support::shipped_assets() / "strings/nl.toml");
    ASSERT_TRUE(load(good)) << "the unspoiled file is fine";
    support::SeededRandom random(2);
    int refused = 0;
    for (int i = 0; i < kMutations; ++i) {
        std::string const text = spoiled(good, random);
        auto const phrases = load(text);
        refused += phrases ? 0 : 1;
        ASSERT_TRUE(is_sound(phrases, text)) << "mutation " << i << "\n" << text;
    }
    EXPECT_GT(refused, kMutations / 10);
    EXPECT_LT(refused, kMutations);
}

} // namespace
} // namespace inloop::pages
