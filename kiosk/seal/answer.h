// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/base/secret_text.h"
#include "kiosk/seal/ids.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace inloop::seal {

class Policy;
class SigningKey;
struct ReceiptKeyPair;

inline constexpr std::size_t kAnswerOverhead = 192; // everything but the padded text
inline constexpr std::size_t kAnswerPaddingBytes = 512;
inline constexpr std::size_t kMinAnswerBytes = kAnswerOverhead + kAnswerPaddingBytes;
inline constexpr std::size_t kMaxAnswerBytes = kAnswerOverhead + 17 * kAnswerPaddingBytes;

// PKA1, an officer's answer, sealed to the visitor's receipt: what it says without being opened.
struct Answer {
    AnswerId id{};
    EntryId entry{};
    ReceiptPublicKey receipt{};
    std::uint32_t number = 0; // counts the answers of one entry; the writer's to choose
    friend bool operator==(Answer const&, Answer const&) = default;
};

// Fails with `invalid_input` when the text is empty, not UTF-8 or longer than
// entries::kMaxTextBytes or kMaxTextCodePoints; `crypto` when nothing can be sealed to the receipt;
// `unavailable` without guarded memory.
[[nodiscard]] Result<Bytes> write_answer(Answer const& answer, std::string_view text,
                                         SigningKey const& log_sign);

// Reads what stands outside and verifies that one of these keys signed every byte. Errors:
// `invalid_input` not an answer, `unsupported` a suite this build does not know, `corrupt` cut, too
// long or inconsistent, `crypto` signed by none of them.
[[nodiscard]] Result<Answer> read_answer_header(ByteView bytes,
                                                std::span<LogSignPublicKey const> any_of);

// Opens an answer that was verified by read_answer_header: sealing alone says nothing about who
// did it. Fails with `not_found` for another receipt, `corrupt` when it was changed or its inside
// is not in order; else as the structure in read_answer_header, and `unavailable` without guarded
// memory.
[[nodiscard]] Result<SecretText> open_answer(ByteView bytes, ReceiptKeyPair const& receipt);

// Every signing key a site has had: the first and each one announced since, without repeats. An
// answer stays readable when the key that signed it was replaced.
[[nodiscard]] std::vector<LogSignPublicKey> signing_keys(Policy const& policy);

} // namespace inloop::seal
