// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/editing/toml_writing.h"
#include "kiosk/pages/toml_tree.h"
#include "tests/support/seeded_random.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <variant>

namespace inloop::editing {
namespace {

// What a reader makes of a key and a value as they are written; the rest of the file must survive.
std::string read_back(std::string const& key, std::string const& value) {
    auto const table =
        pages::parse_toml(toml_key(key) + " = " + toml_text(value) + "\nsentry = true\n", "x.toml");
    if (!table || table->entries.size() != 2 || table->find(key) == nullptr) {
        return "NOT READ: " + value;
    }
    auto const* text = std::get_if<std::string>(&table->find(key)->content);
    return text != nullptr ? *text : "NO TEXT: " + value;
}

TEST(TomlWriting, IsReadBackWhateverATextHolds) {
    for (std::string const& text :
         {std::string(), std::string("\""), std::string("\\"), std::string("\\\""),
          std::string("a\nb"), std::string("\r\t\x01\x1F\x7F"), std::string("'''\"\"\""),
          std::string("# x"), std::string("é😀"), std::string("]\n[x]\ny = 1")}) {
        EXPECT_EQ(read_back("key", text), text);
        EXPECT_EQ(read_back("a" + text, "x"), "x") << text;
    }
}

TEST(TomlWriting, IsReadBackForTenThousandTexts) {
    constexpr auto kBits = std::to_array<std::string_view>(
        {"\"", "\\", "'", "\n", "=", "#", "[", "]", "{", "}", "u0041", "a", ".", "+++", "\t", "é"});
    support::SeededRandom random(1);
    for (int round = 0; round < 10'000; ++round) {
        std::string text;
        for (std::uint32_t count = random.below(12); count > 0; --count) {
            text += kBits[random.below(kBits.size())];
        }
        ASSERT_EQ(read_back("key", text), text);
    }
}

TEST(TomlWriting, WritesDatesAndWordsAsPeopleDo) {
    EXPECT_EQ(toml_date(std::chrono::year(2026) / 3 / 4), "2026-03-04");
    EXPECT_EQ(toml_words(pages::LocalText({{"en", "b"}, {"nl", "a"}, {"x y", "c"}})),
              "{ nl = \"a\", en = \"b\", \"x y\" = \"c\" }");
    EXPECT_EQ(toml_key("police-not-urgent"), "police-not-urgent");
    EXPECT_EQ(toml_key(""), "\"\"");
}

} // namespace
} // namespace inloop::editing
