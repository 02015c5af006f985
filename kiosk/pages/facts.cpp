// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/facts.h"

#include "kiosk/pages/asset_file.h"
#include "kiosk/pages/phrase_pieces.h"
#include "kiosk/pages/toml_tree.h"
#include "kiosk/pages/tuning.h"

#include <algorithm>
#include <utility>

namespace inloop::pages {

namespace {

template <class T>
bool take(T& into, Checked<T>&& from, Problem& problem) {
    if (!from) {
        problem = std::move(from.error());
        return false;
    }
    into = std::move(*from);
    return true;
}

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

Checked<TomlTable> read_file(std::filesystem::path const& file) {
    auto const text = read_text_asset(file, kListBytes);
    if (!text) {
        return tl::unexpected(text.error());
    }
    auto table = parse_toml(*text, file.string());
    if (table) {
        if (auto fine = TomlReader(*table, file.string(), "").only({"fact"}); !fine) {
            return tl::unexpected(fine.error());
        }
    }
    return table;
}

} // namespace

bool is_current(Fact const& fact, std::chrono::year_month_day today) {
    return today <= fact.expires_on;
}

Checked<Facts> Facts::load(std::filesystem::path const& file, Place const& place,
                           std::vector<Problem>& problems) {
    auto const table = read_file(file);
    if (!table) {
        return tl::unexpected(table.error());
    }
    Facts facts;
    TomlValue const* value = table->find("fact");
    auto const* list = value != nullptr ? std::get_if<TomlTable>(&value->content) : nullptr;
    if (list == nullptr) {
        return flaw(file.string(), 1, "there are no facts", "add [fact.emergency]");
    }
    for (TomlEntry const& entry : list->entries) {
        auto fact = read_fact(entry, file.string(), place);
        if (fact) {
            facts.m_facts.push_back(std::move(*fact));
        } else if (entry.key == kEmergencyFact || entry.key == kNotUrgentFact) {
            return tl::unexpected(fact.error());
        } else {
            problems.push_back(std::move(fact.error()));
        }
    }
    for (std::string_view const id : {kEmergencyFact, kNotUrgentFact}) {
        if (facts.find(id) == nullptr) {
            return flaw(file.string(), 0, "fact." + std::string(id) + " is missing", "add it");
        }
    }
    return facts;
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
