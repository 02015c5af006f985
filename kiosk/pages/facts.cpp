// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/facts.h"

#include "kiosk/pages/asset_file.h"
#include "kiosk/pages/phrase_pieces.h"
#include "kiosk/pages/toml_reader.h"
#include "kiosk/pages/tuning.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace inloop::pages {

namespace {

Checked<Fact> read_fact(TomlEntry const& entry, std::string const& file, Place const& place) {
    auto const* table = std::get_if<TomlTable>(&entry.value.content);
    if (table == nullptr) {
        return flaw(file, entry.value.line, "fact." + entry.key + " is not a table",
                    "begin it with [fact." + entry.key + "]");
    }
    TomlReader const reader(*table, file, "fact." + entry.key);
    if (auto fine =
            reader.only({"label", "value", "note", "checked_by", "checked_on", "expires_on"});
        !fine) {
        return tl::unexpected(fine.error());
    }
    Fact fact;
    fact.id = entry.key;
    fact.line = entry.value.line;
    Problem problem;
    bool const all = take(fact.label, reader.local_text("label"), problem) &&
                     take(fact.value, reader.text("value"), problem) &&
                     take(fact.note, reader.local_text("note"), problem) &&
                     take(fact.checked_by, reader.text("checked_by"), problem) &&
                     take(fact.checked_on, reader.date("checked_on"), problem) &&
                     take(fact.expires_on, reader.date("expires_on"), problem);
    if (!all) {
        return tl::unexpected(problem);
    }
    if (fact.expires_on < fact.checked_on) {
        return flaw(file, entry.value.line, "fact." + entry.key + " expires before it was checked",
                    "check the fact and set both dates");
    }
    if (auto const unknown = first_unknown_word(fact.value); !unknown.empty()) {
        return flaw(file, entry.value.line,
                    "fact." + entry.key + ".value names " + unknown +
                        ", which is no word of the place",
                    "use {address} or write the value out");
    }
    fact.value = fill_words(fact.value, place.words(kFirstLanguage));
    return fact;
}

// The tables below [fact].
Checked<TomlTable> read_list(std::string_view text, std::string const& file) {
    if (auto fine = check_text(text, file); !fine) {
        return tl::unexpected(fine.error());
    }
    auto const table = parse_toml(text, file);
    if (!table) {
        return tl::unexpected(table.error());
    }
    TomlReader const reader(*table, file, "");
    if (auto fine = reader.only({"fact"}); !fine) {
        return tl::unexpected(fine.error());
    }
    auto const list = reader.table("fact");
    if (!list) {
        return tl::unexpected(list.error());
    }
    if (*list == nullptr) {
        return flaw(file, 1, "there are no facts", "add [fact.emergency]");
    }
    return **list;
}

} // namespace

bool is_current(Fact const& fact, std::chrono::year_month_day today) {
    return today <= fact.expires_on;
}

Checked<Facts> Facts::load(std::filesystem::path const& file, Place const& place,
                           std::vector<Problem>& problems) {
    auto const text = read_text_asset(file, kListBytes);
    if (!text) {
        return tl::unexpected(text.error());
    }
    return parse(*text, file.string(), place, problems);
}

Checked<Facts> Facts::parse(std::string_view text, std::string const& name, Place const& place,
                            std::vector<Problem>& problems) {
    auto const list = read_list(text, name);
    if (!list) {
        return tl::unexpected(list.error());
    }
    Facts facts;
    std::optional<Problem> fatal;
    for (TomlEntry const& entry : list->entries) {
        auto fact = read_fact(entry, name, place);
        if (fact) {
            facts.m_facts.push_back(std::move(*fact));
        } else if (!fatal && (entry.key == kEmergencyFact || entry.key == kNotUrgentFact)) {
            fatal = std::move(fact.error());
        } else {
            problems.push_back(std::move(fact.error()));
        }
    }
    if (fatal) {
        return tl::unexpected(std::move(*fatal));
    }
    for (std::string_view const id : {kEmergencyFact, kNotUrgentFact}) {
        if (facts.find(id) == nullptr) {
            return flaw(name, 0, "fact." + std::string(id) + " is missing", "add it");
        }
    }
    return facts;
}

void Facts::complete_with(Facts const& others) {
    for (Fact const& fact : others.m_facts) {
        if (find(fact.id) == nullptr) {
            m_facts.push_back(fact);
        }
    }
}

Fact const* Facts::find(std::string_view id) const {
    auto const found = std::find_if(m_facts.begin(), m_facts.end(),
                                    [&](Fact const& fact) { return fact.id == id; });
    return found == m_facts.end() ? nullptr : &*found;
}

StandingWords Facts::words() const {
    StandingWords words;
    for (auto const& [word, id] : {std::pair{kNumberWord, kNotUrgentFact},
                                   std::pair{kEmergencyNumberWord, kEmergencyFact}}) {
        Fact const* fact = find(id);
        words.emplace_back(word, fact != nullptr ? fact->value : std::string());
    }
    return words;
}

} // namespace inloop::pages
