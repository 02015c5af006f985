// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/entries/status.h"
#include "kiosk/officerlog/desk/safety_words.h"
#include "kiosk/pages/languages.h"
#include "kiosk/pages/place.h"
#include "kiosk/pages/problem.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::desk {

// An answer officers give often, of assets/answers.toml.
struct AnswerTemplate {
    std::string id{};
    entries::Status then = entries::Status::closed; // what it leads to
    std::string title{}; // for the officer, Dutch
    pages::LocalText text{}; // for the visitor; names of `words` in braces
};

// What the desk needs of assets/, read once. Constant; any thread.
struct Texts {
    std::vector<AnswerTemplate> answers{}; // in file order
    SafetyWords safety{};

    // Reads answers.toml and safety_words.toml of the folder of assets. `words` are the names that
    // answers may use in braces. The problem names file, line, cause and mend.
    [[nodiscard]] static pages::Checked<Texts> load(std::filesystem::path const& folder,
                                                    pages::StandingWords const& words);
};

// The same for text that is in memory; `name` is named in faults.
[[nodiscard]] pages::Checked<std::vector<AnswerTemplate>>
parse_answers(std::string_view text, std::string const& name, pages::StandingWords const& words);
[[nodiscard]] pages::Checked<SafetyWords> parse_safety_words(std::string_view text,
                                                             std::string const& name);

// The text with the words filled in. Fails with `invalid_input` for a name in braces that is none
// of them, or a lone brace.
[[nodiscard]] Result<std::string> filled(std::string const& text,
                                         pages::StandingWords const& words);

} // namespace inloop::desk
