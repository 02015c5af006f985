// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/entries/letter.h"
#include "kiosk/seal/follow_up.h"
#include "kiosk/seal/opener.h"
#include "kiosk/seal/secret_bytes.h"

#include <functional>
#include <optional>
#include <string_view>
#include <utility>

namespace inloop::seal {

// What an envelope holds, seen in the memory it was opened in. The texts are well-formed UTF-8.
struct LetterView {
    entries::EntryFacts facts{};
    std::string_view text{};
    std::string_view contact{}; // of a first letter only
    std::optional<Action> follow_up{}; // nullopt: a first letter
    bool proof_ok = true; // of a follow-up: see OpenedFollowUp
};

// Opens envelopes one after the other in one block of guarded memory, for who goes through many: to
// get a block from the system and to give it back takes longer than to open a letter. The block is
// wiped after each. One owner at a time, any thread.
class LetterReader {
public:
    // May take the facts out of the view; what it keeps of the texts it copies.
    using See = std::function<void(LetterView&)>;

    // Fails with `unavailable` without guarded memory.
    [[nodiscard]] static Result<LetterReader> create();

    // Opens an envelope, of a letter or of a follow-up, and calls `see` while it is open; fails as
    // open_letter does, and does not call it then. Anybody can seal to a public week key:
    // verify_envelope says who did.
    [[nodiscard]] Result<void> read(ByteView envelope, WeekSecretKey const& week, See const& see);

private:
    explicit LetterReader(SecretBytes memory) : m_memory(std::move(memory)) {}
    [[nodiscard]] Result<LetterView> open(ByteView envelope, WeekSecretKey const& week);

    SecretBytes m_memory;
};

} // namespace inloop::seal
