// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/clock.h"
#include "kiosk/base/random.h"
#include "kiosk/base/result.h"
#include "kiosk/base/secret_text.h"
#include "kiosk/entries/entry.h"
#include "kiosk/entries/letter.h"
#include "kiosk/seal/device_key.h"
#include "kiosk/seal/opener.h"
#include "kiosk/seal/policy.h"
#include "kiosk/seal/receipt.h"

#include <cstdint>
#include <variant>

namespace inloop::seal {

// What a visitor wants who comes back with a code. The numbers stand in sealed envelopes and never
// change.
enum class Action : std::uint8_t { message = 1, not_solved = 2, withdraw = 3 };

// Travels in an envelope that looks like a letter's and names the same receipt key as the first
// letter, by which the log finds it. As long as a letter's text at most; only a message needs one.
struct FollowUp {
    Action action = Action::message;
    SecretText text;
};

// A kiosk that seals. All of it outlives the call.
struct FollowUpSender {
    Policy const& policy;
    DeviceKey const& device;
    Clock const& clock; // chooses the week key, as for a letter (week_key_for)
    Random& random;
};

// The envelope of one follow-up, with an entry id of its own. `receipt` is the pair that follows
// from the visitor's code: its secret makes the proof inside, which only the week's secret can
// check. `facts` as of a letter left now. `seq` counts this device's letters, follow-ups included.
// Fails with `invalid_input` for a message without text or for what no letter can hold, `crypto`
// when nothing can be sealed to a key, `unavailable` without guarded memory.
[[nodiscard]] Result<Bytes> seal_follow_up(FollowUpSender const& sender,
                                           ReceiptKeyPair const& receipt, FollowUp const& follow_up,
                                           entries::EntryFacts const& facts, std::uint64_t seq);

struct OpenedFollowUp {
    FollowUp follow_up;
    entries::EntryFacts facts;
    // Whether the sender held the secret of the receipt the header names. Anybody at a kiosk who
    // knows the receipt's public half could send one without: do not act on it then.
    bool proof_ok = false;
};

using OpenedEnvelope = std::variant<entries::Letter, OpenedFollowUp>;

// Opens one envelope, whichever it is, and keeps what is in it; for many, see letter_reader.h.
// Anybody can seal to a public week key: verify_envelope says who did. Fails as open_letter does.
[[nodiscard]] Result<OpenedEnvelope> open_any(ByteView envelope, WeekSecretKey const& week);

} // namespace inloop::seal
