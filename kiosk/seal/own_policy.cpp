// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/own_policy.h"

namespace inloop::seal {
namespace {

constexpr std::size_t kFirstKeyAt = 40; // format.md, PKP1

} // namespace

Result<Policy> read_own_policy(ByteView file) {
    LogSignPublicKey first{};
    if (file.size() >= kFirstKeyAt + first.bytes.size()) {
        first.bytes = read_array<LogSignPublicKey::kSize>(file, kFirstKeyAt);
    }
    return read_policy(file, first);
}

} // namespace inloop::seal
