// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/texts.h"

#include "kiosk/base/utf8.h"
#include "kiosk/officerlog/desk/status_names.h"
#include "kiosk/officerlog/desk/tuning.h"
#include "kiosk/pages/asset_file.h"

#include <fmt/args.h>
#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace inloop::desk {
namespace {

using pages::Checked;
using pages::flaw;

int line_of(toml::node const& node) {
    return static_cast<int>(node.source().begin.line);
}

Checked<toml::table> parse(std::string_view text, std::string const& name) {
    if (auto fine = pages::check_text(text, name); !fine) {
        return tl::unexpected(fine.error());
    }
    try {
        return toml::parse(text);
    } catch (toml::parse_error const& error) {
        return flaw(name, static_cast<int>(error.source().begin.line),
                    "this is not TOML: " + std::string(error.description()), "mend the line");
    }
}

// One [[answer]] with the name of its file.
struct Table {
    toml::table const& table;
    std::string const& file;

    [[nodiscard]] tl::unexpected<pages::Problem>
    wrong(std::string_view key, std::string const& cause, std::string const& mend) const {
        toml::node const* node = table.get(key);
        return flaw(file, line_of(node != nullptr ? *node : table),
                    fmt::format("{} of this answer {}", key, cause), mend);
    }
    [[nodiscard]] Checked<std::string> text(std::string_view key, std::size_t most) const {
        auto const value = table[key].value<std::string>();
        if (!value || utf8::is_blank(*value)) {
            return wrong(key, "is missing", "add it, in quotes");
        }
        if (utf8::count(*value) > most) {
            return wrong(key, "is too long", fmt::format("use at most {} signs", most));
        }
        return *value;
    }
    [[nodiscard]] Checked<void> only(std::set<std::string_view> const& known) const {
        for (auto const& [key, node] : table) {
            if (!known.contains(key.str())) {
                return wrong(key.str(), "is not known here", "check the spelling");
            }
        }
        return {};
    }
};

Checked<pages::LocalText> read_text(Table const& answer, pages::StandingWords const& words) {
    auto const* by_language = answer.table["text"].as_table();
    if (by_language == nullptr || !by_language->contains(pages::kFirstLanguage)) {
        return answer.wrong("text", "has no Dutch", "write text = { nl = \"...\" }");
    }
    std::map<std::string, std::string, std::less<>> texts;
    Table const inside{*by_language, answer.file};
    for (auto const& [language, node] : *by_language) {
        auto text = inside.text(language.str(), kAnswerCodePoints);
        if (!text) {
            return tl::unexpected(text.error());
        }
        if (!filled(*text, words)) {
            return inside.wrong(language.str(), "has a name in braces that nobody knows",
                                "use a word of the place, or {number}");
        }
        texts.emplace(std::string(language.str()), std::move(*text));
    }
    return pages::LocalText(std::move(texts), line_of(*by_language));
}

Checked<AnswerTemplate> read_answer(Table const& table, pages::StandingWords const& words) {
    if (auto fine = table.only({"id", "status", "title", "text"}); !fine) {
        return tl::unexpected(fine.error());
    }
    AnswerTemplate answer;
    std::string status;
    pages::Problem problem;
    auto const take = [&problem](auto& into, auto from) {
        if (!from) {
            problem = std::move(from.error());
            return false;
        }
        into = std::move(*from);
        return true;
    };
    if (!take(answer.id, table.text("id", kTitleCodePoints)) ||
        !take(answer.title, table.text("title", kTitleCodePoints)) ||
        !take(status, table.text("status", kTitleCodePoints)) ||
        !take(answer.text, read_text(table, words))) {
        return tl::unexpected(std::move(problem));
    }
    auto const then = status_of(status);
    if (!then || !may_answer_with(*then)) {
        return table.wrong("status", "cannot follow an answer",
                           "write asked, in-hand, referred or closed");
    }
    answer.then = *then;
    return answer;
}

} // namespace

Checked<std::vector<AnswerTemplate>> parse_answers(std::string_view text, std::string const& name,
                                                   pages::StandingWords const& words) {
    auto const file = parse(text, name);
    if (!file) {
        return tl::unexpected(file.error());
    }
    auto const* list = (*file)["answer"].as_array();
    if (list == nullptr || file->size() != 1) {
        return flaw(name, 1, "there is something else than [[answer]] here, or none",
                    "write [[answer]] above each answer");
    }
    std::vector<AnswerTemplate> answers;
    for (toml::node const& node : *list) {
        auto const* table = node.as_table();
        if (table == nullptr) {
            return flaw(name, line_of(node), "this is not an answer", "write [[answer]]");
        }
        auto answer = read_answer({*table, name}, words);
        if (!answer) {
            return tl::unexpected(answer.error());
        }
        if (std::ranges::find(answers, answer->id, &AnswerTemplate::id) != answers.end()) {
            return flaw(name, line_of(node), "the id " + answer->id + " stands here twice",
                        "give each answer an id of its own");
        }
        answers.push_back(std::move(*answer));
    }
    return answers;
}

Checked<SafetyWords> parse_safety_words(std::string_view text, std::string const& name) {
    auto const file = parse(text, name);
    if (!file) {
        return tl::unexpected(file.error());
    }
    auto const* by_language = (*file)["words"].as_table();
    if (by_language == nullptr || file->size() != 1) {
        return flaw(name, 1, "there is something else than [words] here, or none", "add [words]");
    }
    SafetyWords words;
    for (auto const& [language, list] : *by_language) {
        if (!list.is_array()) {
            return flaw(name, line_of(list), std::string(language.str()) + " is not a list",
                        "write " + std::string(language.str()) + " = [ ... ]");
        }
        for (toml::node const& word : *list.as_array()) {
            auto const phrase = word.value<std::string>();
            if (!phrase || !words.add(*phrase)) {
                return flaw(name, line_of(word), "this is not a word", "write it in quotes");
            }
        }
    }
    if (words.empty()) {
        return flaw(name, 1, "there are no words", "a letter about a gun would wait its turn");
    }
    return words;
}

Result<std::string> filled(std::string const& text, pages::StandingWords const& words) {
    fmt::dynamic_format_arg_store<fmt::format_context> store;
    for (auto const& [name, value] : words) {
        store.push_back(fmt::arg(name.c_str(), std::cref(value)));
    }
    try {
        return fmt::vformat(text, store);
    } catch (fmt::format_error const& error) {
        return fail(ErrorCode::invalid_input, std::string("the braces of a text: ") + error.what());
    }
}

Checked<Texts> Texts::load(std::filesystem::path const& folder, pages::StandingWords const& words) {
    auto const answers_file = folder / "answers.toml";
    auto const safety_file = folder / "safety_words.toml";
    auto const answers = pages::read_text_asset(answers_file, kTextsBytes);
    if (!answers) {
        return tl::unexpected(answers.error());
    }
    auto const safety = pages::read_text_asset(safety_file, kTextsBytes);
    if (!safety) {
        return tl::unexpected(safety.error());
    }
    auto read_answers = parse_answers(*answers, answers_file.string(), words);
    if (!read_answers) {
        return tl::unexpected(read_answers.error());
    }
    auto read_safety = parse_safety_words(*safety, safety_file.string());
    if (!read_safety) {
        return tl::unexpected(read_safety.error());
    }
    return Texts{std::move(*read_answers), std::move(*read_safety)};
}

} // namespace inloop::desk
