// SPDX-License-Identifier: EUPL-1.2
// What is wrong with a file of assets/, told so that a volunteer can mend it.
#pragma once

#include "kiosk/base/result.h"

#include <tl/expected.hpp>

#include <string>

namespace inloop::pages {

// What a problem means for the kiosk.
enum class Weight : unsigned char {
    fault, // something is left out or replaced: a changed folder with one is not taken over
    remark, // everything is shown as written, but it could be better
};

// One fault in one file. English: it is for the operator and the editor, never for a visitor.
struct Problem {
    std::string file; // path as it was opened
    int line = 0; // 1 = first; 0 = the file as a whole
    std::string cause; // what is wrong, without a full stop
    std::string mend; // what to do about it, without a full stop
    ErrorCode code = ErrorCode::invalid_input;
    Weight weight = Weight::fault;

    friend bool operator==(Problem const&, Problem const&) = default;
};

// What the readers of single files return; load_assets decides which faults the kiosk can live
// with.
template <class T>
using Checked = tl::expected<T, Problem>;

// A problem that leaves nothing out: everything is shown as written, but it could be better.
[[nodiscard]] Problem remark(std::string file, int line, std::string cause, std::string mend,
                             ErrorCode code = ErrorCode::invalid_input);

// "strings/nl.toml:12: home.title is empty. Mend: write the text"
[[nodiscard]] std::string to_string(Problem const& problem);

[[nodiscard]] Error to_error(Problem const& problem);

// The failed Checked.
[[nodiscard]] tl::unexpected<Problem> flaw(std::string file, int line, std::string cause,
                                           std::string mend,
                                           ErrorCode code = ErrorCode::invalid_input);

} // namespace inloop::pages
