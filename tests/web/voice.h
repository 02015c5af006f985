// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace inloop::tests {

// Three ways in which the same page is filled: as on a usual day, with nothing to show, and with
// everything somebody might try.
enum class Mood : std::uint8_t { everyday, empty, hostile };

// Says the sample texts of a page in one of the moods.
class Voice {
public:
    explicit Voice(Mood mood) : m_mood(mood) {}

    // A name, subject or other short text that a person typed; at most 60 characters.
    [[nodiscard]] std::string name(std::string_view everyday) const;
    // A message, note or answer; the hostile one has 4,000 characters.
    [[nodiscard]] std::string text(std::string_view everyday) const;
    // How many of a list that has `everyday` lines on a usual day: 0, that, or 200.
    [[nodiscard]] std::size_t many(std::size_t everyday) const;

    [[nodiscard]] Mood mood() const { return m_mood; }
    [[nodiscard]] std::string_view language() const;
    [[nodiscard]] std::string_view direction() const;

private:
    Mood m_mood;
};

} // namespace inloop::tests
