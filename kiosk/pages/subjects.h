// SPDX-License-Identifier: EUPL-1.2
// What a message can be about: assets/subjects.toml. Nine subjects and "something else", each with
// its examples, the body whose job it is and what a visitor may tap to explain it.
#pragma once

#include "kiosk/entries/subject.h"
#include "kiosk/pages/facts.h"
#include "kiosk/pages/languages.h"
#include "kiosk/pages/problem.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::pages {

// Whose job it is when it is not the police's: shown before the visitor writes.
struct Desk {
    LocalText whose; // "Dit lost de gemeente op."
    LocalText how; // what happens there and how long it may take; one or two sentences
    std::vector<std::string> facts; // ids of facts.toml: where to call or go; one or two
    std::vector<LocalText> asked; // what they will ask, two to four short lines
};

struct SubjectOption {
    std::string id;
    LocalText words;
};

struct SubjectQuestion {
    std::string id;
    LocalText words; // "Hoe vaak gebeurt het?"
    std::vector<SubjectOption> options; // two to five
};

struct Subject {
    std::string id;
    std::string icon; // Material Icons name
    LocalText name; // on the tile, at most kTileCodePoints
    LocalText examples; // one line under the title of the next screen
    std::vector<SubjectQuestion> questions; // at most entries::kMaxAnswers
    std::optional<Desk> desk; // nullopt: this is for the police
    entries::SubjectRules rules; // the same without words, for the flow
};

class Subjects {
public:
    // Fails when the file cannot be read, when there are none or more than kSubjects, when two
    // share an id or the last one is not "other". A subject with a fault of its own (a fact that
    // does not exist, a text that is missing) is left out and added to `problems`. `facts` may be
    // nullptr when they could not be read: then their ids are not looked up.
    [[nodiscard]] static Checked<Subjects> load(std::filesystem::path const& file,
                                                Facts const* facts, std::vector<Problem>& problems);
    [[nodiscard]] static Checked<Subjects> load(std::filesystem::path const& file,
                                                Facts const& facts, std::vector<Problem>& problems);
    // The same for text that is in memory; `name` is named in faults.
    [[nodiscard]] static Checked<Subjects> parse(std::string_view text, std::string const& name,
                                                 Facts const* facts,
                                                 std::vector<Problem>& problems);

    // Puts the words of the place and the two numbers in the place of their {names}.
    void fill(Place const& place, StandingWords const& numbers);
    // Every text with its name in the file ("subject.traffic.name").
    using Visit = std::function<void(LocalText const&, std::string const&)>;
    void each_text(Visit const& visit) const;

    [[nodiscard]] std::vector<Subject> const& all() const { return m_subjects; } // in file order
    [[nodiscard]] Subject const* find(std::string_view id) const; // nullptr: none
    [[nodiscard]] std::vector<entries::SubjectRules> rules() const;

private:
    std::vector<Subject> m_subjects;
};

} // namespace inloop::pages
