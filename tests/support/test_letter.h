// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/seal/ids.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>

namespace inloop::support {

// An entry id made of one number, told apart by it.
[[nodiscard]] seal::EntryId entry_id(std::uint64_t number);

// The receipt key of the letter made with the same number.
[[nodiscard]] seal::ReceiptPublicKey receipt_key(std::uint64_t number);

// Bytes with the outer structure of an envelope (PKB1), sealed by nobody: enough for everything
// that only keeps letters. Letters with different numbers differ in every part. `blocks` of padded
// text, 1 to 9.
[[nodiscard]] Bytes make_letter(std::uint64_t seq, std::uint64_t number, std::size_t blocks = 1);
// The letter whose number is its sequence number.
[[nodiscard]] Bytes make_letter(std::uint64_t seq);

} // namespace inloop::support
