// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/doctor/report.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace inloop::doctor {

namespace {

std::string_view word_of(State state) {
    return state == State::ok ? "ok" : state == State::note ? "note" : "MEND";
}

// ECMA-48: green, yellow, bold red.
std::string_view colour_of(State state) {
    return state == State::ok ? "\033[32m" : state == State::note ? "\033[33m" : "\033[1;31m";
}

std::string line_of(Finding const& finding, Colour colour) {
    std::string words = finding.words;
    std::ranges::replace_if(
        words, [](char c) { return (c >= '\0' && c < ' ') || c == '\x7F'; }, '?');
    std::string const state = fmt::format("{:<6}", word_of(finding.state));
    bool const plain = colour == Colour::none;
    return fmt::format("{}{}{}{:<11}{}\n", plain ? "" : colour_of(finding.state), state,
                       plain ? "" : "\033[0m", finding.check, words);
}

} // namespace

std::string report(std::span<Finding const> findings, Colour colour) {
    std::string text;
    std::vector<std::string> mend;
    std::vector<std::string> notes;
    for (Finding const& finding : findings) {
        text += line_of(finding, colour);
        if (finding.state != State::ok) {
            (finding.state == State::mend ? mend : notes).push_back(finding.check);
        }
    }
    text += mend.empty() ? std::string("Nothing is to be mended")
                         : fmt::format("To be mended, from the top: {}", fmt::join(mend, ", "));
    if (!notes.empty()) {
        text += fmt::format("; to know of: {}", fmt::join(notes, ", "));
    }
    return text + ".\n";
}

bool to_mend(std::span<Finding const> findings) {
    return std::ranges::any_of(findings,
                               [](Finding const& one) { return one.state == State::mend; });
}

} // namespace inloop::doctor
