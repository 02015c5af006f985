// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"

// One function per parser of untrusted bytes: feeds it anything, and aborts when it accepts what
// breaks its promise. Used by the fuzzers here and by tests/seal/mutation_test.cpp.
namespace inloop::fuzz {

// True when the bytes were accepted.
bool check_envelope(ByteView bytes);
bool check_plaintext(ByteView records); // without padding, which is added
bool check_policy(ByteView bytes);
bool check_word_list(ByteView bytes);
bool check_receipt_digits(ByteView bytes);
bool check_answer(ByteView bytes);
bool check_person_blob(ByteView bytes);
bool check_recovery_words(ByteView bytes);
bool check_pairing_code(ByteView bytes);
// True when something was found.
bool check_personal_data(ByteView bytes);

// What is accepted, to start mutations from; the same every time but for libsodium's own draws.
[[nodiscard]] Bytes sample_envelope();
[[nodiscard]] Bytes sample_policy();
[[nodiscard]] Bytes sample_records(); // check_plaintext's
[[nodiscard]] Bytes sample_answer();
[[nodiscard]] Bytes sample_person_blob();
[[nodiscard]] Bytes sample_recovery_words();

} // namespace inloop::fuzz
