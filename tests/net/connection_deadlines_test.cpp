// SPDX-License-Identifier: EUPL-1.2
#include "platform/net/connection_deadlines.h"
#include "platform/net/tuning.h"
#include "tests/support/raw_tls.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

namespace inloop::net {
namespace {

constexpr Milliseconds kDeadline{50};
constexpr int kLong = 5000; // ms; the deadline is far shorter
constexpr int kShort = 300; // ms; longer than the deadline

struct Pair {
    Pair() { EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()), 0); }
    Pair(Pair const&) = delete;
    Pair& operator=(Pair const&) = delete;
    ~Pair() {
        ::close(ends[0]);
        ::close(ends[1]);
    }
    std::array<int, 2> ends{};
};

TEST(ConnectionDeadlines, EndsWhatTakesTooLong) {
    Pair const pair;
    ConnectionDeadlines deadlines(kDeadline);
    deadlines.begin(pair.ends[0]);
    EXPECT_TRUE(support::closes_within(pair.ends[1], kLong));
}

TEST(ConnectionDeadlines, LeavesWhatEndedInTime) {
    Pair const pair;
    ConnectionDeadlines deadlines(kDeadline);
    deadlines.begin(pair.ends[0]);
    deadlines.forget(pair.ends[0]);
    EXPECT_FALSE(support::closes_within(pair.ends[1], kShort));
}

TEST(ConnectionDeadlines, GivesTimeForWhatMoves) {
    // given
    Pair const busy;
    Pair const idle;
    ConnectionDeadlines deadlines(kDeadline);
    deadlines.begin(busy.ends[0]);
    deadlines.begin(idle.ends[0]);
    // when
    deadlines.earn(busy.ends[0], 60 * kSlowestBytesPerSecond);
    deadlines.earn(idle.ends[0], 1);
    // then
    EXPECT_TRUE(support::closes_within(idle.ends[1], kLong));
    EXPECT_FALSE(support::closes_within(busy.ends[1], kShort));
}

} // namespace
} // namespace inloop::net
