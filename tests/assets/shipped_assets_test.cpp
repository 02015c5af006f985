// SPDX-License-Identifier: EUPL-1.2
// What can be checked about the shipped texts: that they load, that both languages say the same,
// that they are plain.
#include "kiosk/pages/assets.h"
#include "kiosk/pages/page_text.h"
#include "tests/support/asset_folder.h"
#include "tests/support/must.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace inloop::pages {
namespace {

// A page is read standing up, with others waiting.
constexpr std::size_t kMostWordsOfAPage = 200;

// B1 texts keep to short sentences (communicatierijk.nl); 20 words is our own measure.
constexpr int kMostWords = 20;

// No fact can have been checked after these files were written.
constexpr std::chrono::year_month_day kBuilt = std::chrono::year(2026) / 11 / 24;

// Sentences that may be longer, each with its reason. There is none.
constexpr std::array<std::string_view, 0> kLongSentences{};

Assets load_shipped() {
    return support::must(load_assets(support::shipped_assets()));
}

std::vector<Phrase> all_phrases() {
    std::vector<Phrase> all;
    for (std::size_t i = 0; i < kPhraseCount; ++i) {
        all.push_back(static_cast<Phrase>(i));
    }
    return all;
}

void add_texts(std::vector<std::string>& texts, Subject const& subject,
               std::string const& language) {
    texts.push_back(subject.name.in(language));
    texts.push_back(subject.examples.in(language));
    for (SubjectQuestion const& question : subject.questions) {
        texts.push_back(question.words.in(language));
        for (SubjectOption const& option : question.options) {
            texts.push_back(option.words.in(language));
        }
    }
    if (subject.desk) {
        texts.push_back(subject.desk->whose.in(language));
        texts.push_back(subject.desk->how.in(language));
        for (LocalText const& asked : subject.desk->asked) {
            texts.push_back(asked.in(language));
        }
    }
}

// Everything a visitor reads or hears in the language.
std::vector<std::string> all_texts(Assets const& assets, std::string const& language) {
    std::vector<std::string> texts;
    for (Phrase const phrase : all_phrases()) {
        texts.push_back(assets.phrases_in(language).plain(phrase));
    }
    for (auto const& [id, page] : assets.pages.at(language)) {
        texts.push_back(page.title);
        for (RichText const& text : texts_of(page)) {
            texts.push_back(plain_text(text));
        }
        for (Block const& block : page.blocks) {
            if (auto const* picture = std::get_if<Picture>(&block)) {
                texts.push_back(picture->alt);
            }
        }
    }
    for (Fact const& fact : assets.facts.all()) {
        texts.push_back(fact.label.in(language));
        texts.push_back(fact.note.in(language));
    }
    for (Subject const& subject : assets.subjects.all()) {
        add_texts(texts, subject, language);
    }
    return texts;
}

std::vector<std::string> sentences(std::string_view text) {
    std::vector<std::string> out(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        out.back() += text[i];
        bool const ends = std::string_view(".?!").find(text[i]) != std::string_view::npos;
        if (ends && i + 1 < text.size() && text[i + 1] == ' ') {
            out.emplace_back();
        }
    }
    return out;
}

std::vector<std::string> words(std::string_view sentence) {
    std::vector<std::string> out;
    std::string word;
    for (char const c : sentence) {
        auto const byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || byte >= 0x80 || c == '\'' || c == '-') {
            word += static_cast<char>(std::tolower(byte));
        } else if (!word.empty()) {
            out.push_back(std::exchange(word, {}));
        }
    }
    if (!word.empty()) {
        out.push_back(word);
    }
    return out;
}

bool too_long(std::string const& sentence) {
    return words(sentence).size() > kMostWords &&
           std::find(kLongSentences.begin(), kLongSentences.end(), sentence) ==
               kLongSentences.end();
}

// The shipped text files, by their names inside assets/.
std::vector<std::filesystem::path> text_files() {
    std::vector<std::filesystem::path> files{support::shipped_assets() / "subjects.toml"};
    for (std::string_view const folder : {"strings", "pages"}) {
        for (auto const& entry :
             std::filesystem::recursive_directory_iterator(support::shipped_assets() / folder)) {
            if (entry.is_regular_file()) {
                files.push_back(entry.path());
            }
        }
    }
    return files;
}

TEST(ShippedAssets, LoadWithoutAProblemInDutchAndEnglish) {
    Assets const assets = load_shipped();

    for (Problem const& problem : assets.problems) {
        ADD_FAILURE() << to_string(problem);
    }
    ASSERT_EQ(assets.languages.size(), 2U);
    EXPECT_EQ(assets.languages[0].code, "nl");
    EXPECT_EQ(assets.languages[1].code, "en");
    for (std::string_view const id : {kPilotPage, kWhoSolvesPage, kYourMessagePage}) {
        EXPECT_EQ(assets.page("nl", id)->language, "nl");
        EXPECT_EQ(assets.page("en", id)->language, "en");
    }
}

TEST(ShippedAssets, ListEveryPageInTheSameOrderInBothLanguages) {
    Assets const assets = load_shipped();

    for (std::string const language : {"nl", "en"}) {
        std::vector<std::string> ids;
        for (Page const* page : assets.listed_pages(language)) {
            EXPECT_EQ(page->language, language) << page->id;
            EXPECT_TRUE(page->order > 0) << page->id;
            ids.push_back(page->id);
        }
        EXPECT_EQ(ids,
                  (std::vector<std::string>{"pilot", "officer", "when", "who-solves-what",
                                            "report-crime", "numbers", "your-message", "privacy",
                                            "privacy-more", "accessibility", "this-kiosk"}));
    }
}

TEST(ShippedAssets, KeepPagesShort) {
    Assets const assets = load_shipped();

    for (auto const& [language, pages] : assets.pages) {
        for (auto const& [id, page] : pages) {
            std::size_t count = 0;
            for (RichText const& text : texts_of(page)) {
                count += words(plain_text(text)).size();
            }
            EXPECT_TRUE(count > 0 && count <= kMostWordsOfAPage)
                << language << " " << id << ": " << count << " words";
        }
    }
}

TEST(ShippedAssets, OfferNineSubjectsAndSomethingElse) {
    Assets const assets = load_shipped();

    std::vector<std::string> ids;
    std::vector<std::string> delicate;
    std::vector<std::string> elsewhere;
    for (Subject const& subject : assets.subjects.all()) {
        ids.push_back(subject.id);
        if (subject.rules.delicate) {
            delicate.push_back(subject.id);
        }
        if (subject.desk) {
            elsewhere.push_back(subject.id);
        }
    }

    EXPECT_EQ(ids, (std::vector<std::string>{"traffic", "people", "drugs", "noise", "damage",
                                             "street", "worries", "officer", "idea", "other"}));
    EXPECT_EQ(delicate, (std::vector<std::string>{"people", "drugs", "worries"}));
    EXPECT_EQ(elsewhere, (std::vector<std::string>{"street"}));
}

TEST(ShippedAssets, AskNothingOnATileThatPointsAtAPerson) {
    Assets const assets = load_shipped();

    int seen = 0;
    for (Subject const& subject : assets.subjects.all()) {
        EXPECT_LE(subject.questions.size(), 3U) << subject.id;
        for (SubjectQuestion const& question : subject.questions) {
            auto const spoken = words(question.words.in("nl"));
            for (std::string_view const word :
                 {"naam", "heet", "adres", "nummer", "kenteken", "huisnummer", "geboren"}) {
                EXPECT_EQ(std::count(spoken.begin(), spoken.end(), word), 0) << question.id;
            }
            ++seen;
        }
    }
    EXPECT_GT(seen, 10) << "the check must see the questions";
}

TEST(ShippedAssets, AskForTheSameValuesInBothLanguages) {
    Assets const assets = load_shipped();

    for (Phrase const phrase : all_phrases()) {
        EXPECT_EQ(assets.phrases_in("nl").placeholders(phrase),
                  assets.phrases_in("en").placeholders(phrase))
            << key_of(phrase);
    }
}

TEST(ShippedAssets, HavePagesOfTheSameBuildInBothLanguages) {
    Assets const assets = load_shipped();

    ASSERT_EQ(assets.pages.at("nl").size(), assets.pages.at("en").size());
    for (auto const& [id, dutch] : assets.pages.at("nl")) {
        Page const& english = assets.pages.at("en").at(id);
        EXPECT_EQ(dutch.icon, english.icon) << id;
        EXPECT_EQ(dutch.order, english.order) << id;
        ASSERT_EQ(dutch.blocks.size(), english.blocks.size()) << id;
        for (std::size_t i = 0; i < dutch.blocks.size(); ++i) {
            EXPECT_EQ(dutch.blocks[i].index(), english.blocks[i].index()) << id << " block " << i;
            if (auto const* fact = std::get_if<FactReference>(&dutch.blocks[i])) {
                EXPECT_EQ(fact->id, std::get<FactReference>(english.blocks[i]).id) << id;
            } else if (auto const* live = std::get_if<Live>(&dutch.blocks[i])) {
                EXPECT_EQ(live->kind, std::get<Live>(english.blocks[i]).kind) << id;
            }
        }
    }
}

TEST(ShippedAssets, KeepSentencesShort) {
    Assets const assets = load_shipped();

    int seen = 0;
    for (Language const& language : assets.languages) {
        for (std::string const& text : all_texts(assets, language.code)) {
            for (std::string const& sentence : sentences(text)) {
                EXPECT_FALSE(too_long(sentence)) << language.code << ": " << sentence;
                ++seen;
            }
        }
    }
    EXPECT_GT(seen, 300) << "the check must see the texts";
}

TEST(ShippedAssets, WouldBeCaughtWithALongSentence) {
    std::string const twenty = "een twee drie vier vijf zes zeven acht negen tien "
                               "een twee drie vier vijf zes zeven acht negen tien";
    EXPECT_FALSE(too_long(twenty + "."));
    EXPECT_TRUE(too_long(twenty + " elf."));
    EXPECT_EQ(sentences("Om 14.20 uur. Dan wel? Ja!").size(), 3U);
}

TEST(ShippedAssets, SayUAndKeepToPlainWords) {
    Assets const assets = load_shipped();

    for (std::string const& text : all_texts(assets, "nl")) {
        auto const spoken = words(text);
        for (std::string_view const word :
             {"je", "jij", "jou", "jouw", "jullie", "gelieve", "betreffende", "verstrekken",
              "omtrent", "teneinde", "middels", "dient", "geannuleerd", "synchronisatie", "tip",
              "ok"}) {
            EXPECT_EQ(std::count(spoken.begin(), spoken.end(), word), 0) << word << " in: " << text;
        }
        EXPECT_EQ(text.find("blijft anoniem"), std::string::npos)
            << "not ours to promise: " << text;
        EXPECT_EQ(text.find("gratis"), std::string::npos) << "no price: " << text;
    }
}

TEST(ShippedAssets, FillInEveryName) {
    Assets const assets = load_shipped();

    for (auto const& [language, pages] : assets.pages) {
        for (auto const& [id, page] : pages) {
            EXPECT_EQ(page.title.find_first_of("{}"), std::string::npos) << language << " " << id;
            for (RichText const& text : texts_of(page)) {
                EXPECT_EQ(plain_text(text).find_first_of("{}"), std::string::npos)
                    << language << " " << id << ": " << plain_text(text);
            }
        }
        for (Subject const& subject : assets.subjects.all()) {
            std::vector<std::string> texts;
            add_texts(texts, subject, language);
            for (std::string const& text : texts) {
                EXPECT_EQ(text.find_first_of("{}"), std::string::npos) << language << " " << text;
            }
        }
    }
}

TEST(ShippedAssets, TypeNoNumberAndNoLocalNameInTexts) {
    ASSERT_GE(text_files().size(), 8U);
    for (auto const& file : text_files()) {
        std::string const content = support::content_of(file);
        for (std::string_view const name : {"Assen", "Rolderstraat", "Drenthe", "Henk", "Thijs"}) {
            EXPECT_EQ(content.find(name), std::string::npos) << name << " in " << file;
        }
        std::size_t begin = 0;
        while (begin < content.size()) {
            std::size_t const end = std::min(content.find('\n', begin), content.size());
            std::string const line = content.substr(begin, end - begin);
            EXPECT_FALSE(has_phone_number(line)) << file << ": " << line;
            begin = end + 1;
        }
    }
}

TEST(ShippedAssets, HoldBackNumbersNobodyCouldConfirm) {
    Assets const assets = load_shipped();

    int held_back = 0;
    for (Fact const& fact : assets.facts.all()) {
        for (std::string_view const number : {"0900-1844", "0800-8112"}) {
            EXPECT_NE(fact.value, number) << fact.id;
        }
        for (std::string_view const number : {"0800-2000", "0900-0101", "0800-6070"}) {
            if (fact.value == number) {
                EXPECT_FALSE(is_current(fact, kBuilt)) << fact.id << " would be shown";
                ++held_back;
            }
        }
        EXPECT_FALSE(fact.checked_by.empty());
        EXPECT_TRUE(fact.checked_on.ok() && fact.expires_on.ok());
        EXPECT_LE(fact.checked_on, kBuilt) << fact.id;
    }
    EXPECT_EQ(held_back, 3);
    EXPECT_TRUE(is_current(*assets.facts.find(kEmergencyFact), kBuilt)) << "others are shown";
}

} // namespace
} // namespace inloop::pages
