// SPDX-License-Identifier: EUPL-1.2
// What the people who look after the kiosk see and do on its screen. Nothing here tells anything of
// a letter but how many there are.
#pragma once

#include "kiosk/entries/roster.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace inloop::flow {

// How the kiosk is.
struct ServiceFacts {
    std::string version{}; // of the program
    std::uint64_t letters_made = 0; // highest number ever given to a letter
    std::uint64_t letters_new = 0; // kept, not acknowledged by the log
    std::uint64_t letters_sent = 0; // acknowledged, still on this device
    std::uint64_t letters_dead = 0; // refused by the log
    bool linked = false; // with a log
    // With that log, by the clock of this place; nullopt: none since the start.
    std::optional<entries::LocalMinute> last_contact{};
    friend bool operator==(ServiceFacts const&, ServiceFacts const&) = default;
};

// Both sides show them when they speak with each other and nobody between.
using PairingWords = std::array<std::string, 5>;

// Why the kiosk and a log were not linked.
enum class PairingFailure : std::uint8_t {
    no_contact, // the log could not be reached
    wrong_code, // not a code of this log, used up or too old
    letters_wait, // letters for another log still lie here
    words_differ, // as whoever compared them said: somebody may be listening in
    other, // the device could not keep it, or the log did not prove itself
};

// Ten letters and digits that the log shows for some minutes.
inline constexpr std::size_t kPairingCodeLength = 10;

// The code as it is being typed: digits and the letters that no other sign is taken for.
class PairingCodeDraft {
public:
    // Capitals without I, L, O and U, and digits.
    [[nodiscard]] static bool can_stand(char sign);

    [[nodiscard]] std::string_view typed() const { return {m_signs.data(), m_count}; }
    [[nodiscard]] bool complete() const { return m_count == m_signs.size(); }
    bool add(char sign); // false when it cannot stand there
    bool erase(); // false when there is nothing

private:
    std::array<char, kPairingCodeLength> m_signs{};
    std::size_t m_count = 0;
};

} // namespace inloop::flow
