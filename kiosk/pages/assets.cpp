// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/assets.h"

#include "kiosk/pages/asset_file.h"
#include "kiosk/pages/page_text.h"
#include "kiosk/pages/references.h"
#include "kiosk/pages/translations.h"
#include "kiosk/pages/tuning.h"

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

namespace inloop::pages {

namespace fs = std::filesystem;

namespace {

// The pages the home screen leads to, each with the words of its tile as the title of a fallback.
struct KnownPage {
    std::string_view id;
    Phrase title;
};
constexpr std::array<KnownPage, 3> kKnownPages{{
    {kPilotPage, Phrase::home_information},
    {kWhoSolvesPage, Phrase::home_who_solves},
    {kYourMessagePage, Phrase::home_what_happens},
}};

// A site that has a page or a picture no more keeps an empty file of its name.
bool is_there(fs::path const& file) {
    std::error_code none;
    std::uintmax_t const size = fs::file_size(file, none);
    return !none && size > 0;
}

// What stands in the place of a page that cannot be read: that it is so, and whom to call.
Page fallback_page(std::string_view id, Phrases const& phrases) {
    auto const known = std::find_if(kKnownPages.begin(), kKnownPages.end(),
                                    [&](KnownPage const& page) { return page.id == id; });
    Page page;
    page.id = id;
    page.language = phrases.language().code;
    page.title =
        phrases.plain(known != kKnownPages.end() ? known->title : Phrase::home_information);
    page.icon = "info_outline";
    page.blocks = {Notice{phrases.rich(Phrase::information_unreadable)},
                   FactReference{std::string(kNotUrgentFact)},
                   FactReference{std::string(kEmergencyFact)}};
    return page;
}

class Loader {
public:
    Loader(fs::path const& folder, fs::path const& site)
        : m_folder(folder)
        , m_site(site)
        , m_facts_file(folder / kFactsFile) {}

    Checked<Assets> load();

private:
    Checked<void> load_lists();
    Checked<Facts> best_facts();
    template <class T>
    Checked<void> keep(T& into, Checked<T> loaded);
    Checked<void> load_languages();
    std::vector<std::string> page_files(std::string_view language) const;
    std::vector<std::string> page_ids(std::vector<std::string> const& own) const;
    void load_pages(Language const& language);
    Checked<Page> load_page(fs::path const& file, Phrases const& phrases);
    Page best_page(std::string const& id, Phrases const& phrases);
    void report_untranslated();
    void report(Problem problem) { m_assets.problems.push_back(std::move(problem)); }

    fs::path m_folder;
    fs::path m_site; // may be empty
    fs::path m_facts_file; // of the list that is shown
    Assets m_assets;
};

template <class T>
Checked<void> Loader::keep(T& into, Checked<T> loaded) {
    if (!loaded) {
        return tl::unexpected(std::move(loaded.error()));
    }
    into = std::move(*loaded);
    return {};
}

Checked<void> Loader::load_lists() {
    if (!m_site.empty()) {
        m_assets.picture_folders.push_back(m_site / kPictureFolder);
    }
    m_assets.picture_folders.push_back(m_folder / kPictureFolder);
    auto& problems = m_assets.problems;
    return keep(m_assets.place, Place::load(m_folder / "place.toml"))
        .and_then([&] { return keep(m_assets.facts, best_facts()); })
        .and_then([&] {
            return keep(m_assets.subjects,
                        Subjects::load(m_folder / "subjects.toml", m_assets.facts, problems));
        })
        .and_then([&] { return keep(m_assets.map, Map::load(m_folder / "place.geojson")); })
        .and_then(
            [&] { return keep(m_assets.fonts, FontSet::load(m_folder / "fonts.toml", problems)); });
}

// Of the site, with what only the assets have: a page of a later version may show a fact that the
// site's list, which is older, does not know.
Checked<Facts> Loader::best_facts() {
    auto shipped = Facts::load(m_folder / kFactsFile, m_assets.place, m_assets.problems);
    if (!shipped || m_site.empty() || !is_there(m_site / kFactsFile)) {
        return shipped;
    }
    std::vector<Problem> faults;
    auto own = Facts::load(m_site / kFactsFile, m_assets.place, faults);
    if (!own) {
        faults.push_back(std::move(own.error()));
    } else if (own->find(kEmergencyFact)->value != shipped->find(kEmergencyFact)->value) {
        faults.push_back({(m_site / kFactsFile).string(), own->find(kEmergencyFact)->line,
                          "the number for emergencies is not the one of this program",
                          "it never changes: write " + shipped->find(kEmergencyFact)->value});
    }
    if (!faults.empty()) {
        std::ranges::for_each(faults, [this](Problem& fault) { report(std::move(fault)); });
        return shipped;
    }
    own->complete_with(*shipped);
    m_facts_file = m_site / kFactsFile;
    return own;
}

Checked<void> Loader::load_languages() {
    fs::path const folder = m_folder / "strings";
    auto codes = list_assets(folder, ".toml");
    if (std::find(codes.begin(), codes.end(), kFirstLanguage) == codes.end()) {
        codes.insert(codes.begin(), std::string(kFirstLanguage)); // so that its absence is told
    }
    for (std::string const& code : codes) {
        if (!is_id(code)) {
            report(Problem{(folder / (code + ".toml")).string(), 0,
                           "the name of the file is not the code of a language",
                           "call it as the language, as in de.toml, or take it out"});
            continue;
        }
        auto phrases =
            Phrases::load(folder / (code + ".toml"), m_assets.place, m_assets.facts.words());
        if (phrases) {
            m_assets.languages.push_back(phrases->language());
            m_assets.phrases.emplace(code, std::move(*phrases));
        } else if (code == kFirstLanguage) {
            return tl::unexpected(phrases.error());
        } else {
            report(std::move(phrases.error()));
        }
    }
    std::stable_sort(m_assets.languages.begin(), m_assets.languages.end(),
                     [](Language const& a, Language const& b) {
                         return std::pair(a.code != kFirstLanguage, a.order) <
                                std::pair(b.code != kFirstLanguage, b.order);
                     });
    if (m_assets.languages.size() > kLanguages) {
        report(Problem{folder.string(), 0,
                       "there are more than " + std::to_string(kLanguages) + " languages",
                       "take one out; the idle screen has room for no more"});
        m_assets.languages.resize(kLanguages);
    }
    return {};
}

Checked<Page> Loader::load_page(fs::path const& file, Phrases const& phrases) {
    auto const text = read_text_asset(file, kPageBytes);
    if (!text) {
        return tl::unexpected(text.error());
    }
    auto source = read_page(*text, file.string());
    if (!source) {
        return tl::unexpected(source.error());
    }
    auto dead = dead_references(*source, file.string(), &m_assets.facts,
                                [&](std::string_view name) { return m_assets.picture(name); });
    if (!dead.empty()) {
        return tl::unexpected(std::move(dead.front()));
    }
    StandingWords words = m_assets.place.words(phrases.language().code);
    for (auto& word : m_assets.facts.words()) {
        words.push_back(std::move(word));
    }
    return filled(std::move(source->page), words);
}

std::vector<std::string> Loader::page_files(std::string_view language) const {
    auto files = list_assets(m_folder / kPageFolder / language, ".md");
    if (!m_site.empty()) {
        fs::path const own = m_site / kPageFolder / language;
        for (std::string& id : list_assets(own, ".md")) {
            if (is_there(own / (id + ".md")) &&
                std::find(files.begin(), files.end(), id) == files.end()) {
                files.push_back(std::move(id));
            }
        }
    }
    return files;
}

// The pages a language should have: those the home screen leads to, those there are in Dutch, and
// its own.
std::vector<std::string> Loader::page_ids(std::vector<std::string> const& own) const {
    std::vector<std::string> ids;
    auto const add = [&](std::string_view id) {
        if (std::find(ids.begin(), ids.end(), id) == ids.end()) {
            ids.emplace_back(id);
        }
    };
    for (KnownPage const& known : kKnownPages) {
        add(known.id);
    }
    for (std::string const& id : page_files(kFirstLanguage)) {
        add(id);
    }
    std::for_each(own.begin(), own.end(), add);
    return ids;
}

void Loader::load_pages(Language const& language) {
    fs::path const folder = m_folder / kPageFolder / language.code;
    Phrases const& phrases = m_assets.phrases.at(language.code);
    auto const own = page_files(language.code);
    auto const is_own = [&](std::string_view id) {
        return std::find(own.begin(), own.end(), id) != own.end();
    };
    auto ids = page_ids(own);
    if (ids.size() > kPagesPerLanguage) {
        report(Problem{folder.string(), 0,
                       "there are more than " + std::to_string(kPagesPerLanguage) + " pages",
                       "take some out"});
        ids.resize(kPagesPerLanguage);
    }
    Pages& pages = m_assets.pages[language.code];
    for (std::string const& id : ids) {
        if (!is_own(id) && language.code != kFirstLanguage) {
            report(remark((folder / (id + ".md")).string(), 0,
                          "the page is not translated, the Dutch one is shown", "write it",
                          ErrorCode::not_found));
        } else {
            pages.emplace(id, best_page(id, phrases));
        }
    }
}

// Of the site, else of the assets, else one that says it cannot be read.
Page Loader::best_page(std::string const& id, Phrases const& phrases) {
    fs::path const file = fs::path(kPageFolder) / phrases.language().code / (id + ".md");
    if (!m_site.empty() && is_there(m_site / file)) {
        auto own = load_page(m_site / file, phrases);
        if (own) {
            return std::move(*own);
        }
        report(std::move(own.error()));
    }
    auto page = load_page(m_folder / file, phrases);
    if (!page) {
        report(std::move(page.error()));
        return fallback_page(id, phrases);
    }
    return std::move(*page);
}

void Loader::report_untranslated() {
    std::vector<std::string> codes;
    for (Language const& language : m_assets.languages) {
        codes.push_back(language.code);
    }
    auto const look = [&](LocalText const& text, std::string const& file, std::string const& name) {
        fs::path const path = file == kFactsFile ? m_facts_file : m_folder / file;
        for (Problem& problem : untranslated(text, codes, path, name)) {
            report(std::move(problem));
        }
    };
    each_text(m_assets.place, look);
    each_text(m_assets.facts, look);
    each_text(m_assets.subjects, look);
}

Checked<Assets> Loader::load() {
    if (auto fine = load_lists(); !fine) {
        return tl::unexpected(fine.error());
    }
    if (auto fine = load_languages(); !fine) {
        return tl::unexpected(fine.error());
    }
    for (Language const& language : m_assets.languages) {
        load_pages(language);
    }
    report_untranslated();
    m_assets.subjects.fill(m_assets.place, m_assets.facts.words());
    return std::move(m_assets);
}

} // namespace

fs::path Assets::picture(std::string_view name) const {
    auto const found = std::ranges::find_if(
        picture_folders, [&](fs::path const& folder) { return is_there(folder / name); });
    return (found != picture_folders.end() ? *found : picture_folders.back()) / name;
}

std::vector<std::string> Assets::language_codes() const {
    std::vector<std::string> codes;
    for (Language const& language : languages) {
        codes.push_back(language.code);
    }
    return codes;
}

Phrases const& Assets::phrases_in(std::string_view language) const {
    auto const found = phrases.find(language);
    return found != phrases.end() ? found->second : phrases.find(kFirstLanguage)->second;
}

Page const* Assets::page(std::string_view language, std::string_view id) const {
    for (std::string_view const code : {language, kFirstLanguage}) {
        auto const of_language = pages.find(code);
        if (of_language == pages.end()) {
            continue;
        }
        auto const found = of_language->second.find(id);
        if (found != of_language->second.end()) {
            return &found->second;
        }
    }
    return nullptr;
}

std::vector<Page const*> Assets::listed_pages(std::string_view language) const {
    std::map<std::string_view, int> orders; // by id

    for (std::string_view const code : {kFirstLanguage, language}) { // Dutch says the order
        auto const of_language = pages.find(code);
        if (of_language == pages.end()) {
            continue;
        }
        for (auto const& [id, one] : of_language->second) {
            if (one.order > 0) {
                orders.emplace(id, one.order);
            }
        }
    }
    std::vector<std::pair<int, std::string_view>> listed;
    listed.reserve(orders.size());
    for (auto const& [id, order] : orders) {
        listed.emplace_back(order, id);
    }
    std::sort(listed.begin(), listed.end());
    std::vector<Page const*> out;
    out.reserve(listed.size());
    for (auto const& [order, id] : listed) {
        out.push_back(page(language, id));
    }
    return out;
}

Result<Assets> load_assets(fs::path const& folder, fs::path const& site) {
    auto assets = Loader(folder, site).load();
    if (!assets) {
        return tl::unexpected(to_error(assets.error()));
    }
    return std::move(*assets);
}

} // namespace inloop::pages
