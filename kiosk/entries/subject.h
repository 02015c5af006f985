// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::entries {

// A question answered with one tap, always skippable.
struct TapQuestion {
    std::string id;
    std::vector<std::string> options; // ids, two to five
};

// What follows from a subject a visitor chose; its words are in pages::Subject.
struct SubjectRules {
    std::string id; // "traffic"
    std::vector<TapQuestion> questions{}; // at most kMaxAnswers
    bool delicate = false; // ask whether others could tell who wrote
    bool other_desk = false; // it is another body's job: say so before the visitor writes
    bool asks_place = true; // where it is matters
};

// nullptr when there is no subject of that id.
[[nodiscard]] SubjectRules const* find_subject(std::vector<SubjectRules> const& subjects,
                                               std::string_view id);

} // namespace inloop::entries
