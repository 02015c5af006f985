// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/phrases.h"

#include "kiosk/pages/asset_file.h"
#include "kiosk/pages/toml_reader.h"
#include "kiosk/pages/tuning.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace inloop::pages {

namespace {

struct PhraseInfo {
    std::string_view key; // "idle.text"
    std::string_view placeholders; // "seconds" or "day,month"
};

constexpr std::array<PhraseInfo, kPhraseCount> kPhrases{{
#define INLOOP_PHRASE(name, key, ...) {key, "" __VA_ARGS__},
#include "kiosk/pages/phrase_list.inc"
#undef INLOOP_PHRASE
}};

constexpr std::string_view kLanguageTable = "this_language";

std::vector<std::string> sorted_list(std::string_view names) {
    std::vector<std::string> out;
    while (!names.empty()) {
        std::size_t const comma = std::min(names.find(','), names.size());
        out.emplace_back(names.substr(0, comma));
        names.remove_prefix(std::min(comma + 1, names.size()));
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::string listed(std::vector<std::string> const& names) {
    std::string out;
    for (std::string const& name : names) {
        out += (out.empty() ? "{" : " {") + name + "}";
    }
    return out.empty() ? "none" : out;
}

std::vector<std::string> placeholders_of(std::vector<PhrasePiece> const& pieces,
                                         StandingWords const& words) {
    std::vector<std::string> names;
    for (PhrasePiece const& piece : pieces) {
        if (piece.placeholder && find_word(words, piece.text) == nullptr) {
            names.push_back(piece.text);
        }
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

Checked<Language> read_language(TomlTable const& file_table, std::string const& file) {
    TomlValue const* value = file_table.find(kLanguageTable);
    auto const* table = value != nullptr ? std::get_if<TomlTable>(&value->content) : nullptr;
    if (table == nullptr) {
        return flaw(file, 1, "the table [this_language] is missing",
                    "add it with own_name, direction and order");
    }
    TomlReader const reader(*table, file, kLanguageTable);
    if (auto fine = reader.only({"own_name", "direction", "order"}); !fine) {
        return tl::unexpected(fine.error());
    }
    auto own_name = reader.text("own_name");
    if (!own_name) {
        return tl::unexpected(own_name.error());
    }
    auto const direction = reader.text("direction");
    if (!direction) {
        return tl::unexpected(direction.error());
    }
    auto const order = reader.number("order");
    if (!order) {
        return tl::unexpected(order.error());
    }
    bool const right = *direction == "right-to-left";
    if ((!right && *direction != "left-to-right") || *order < 1 || *order > kMostOrder) {
        return flaw(file, table->line, "direction or order of [this_language] is not right",
                    "write left-to-right or right-to-left, and an order from 1 to 99");
    }
    return Language{std::filesystem::path(file).stem().string(), std::move(*own_name),
                    right ? Direction::right_to_left : Direction::left_to_right,
                    static_cast<int>(*order)};
}

// The value of "home.title", nullptr when it is not there.
TomlValue const* find_phrase(TomlTable const& file_table, std::string_view key) {
    std::size_t const dot = key.find('.');
    TomlValue const* group = file_table.find(key.substr(0, dot));
    auto const* table = group != nullptr ? std::get_if<TomlTable>(&group->content) : nullptr;
    return table != nullptr ? table->find(key.substr(dot + 1)) : nullptr;
}

// Where a phrase that is missing would stand: the line of its table, 0 when that is missing too.
int line_of_group(TomlTable const& file_table, std::string_view key) {
    TomlValue const* group = file_table.find(key.substr(0, key.find('.')));
    return group != nullptr ? group->line : 0;
}

void refuse_unknown_keys(TomlTable const& file_table, std::string const& file,
                         std::vector<Problem>& faults) {
    for (TomlEntry const& group : file_table.entries) {
        if (group.key == kLanguageTable) {
            continue;
        }
        auto const* table = std::get_if<TomlTable>(&group.value.content);
        if (table == nullptr) {
            faults.push_back(Problem{file, group.value.line,
                                     group.key + " stands outside every table",
                                     "move it under its [table]"});
            continue;
        }
        for (TomlEntry const& entry : table->entries) {
            std::string const key = group.key + "." + entry.key;
            if (std::none_of(kPhrases.begin(), kPhrases.end(),
                             [&](PhraseInfo const& info) { return info.key == key; })) {
                faults.push_back(Problem{file, entry.value.line, key + " is not a known key",
                                         "look for a typing error or take it out"});
            }
        }
    }
}

Checked<std::vector<PhrasePiece>> read_phrase(TomlTable const& file_table, std::string const& file,
                                              PhraseInfo const& info, StandingWords const& words) {
    std::string const key(info.key);
    TomlValue const* value = find_phrase(file_table, info.key);
    if (value == nullptr) {
        return flaw(file, line_of_group(file_table, info.key), key + " is missing", "add it");
    }
    auto const text = text_of(*value, file, info.key);
    if (!text) {
        return tl::unexpected(text.error());
    }
    auto pieces = split_phrase(*text);
    if (!pieces) {
        return flaw(file, value->line, key + " " + pieces.error(),
                    "write **bold** and {name} in pairs");
    }
    auto const needed = sorted_list(info.placeholders);
    auto const used = placeholders_of(*pieces, words);
    if (needed != used) {
        return flaw(file, value->line,
                    key + " uses " + listed(used) + ", needed: " + listed(needed),
                    "use exactly the {names} that are needed");
    }
    return std::move(*pieces);
}

} // namespace

std::string_view key_of(Phrase phrase) {
    return kPhrases[static_cast<std::size_t>(phrase)].key;
}

Checked<Phrases> Phrases::load(std::filesystem::path const& file, Place const& place,
                               StandingWords facts) {
    auto const text = read_asset(file, kStringsBytes);
    if (!text) {
        return tl::unexpected(text.error());
    }
    return parse(*text, file.string(), place, std::move(facts));
}

Checked<Phrases> Phrases::parse(std::string_view text, std::string const& file, Place const& place,
                                StandingWords facts) {
    std::vector<Problem> faults;
    Phrases phrases = read(text, file, place, std::move(facts), faults);
    if (!faults.empty()) {
        return tl::unexpected(std::move(faults.front()));
    }
    return phrases;
}

std::vector<Problem> Phrases::faults_in(std::string_view text, std::string const& file,
                                        Place const& place, StandingWords facts) {
    std::vector<Problem> faults;
    static_cast<void>(read(text, file, place, std::move(facts), faults));
    return faults;
}

Phrases Phrases::read(std::string_view text, std::string const& file, Place const& place,
                      StandingWords facts, std::vector<Problem>& faults) {
    Phrases phrases;
    if (auto fine = check_text(text, file); !fine) {
        faults.push_back(std::move(fine.error()));
        return phrases;
    }
    auto const table = parse_toml(text, file);
    if (!table) {
        faults.push_back(table.error());
        return phrases;
    }
    auto language = read_language(*table, file);
    if (language) {
        phrases.m_language = std::move(*language);
    } else {
        faults.push_back(std::move(language.error()));
    }
    phrases.m_words = place.words(phrases.m_language.code);
    std::move(facts.begin(), facts.end(), std::back_inserter(phrases.m_words));
    phrases.read_all(*table, file, faults);
    return phrases;
}

void Phrases::read_all(TomlTable const& file_table, std::string const& file,
                       std::vector<Problem>& faults) {
    refuse_unknown_keys(file_table, file, faults);
    for (PhraseInfo const& info : kPhrases) {
        auto pieces = read_phrase(file_table, file, info, m_words);
        if (pieces) {
            m_pieces.push_back(std::move(*pieces));
        } else {
            m_pieces.emplace_back();
            faults.push_back(std::move(pieces.error()));
        }
    }
}

std::string Phrases::word(std::string_view name, PhraseValues values) const {
    for (PhraseValue const& value : values) {
        if (value.name == name) {
            return std::string(value.value);
        }
    }
    std::string const* word = find_word(m_words, name);
    return word != nullptr ? *word : "{" + std::string(name) + "}";
}

RichText Phrases::rich(Phrase phrase, PhraseValues values) const {
    RichText out;
    for (PhrasePiece const& piece : m_pieces[static_cast<std::size_t>(phrase)]) {
        append(out, piece.placeholder ? word(piece.text, values) : piece.text, piece.bold);
    }
    return out;
}

std::string Phrases::plain(Phrase phrase, PhraseValues values) const {
    return plain_text(rich(phrase, values));
}

std::vector<std::string> Phrases::placeholders(Phrase phrase) const {
    return placeholders_of(m_pieces[static_cast<std::size_t>(phrase)], m_words);
}

} // namespace inloop::pages
