// SPDX-License-Identifier: EUPL-1.2
#include "tests/fuzz/wire_checks.h"

#include <cstddef>
#include <cstdint>
#include <span>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    inloop::fuzz::check_request_content(std::as_bytes(std::span(data, size)));
    return 0;
}
