// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"

// One function per reader of messages, like parser_checks.h: aborts when the reader accepts what
// breaks its promise. Contents are put into a frame and signed first, since nothing unsigned is
// parsed. Used by the fuzzers here and by tests/wire/mutation_test.cpp.
namespace inloop::fuzz {

// True when the content was accepted.
bool check_request_content(ByteView content);
bool check_reply_content(ByteView content);
bool check_pair_request(ByteView body); // whole, with its frame

// What is accepted, to start mutations from.
[[nodiscard]] Bytes sample_request_content();
[[nodiscard]] Bytes sample_reply_content();
[[nodiscard]] Bytes sample_pair_request();

} // namespace inloop::fuzz
