// SPDX-License-Identifier: EUPL-1.2
// Shipped files, spoiled at random but repeatably: every reader answers with a value or a problem
// that says where.
#include "kiosk/base/utf8.h"
#include "kiosk/pages/asset_file.h"
#include "kiosk/pages/facts.h"
#include "kiosk/pages/map.h"
#include "kiosk/pages/page.h"
#include "kiosk/pages/page_text.h"
#include "kiosk/pages/phrases.h"
#include "kiosk/pages/plain_language.h"
#include "kiosk/pages/site_files.h"
#include "kiosk/pages/subjects.h"
#include "tests/pages/samples.h"
#include "tests/support/asset_folder.h"
#include "tests/support/seeded_random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace inloop::pages {
namespace {

constexpr int kMutations = 10'000;

constexpr auto kBits = std::to_array<std::string_view>(
    {"<",          ">",          "[a](b)",    "![",        "**",  "*",   "`",    "    ",
     "|-|\n",      "\n\n",       "# ",        "- ",        "1. ", "> ",  "{",    "}",
     "+++",        "\"",         "\\",        "'''",       "=",   ".",   "\0x",  "\xFF",
     "\xE2\x82",   "&lt;",       "112",       "{fact: x}", "[[",  "]]",  "{}",   "[]",
     ",",          ":",          "null",      "1e308",     "-1",  "NaN", "true", "25:00",
     "2026-02-30", "9999-12-31", "{show: x}", "\\u0000"});

// What is typed into pages that are shown by a browser, to make it do something. No browser is
// here, and no block of a page can hold a link, HTML or a script; this is what tells that it stays
// so.
constexpr auto kAttacks =
    std::to_array<std::string_view>({"<script>alert(1)</script>",
                                     "<img src=x onerror=alert(1)>",
                                     "<svg/onload=alert(1)>",
                                     "<iframe src=//example.org></iframe>",
                                     "<details open ontoggle=alert(1)>",
                                     "<a href=\"data:text/html,x\">x</a>",
                                     "<style>@import'//example.org'</style>",
                                     "<!--><script>alert(1)//-->",
                                     "<![CDATA[x]]>",
                                     "<?php echo 1 ?>",
                                     "<!DOCTYPE html>",
                                     "<javascript:alert(1)>",
                                     "<http://example.org>",
                                     "<somebody@example.org>",
                                     "http://example.org/?q=<b>",
                                     "http://example.org",
                                     "javascript:alert(1)",
                                     "[x](javascript:alert(1))",
                                     "[x](JaVaScRiPt&colon;alert(1))",
                                     "[x](<javascript:alert(1)>)",
                                     "[x](/)",
                                     "[x]()",
                                     "[x]: javascript:alert(1)\n\n[x]",
                                     "![x](javascript:alert(1))",
                                     "![x](data:image/png;base64,AAAA)",
                                     "![x](//example.org/x.png)",
                                     "![x](../../etc/passwd)",
                                     "![x](..%2Fx.png)",
                                     "![x](x.svg)",
                                     "[![x](street.png)](javascript:alert(1))",
                                     "![<script>](street.png)",
                                     "`<script>`",
                                     "```html\n<script>\n```",
                                     "    <script>",
                                     "~~~\n<script>\n~~~",
                                     "&lt;script&gt;",
                                     "&#x3C;script&#x3E;",
                                     "&#60script",
                                     "\"><script>alert(1)</script>",
                                     "'-alert(1)-'",
                                     "\\<script\\>",
                                     "\u003Cscript\u003E",
                                     "{{7*7}}",
                                     "${7*7}",
                                     "{fact: ../x}",
                                     "{show: <script>}",
                                     "\xE2\x80\xAE<tpircs>",
                                     "<scr\xEF\xBB\xBFipt>",
                                     "\xC0\xBCscript\xC0\xBE",
                                     "+++\nid = \"x\"\n+++"});

std::string spoiled(std::string text, support::SeededRandom& random) {
    std::uint32_t const changes = 1 + random.below(4);
    for (std::uint32_t i = 0; i < changes; ++i) {
        auto const at = random.below(static_cast<std::uint32_t>(text.size() + 1));
        auto const length = random.below(40);
        switch (random.below(5)) {
        case 0:
            text.insert(at, kBits[random.below(kBits.size())]);
            break;
        case 3:
            text.insert(at, kAttacks[random.below(kAttacks.size())]);
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

// Reads many spoiled copies of a good text; every answer must be sound, some refused, not all.
template <class Read>
void spoil(std::string const& good, std::uint64_t seed, Read read) {
    auto const unspoiled = read(good);
    ASSERT_TRUE(unspoiled) << "the unspoiled file is fine: " << to_string(unspoiled.error());
    support::SeededRandom random(seed);
    int refused = 0;
    for (int i = 0; i < kMutations; ++i) {
        std::string const text = spoiled(good, random);
        auto const answer = read(text);
        refused += answer ? 0 : 1;
        ASSERT_TRUE(is_sound(answer, text)) << "mutation " << i << "\n" << text;
    }
    EXPECT_GT(refused, kMutations / 10);
    EXPECT_LT(refused, kMutations) << "a spoiled word is still a word";
}

Place shipped_place() {
    return Place::load(support::shipped_assets() / "place.toml").value();
}

// A value from which something was left out counts as refused: the first problem says what.
template <class T>
Checked<T> whole(Checked<T> answer, std::vector<Problem> left_out) {
    for (Problem const& problem : left_out) {
        EXPECT_TRUE(problem.line > 0 && !problem.cause.empty()) << to_string(problem);
    }
    if (answer && !left_out.empty()) {
        return tl::unexpected(std::move(left_out.front()));
    }
    return answer;
}

TEST(SpoiledPage, IsReadOrRefusedWithItsLine) {
    spoil(support::content_of(support::shipped_assets() / "pages/nl/who-solves-what.md"), 1,
          [](std::string const& text) {
              auto source = read_page(text, "pages/nl/who-solves-what.md");
              EXPECT_TRUE(!source || source->page.blocks.size() == source->lines.size());
              return source;
          });
}

std::string page_with(std::string_view body) {
    return "+++\nid = \"help\"\ntitle = \"Hulp\"\nicon = \"info\"\n+++\n\n" + std::string(body) +
           "\n";
}

// What a screen may rely on: only words on one line, names of ours and ids.
bool is_harmless(Page const& page) {
    bool fine = page.title.find('\n') == std::string::npos && is_id(page.id);
    for (Block const& block : page.blocks) {
        if (auto const* picture = std::get_if<Picture>(&block)) {
            fine = fine && is_picture_name(picture->file) && !picture->alt.empty() &&
                   utf8::is_valid(picture->alt);
        } else if (auto const* fact = std::get_if<FactReference>(&block)) {
            fine = fine && is_id(fact->id);
        } else if (auto const* heading = std::get_if<Heading>(&block)) {
            fine = fine && (heading->level == 2 || heading->level == 3);
        }
    }
    for (RichText const& text : texts_of(page)) {
        std::string const words = plain_text(text);
        fine = fine && utf8::is_valid(words) && words.find('\n') == std::string::npos &&
               !has_phone_number(words);
    }
    return fine;
}

TEST(SpoiledPage, HoldsWordsOnlyInAHundredThousandForms) {
    std::vector<std::pair<std::string, std::string>> good;
    for (char const* language : {"nl", "en"}) {
        auto const folder = support::shipped_assets() / "pages" / language;
        for (std::string const& id : list_assets(folder, ".md")) {
            good.emplace_back(std::string("pages/") + language + "/" + id + ".md",
                              support::content_of(folder / (id + ".md")));
        }
    }
    ASSERT_GE(good.size(), 20U);
    support::SeededRandom random(8);
    int read = 0;
    for (int i = 0; i < 100'000; ++i) {
        auto const& [name, text] = good[static_cast<std::size_t>(i) % good.size()];
        std::string const changed = spoiled(text, random);
        auto const source = read_page(changed, name);
        ASSERT_TRUE(is_sound(source, changed)) << i << changed;
        ASSERT_TRUE(!source || is_harmless(source->page)) << i << changed;
        read += source ? 1 : 0;
    }
    EXPECT_GT(read, 10'000);
    EXPECT_LT(read, 90'000);
}

// A backslash before a sign takes its meaning away and is not shown.
std::string without_backslashes(std::string text) {
    std::erase(text, '\\');
    return text;
}

TEST(AttackOnAPage, IsRefusedOrStandsAsItWasTyped) {
    constexpr auto kPlaces = std::to_array<std::string_view>({"", "- ", "1. ", "## ", "> ", "**"});
    int refused = 0;
    for (std::string_view const attack : kAttacks) {
        for (std::string_view const place : kPlaces) {
            std::string const typed = std::string(place) + std::string(attack) +
                                      std::string(place == "**" ? place : std::string_view());
            auto const source = read_page(page_with(typed), "pages/nl/help.md");
            if (!source) {
                ++refused;
                continue;
            }
            ASSERT_TRUE(is_harmless(source->page)) << typed;
            for (RichText const& text : texts_of(source->page)) {
                std::string words = plain_text(text);
                words = words.substr(0, words.find(' '));
                EXPECT_NE(without_backslashes(typed).find(without_backslashes(words)),
                          std::string::npos)
                    << typed << " became " << words;
            }
        }
    }
    EXPECT_GT(refused, 150) << "most of them are more than words";
}

TEST(SpoiledStrings, AreReadOrRefusedWithTheirLine) {
    Place const place = shipped_place();
    spoil(support::content_of(support::shipped_assets() / "strings/nl.toml"), 2,
          [&](std::string const& text) {
              return Phrases::parse(text, "strings/nl.toml", place,
                                    {{"number", "9"}, {"emergency_number", "1"}});
          });
}

TEST(SpoiledFacts, AreReadOrRefusedWithTheirLine) {
    Place const place = shipped_place();
    spoil(support::content_of(support::shipped_assets() / "facts.toml"), 3,
          [&](std::string const& text) {
              std::vector<Problem> left_out;
              auto facts = Facts::parse(text, "facts.toml", place, left_out);
              EXPECT_TRUE(!facts || facts->find(kEmergencyFact) != nullptr);
              return whole(std::move(facts), std::move(left_out));
          });
}

TEST(SpoiledSubjects, AreReadOrRefusedWithTheirLine) {
    for (std::string const& good :
         {support::content_of(support::shipped_assets() / "subjects.toml"),
          std::string(kSampleSubjects)}) {
        spoil(good, 4, [](std::string const& text) {
            std::vector<Problem> left_out;
            auto subjects = Subjects::parse(text, "subjects.toml", nullptr, left_out);
            EXPECT_TRUE(!subjects || subjects->all().back().id == "other");
            return whole(std::move(subjects), std::move(left_out));
        });
    }
}

TEST(SpoiledMap, IsReadOrRefusedWithItsLine) {
    for (std::string const& good :
         {support::content_of(support::shipped_assets() / "place.geojson"),
          std::string(kSampleMap)}) {
        spoil(good, 5, [](std::string const& text) {
            std::vector<Problem> others;
            auto map = Map::parse(text, "place.geojson", others);
            if (map) {
                EXPECT_TRUE(others.empty());
                EXPECT_TRUE(nearest_street(*map, map->kiosk));
            }
            return map;
        });
    }
}

TEST(SpoiledRoster, IsReadOrRefusedWithItsLine) {
    auto const today = std::chrono::local_days(std::chrono::year(2026) / 11 / 24);
    spoil(std::string(kSampleRoster), 6, [&](std::string const& text) {
        auto spec = parse_roster(text, "roster.toml");
        if (spec) {
            for (entries::Shift const& shift : entries::Roster(*spec).upcoming(today, 100)) {
                EXPECT_LT(shift.from, shift.until);
            }
        }
        return spec;
    });
}

TEST(SpoiledNews, AreReadOrRefusedWithTheirLine) {
    spoil(std::string(kSampleNews), 7,
          [](std::string const& text) { return parse_news(text, "news.toml"); });
}

TEST(SpoiledPresence, IsReadOrRefusedWithItsLine) {
    spoil("present = true\nuntil = 2026-11-24T16:00:00+01:00\n", 8,
          [](std::string const& text) { return parse_presence(text, "presence.toml"); });
}

// A text of any kind comes back with hints, never with a crash.
TEST(SpoiledText, GetsHintsInAnyCase) {
    support::SeededRandom random(8);
    std::string const good =
        "Uw bericht wordt gelezen in het kader van de wijk, betreffende {town}.";
    for (int i = 0; i < kMutations; ++i) {
        std::string const text = spoiled(good, random);
        for (LanguageHint const& hint : plain_language(text, "nl", {"wijk"})) {
            ASSERT_FALSE(to_string(hint).empty()) << text;
        }
    }
}

} // namespace
} // namespace inloop::pages
