// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/base/secret_text.h"
#include "kiosk/entries/letter.h"
#include "kiosk/seal/ids.h"
#include "kiosk/seal/secret_bytes.h"

#include <cstdint>
#include <optional>
#include <string_view>

// The inside of an envelope (format.md, "Inside"), of a letter and of a follow-up alike. Not a
// public header.
namespace inloop::seal {

// What makes an inside that of a follow-up.
struct FollowUpMark {
    std::uint8_t action = 0; // 1 to 3
    Hash proof{};
};

// What is written. What a visitor typed is borrowed.
struct InsideParts {
    entries::EntryFacts const& facts;
    std::string_view text;
    std::string_view contact;
    std::optional<FollowUpMark> follow_up{};
};

// What was read. Text and contact stay where they were read from: guarded() copies them.
struct Inside {
    entries::EntryFacts facts{};
    ByteView text{};
    ByteView contact{};
    std::optional<FollowUpMark> follow_up{};
};

// Padded. Fails with `invalid_input` when the facts are not in order (entries::check) or text or
// contact are more than a visitor can write or stand where none may; `unavailable` without guarded
// memory.
[[nodiscard]] Result<SecretBytes> write_inside(InsideParts const& parts);

// Checks everything but that text and contact are UTF-8. Fails with `corrupt` when it is not in
// order, `unsupported` for a newer version.
[[nodiscard]] Result<Inside> read_inside(ByteView padded);

// Fails with `unsupported` for a follow-up, `corrupt` when text or contact are not UTF-8,
// `unavailable` without guarded memory.
[[nodiscard]] Result<entries::Letter> letter_of(Inside inside);

// Copies what a visitor typed to guarded memory; `corrupt` with `not_utf8` as the reason.
[[nodiscard]] Result<SecretText> guarded(ByteView typed, std::string_view not_utf8);

// That these may stand together in an inside, else `invalid_input`.
[[nodiscard]] Result<void> check_inside(entries::EntryFacts const& facts, std::string_view text,
                                        std::string_view contact);

// "the inside of the letter is damaged: ..."
[[nodiscard]] tl::unexpected<Error> damaged_inside(std::string_view what);

} // namespace inloop::seal
