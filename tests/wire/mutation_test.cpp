// SPDX-License-Identifier: EUPL-1.2
//
// Seeded mutations of good contents over the readers of messages: the fuzzers of tests/fuzz for
// everyday, with any compiler.
#include "tests/fuzz/wire_checks.h"
#include "tests/support/seeded_random.h"

#include <gtest/gtest.h>

#include <cstddef>

namespace inloop::wire {
namespace {

constexpr std::size_t kMutations = 4000;

Bytes mutated(support::SeededRandom& random, Bytes bytes) {
    for (std::uint64_t left = 1 + random.next() % 4; left > 0 && !bytes.empty(); --left) {
        std::size_t const at = random.next() % bytes.size();
        auto const place = bytes.begin() + static_cast<Bytes::difference_type>(at);
        switch (random.next() % 4) {
        case 0:
            bytes[at] ^= static_cast<std::byte>(1U << (random.next() % 8));
            break;
        case 1:
            bytes[at] = static_cast<std::byte>(random.next() & 0xFFU);
            break;
        case 2:
            bytes.erase(place);
            break;
        default:
            bytes.insert(place, random.next() % 8, static_cast<std::byte>(random.next() & 0xFFU));
            break;
        }
    }
    return bytes;
}

// Some stay in order, with another number or text.
void keeps_its_promises(Bytes const& sample, bool (*check)(ByteView)) {
    EXPECT_TRUE(check(sample)) << "negative control";
    support::SeededRandom random(2026);
    std::size_t accepted = 0;
    for (std::size_t i = 0; i < kMutations; ++i) {
        accepted += check(mutated(random, sample)) ? 1U : 0U;
    }
    EXPECT_GT(accepted, 0U);
    EXPECT_LT(accepted, kMutations);
}

TEST(WireMutation, RequestsKeepTheirPromises) {
    keeps_its_promises(fuzz::sample_request_content(), fuzz::check_request_content);
}
TEST(WireMutation, RepliesKeepTheirPromises) {
    keeps_its_promises(fuzz::sample_reply_content(), fuzz::check_reply_content);
}
TEST(WireMutation, PairRequestsKeepTheirPromises) {
    keeps_its_promises(fuzz::sample_pair_request(), fuzz::check_pair_request);
}

} // namespace
} // namespace inloop::wire
