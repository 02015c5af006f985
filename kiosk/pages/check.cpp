// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/check.h"

#include "kiosk/pages/asset_file.h"
#include "kiosk/pages/assets.h"
#include "kiosk/pages/page_text.h"
#include "kiosk/pages/phrase_pieces.h"
#include "kiosk/pages/plain_language.h"
#include "kiosk/pages/references.h"
#include "kiosk/pages/shelf_life.h"
#include "kiosk/pages/toml_tree.h"
#include "kiosk/pages/translations.h"
#include "kiosk/pages/tuning.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <system_error>
#include <tuple>
#include <utility>

namespace inloop::pages {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> kHomePages{kPilotPage, kWhoSolvesPage, kYourMessagePage};

bool contains(std::vector<std::string> const& list, std::string_view one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

// Names of what lies in the folder, sorted; without folders or only them.
std::vector<std::string> entries_of(fs::path const& folder, fs::file_type type) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        std::error_code ignored;
        if (at->status(ignored).type() == type) {
            names.push_back(at->path().filename().string());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

// Reads every file of the folder once and collects what is wrong with it.
class Checker {
public:
    Checker(fs::path const& folder, std::chrono::year_month_day today)
        : m_folder(folder)
        , m_today(today) {}

    std::vector<Problem> check();

private:
    void check_lists();
    void allow_names();
    void check_strings();
    void check_strings(fs::path const& file, std::string const& language);
    void hint_at_phrases(TomlTable const& phrases, std::string const& language,
                         std::string const& file);
    void check_pages();
    void check_pages(std::string const& language);
    void check_page(fs::path const& file, std::string const& language);
    void check_page_texts(PageSource const& source, std::string const& file, int title_line);
    void check_order(Page const& page, std::string const& file);
    void report_missing_pages(std::string const& language, std::vector<std::string> const& own);
    void check_short_texts();
    void check_facts();
    void check_pictures();
    void report_stray_files(fs::path const& folder, std::string_view extension);
    void hint(std::string_view text, std::string const& language, std::string const& file,
              int line);
    [[nodiscard]] Place place() const { return m_place.value_or(Place()); }
    void report(Problem problem) { m_problems.push_back(std::move(problem)); }

    // The value, or nothing with its problem reported.
    template <class T>
    std::optional<T> keep(Checked<T> loaded) {
        if (!loaded) {
            report(std::move(loaded.error()));
            return std::nullopt;
        }
        return std::move(*loaded);
    }

    fs::path m_folder;
    std::chrono::year_month_day m_today;
    std::vector<Problem> m_problems;
    std::optional<Place> m_place;
    std::optional<Facts> m_facts;
    std::optional<Subjects> m_subjects;
    std::optional<Map> m_map;
    std::vector<std::string> m_languages; // Dutch first
    std::vector<std::string> m_dutch_pages;
    std::map<std::string, int, std::less<>> m_orders; // of the Dutch pages
    std::set<std::string, std::less<>> m_used_facts{
        std::string(kEmergencyFact), std::string(kNotUrgentFact), std::string(kAnonymousFact)};
    std::set<std::string, std::less<>> m_used_pictures;
    std::vector<std::string> m_allowed; // names that are never too long or hard
};

void Checker::check_lists() {
    m_place = keep(Place::load(m_folder / "place.toml"));
    m_facts = keep(Facts::load(m_folder / "facts.toml", place(), m_problems));
    Facts const* facts = m_facts ? &*m_facts : nullptr;
    m_subjects = keep(Subjects::load(m_folder / "subjects.toml", facts, m_problems));
    m_map = keep(Map::load(m_folder / "place.geojson", m_problems));
    static_cast<void>(keep(FontSet::load(m_folder / "fonts.toml", m_problems)));
}

void Checker::allow_names() {
    for (std::string const& language : m_languages) {
        for (auto const& [name, word] : place().words(language)) {
            m_allowed.push_back(word);
        }
    }
    if (m_map) {
        for (Street const& street : m_map->streets) {
            m_allowed.push_back(street.name);
        }
    }
}

void Checker::hint(std::string_view text, std::string const& language, std::string const& file,
                   int line) {
    for (LanguageHint const& one : plain_language(text, language, m_allowed)) {
        report(remark(file, line, to_string(one), mend_of(one.hint)));
    }
}

void Checker::report_stray_files(fs::path const& folder, std::string_view extension) {
    for (std::string const& name : entries_of(folder, fs::file_type::regular)) {
        if (fs::path(name).extension() != extension) {
            report(remark((folder / name).string(), 0, "nothing reads this file",
                          "take it out, or end its name with " + std::string(extension)));
        }
    }
}

void Checker::check_strings() {
    fs::path const folder = m_folder / "strings";
    m_languages = {std::string(kFirstLanguage)};
    for (std::string const& code : list_assets(folder, ".toml")) {
        if (!is_id(code)) {
            report(Problem{(folder / (code + ".toml")).string(), 0,
                           "the name of the file is not the code of a language",
                           "call it as the language, as in de.toml, or take it out"});
        } else if (code != kFirstLanguage) {
            m_languages.push_back(code);
        }
    }
    if (m_languages.size() > kLanguages) {
        report(Problem{folder.string(), 0,
                       "there are more than " + std::to_string(kLanguages) + " languages",
                       "take one out; the idle screen has room for no more"});
    }
    allow_names();
    for (std::string const& language : m_languages) {
        check_strings(folder / (language + ".toml"), language);
    }
    report_stray_files(folder, ".toml");
}

void Checker::check_strings(fs::path const& file, std::string const& language) {
    auto const text = keep(read_text_asset(file, kStringsBytes));
    if (!text) {
        return;
    }
    StandingWords const numbers = m_facts.value_or(Facts()).words();
    for (Problem& fault : Phrases::faults_in(*text, file.string(), place(), numbers)) {
        report(std::move(fault));
    }
    auto const table = parse_toml(*text, file.string());
    if (!table) {
        return; // told already
    }
    for (TomlEntry const& group : table->entries) {
        if (auto const* phrases = std::get_if<TomlTable>(&group.value.content)) {
            hint_at_phrases(*phrases, language, file.string());
        }
    }
}

void Checker::hint_at_phrases(TomlTable const& phrases, std::string const& language,
                              std::string const& file) {
    for (TomlEntry const& one : phrases.entries) {
        if (auto const* phrase = std::get_if<std::string>(&one.value.content)) {
            hint(without_stars(*phrase), language, file, one.value.line);
        }
    }
}

void Checker::check_pages() {
    m_dutch_pages = list_assets(m_folder / "pages" / kFirstLanguage, ".md");
    for (std::string const& language : m_languages) {
        check_pages(language);
    }
    for (std::string const& name : entries_of(m_folder / "pages", fs::file_type::directory)) {
        if (!contains(m_languages, name)) {
            report(Problem{(m_folder / "pages" / name).string(), 0,
                           "there is no strings/" + name + ".toml",
                           "add it, or take these pages out"});
        }
    }
}

void Checker::check_pages(std::string const& language) {
    fs::path const folder = m_folder / "pages" / language;
    auto const own = list_assets(folder, ".md");
    for (std::string const& id : own) {
        check_page(folder / (id + ".md"), language);
    }
    if (own.size() > kPagesPerLanguage) {
        report(Problem{folder.string(), 0,
                       "there are more than " + std::to_string(kPagesPerLanguage) + " pages",
                       "take some out"});
    }
    report_missing_pages(language, own);
    report_stray_files(folder, ".md");
}

void Checker::report_missing_pages(std::string const& language,
                                   std::vector<std::string> const& own) {
    auto const file_of = [&](std::string_view code, std::string_view id) {
        return (m_folder / "pages" / code / (std::string(id) + ".md")).string();
    };
    for (std::string_view const id : kHomePages) {
        if (language == kFirstLanguage && !contains(own, id)) {
            report(Problem{file_of(language, id), 0, "a page the home screen leads to is missing",
                           "write it", ErrorCode::not_found});
        }
    }
    for (std::string const& id : m_dutch_pages) {
        if (!contains(own, id)) {
            report(remark(file_of(language, id), 0,
                          "the page is not translated, the Dutch one is shown", "write it",
                          ErrorCode::not_found));
        }
    }
    for (std::string const& id : own) {
        if (!contains(m_dutch_pages, id)) {
            report(remark(file_of(language, id), 0, "the page is not there in Dutch",
                          "write it in Dutch too, or give both the same name"));
        }
    }
}

void Checker::check_page(fs::path const& file, std::string const& language) {
    auto const text = keep(read_text_asset(file, kPageBytes));
    auto const source = text ? keep(read_page(*text, file.string())) : std::nullopt;
    if (!source) {
        return;
    }
    auto const picture = [this](std::string_view name) { return m_folder / "pictures" / name; };
    for (Problem& dead :
         dead_references(*source, file.string(), m_facts ? &*m_facts : nullptr, picture)) {
        report(std::move(dead));
    }
    if (language == kFirstLanguage) {
        m_orders[source->page.id] = source->page.order;
    }
    check_order(source->page, file.string());
    check_page_texts(*source, file.string(), line_at(*text, text->find("title")));
}

void Checker::check_order(Page const& page, std::string const& file) {
    auto const dutch = m_orders.find(page.id);
    if (dutch != m_orders.end() && dutch->second != page.order) {
        report(remark(file, 0, "order is not that of the Dutch page, which counts",
                      "give both the same order"));
    }
}

void Checker::check_page_texts(PageSource const& source, std::string const& file, int title_line) {
    std::string const& language = source.page.language;
    hint(source.page.title, language, file, title_line);
    for (std::size_t i = 0; i < source.page.blocks.size(); ++i) {
        Block const& block = source.page.blocks[i];
        Page alone;
        alone.blocks = {block};
        for (RichText const& text : texts_of(alone)) {
            hint(plain_text(text), language, file, source.lines[i]);
        }
        if (auto const* picture = std::get_if<Picture>(&block)) {
            hint(picture->alt, language, file, source.lines[i]);
            m_used_pictures.insert(picture->file);
        } else if (auto const* fact = std::get_if<FactReference>(&block)) {
            m_used_facts.insert(fact->id);
        }
    }
}

// The texts by language of place, facts and subjects.
void Checker::check_short_texts() {
    auto const look = [&](LocalText const& text, std::string const& name, std::string const& key) {
        fs::path const file = m_folder / name;
        for (Problem& problem : untranslated(text, m_languages, file, key)) {
            report(std::move(problem));
        }
        for (auto const& [language, words] : text.all()) {
            hint(words, language, file.string(), text.line());
            if (!contains(m_languages, language)) {
                report(remark(file.string(), text.line(),
                              key + " has a text in " + language + ", which no screen shows",
                              "look for a typing error or add strings/" + language + ".toml"));
            }
        }
    };
    if (m_place) {
        each_text(*m_place, look);
    }
    if (m_facts) {
        each_text(*m_facts, look);
    }
    if (m_subjects) {
        each_text(*m_subjects, look);
    }
}

void Checker::check_facts() {
    if (!m_facts) {
        return;
    }
    if (m_subjects) {
        for (Subject const& subject : m_subjects->all()) {
            if (subject.desk) {
                m_used_facts.insert(subject.desk->facts.begin(), subject.desk->facts.end());
            }
        }
    }
    std::string const file = (m_folder / "facts.toml").string();
    if (m_facts->find(kAnonymousFact) == nullptr) {
        report(Problem{file, 0, "fact." + std::string(kAnonymousFact) + " is missing",
                       "add it: a screen shows it to who fears to be recognised"});
    }
    for (Fact const& fact : m_facts->all()) {
        for (Problem& problem : doubts_about(fact, file, m_today)) {
            report(std::move(problem));
        }
        if (!m_used_facts.contains(fact.id)) {
            report(remark(file, fact.line, "nothing shows fact." + fact.id,
                          "write {fact: " + fact.id + "} on a page or take the fact out"));
        }
    }
}

void Checker::check_pictures() {
    fs::path const folder = m_folder / "pictures";
    for (std::string const& name : entries_of(folder, fs::file_type::regular)) {
        if (!m_used_pictures.contains(name)) {
            report(remark((folder / name).string(), 0, "no page shows this picture",
                          "take it out, or name it on a page"));
        }
    }
}

std::vector<Problem> Checker::check() {
    check_lists();
    check_strings();
    check_pages();
    check_short_texts();
    check_facts();
    check_pictures();
    std::stable_sort(m_problems.begin(), m_problems.end(), [](Problem const& a, Problem const& b) {
        return std::tie(a.file, a.line) < std::tie(b.file, b.line);
    });
    return std::move(m_problems);
}

} // namespace

std::vector<Problem> check_assets(fs::path const& folder, std::chrono::year_month_day today) {
    return Checker(folder, today).check();
}

} // namespace inloop::pages
