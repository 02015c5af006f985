// SPDX-License-Identifier: EUPL-1.2
// Everything the screens say, read and checked once at start.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/pages/facts.h"
#include "kiosk/pages/fonts.h"
#include "kiosk/pages/languages.h"
#include "kiosk/pages/map.h"
#include "kiosk/pages/page.h"
#include "kiosk/pages/phrases.h"
#include "kiosk/pages/place.h"
#include "kiosk/pages/problem.h"
#include "kiosk/pages/subjects.h"

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::pages {

// The pages the home screen leads to; each exists in every language, if need be as a fallback.
inline constexpr std::string_view kPilotPage = "pilot";
inline constexpr std::string_view kWhoSolvesPage = "who-solves-what";
inline constexpr std::string_view kYourMessagePage = "your-message";

// Of the assets and of a site.
inline constexpr char const* kPageFolder = "pages"; // pages/nl/pilot.md
inline constexpr char const* kPictureFolder = "pictures";
inline constexpr char const* kFactsFile = "facts.toml";

using Pages = std::map<std::string, Page, std::less<>>; // by id

// Immutable after loading: any thread.
struct Assets {
    std::vector<Language> languages; // Dutch first, then by their order
    std::map<std::string, Phrases, std::less<>> phrases; // by language code
    std::map<std::string, Pages, std::less<>> pages; // by language code
    Facts facts;
    Place place;
    Subjects subjects;
    Map map;
    FontSet fonts;
    // Where the pictures that pages name lie, the first that has one wins.
    std::vector<std::filesystem::path> picture_folders;
    std::vector<Problem> problems; // what was left out or replaced; for the log and check-assets

    // The file of a picture that a page names; where there is none, where it should lie.
    [[nodiscard]] std::filesystem::path picture(std::string_view name) const;
    // "nl", "en": of the languages, in their order.
    [[nodiscard]] std::vector<std::string> language_codes() const;
    // Dutch when the language is not there.
    [[nodiscard]] Phrases const& phrases_in(std::string_view language) const;
    // The page in the language, else in Dutch; nullptr when the id is in neither.
    [[nodiscard]] Page const* page(std::string_view language, std::string_view id) const;
    // The pages of the list, in their order: each in the language, else in Dutch.
    [[nodiscard]] std::vector<Page const*> listed_pages(std::string_view language) const;
};

// Reads the whole folder. An error names file, line, cause and mend, and means the kiosk cannot
// work: place, map, subjects, fonts, the two numbers of the strip or the Dutch strings. Anything
// less goes to `problems`: a faulty page becomes a plain page with the two numbers; for a page that
// is not translated the Dutch one stands in (its Page::language says so); another language with
// faulty strings is not offered. Blocks while it reads, a few milliseconds.
//
// `site` is the folder with what this site's people wrote, pages/, pictures/ and facts.toml as in
// the assets; it need not be there. A page of it stands before the one of the same name in
// `folder`; where it is faulty, that one is shown. So do its facts, as a whole: with one fault
// those of `folder` are shown, and what they lack comes from there. An empty file counts as none.
[[nodiscard]] Result<Assets> load_assets(std::filesystem::path const& folder,
                                         std::filesystem::path const& site = {});

} // namespace inloop::pages
