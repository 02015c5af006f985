// SPDX-License-Identifier: EUPL-1.2
#include "tests/fuzz/parser_checks.h"

#include <cstddef>
#include <cstdint>
#include <span>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    inloop::fuzz::check_recovery_words(std::as_bytes(std::span(data, size)));
    return 0;
}
