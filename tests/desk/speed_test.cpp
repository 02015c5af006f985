// SPDX-License-Identifier: EUPL-1.2
//
// How long an officer waits when the log holds ten thousand letters. Printed, not judged: machines
// differ. What is judged is that the answers are right at that size.
#include "kiosk/officerlog/desk/casework.h"
#include "kiosk/officerlog/desk/shift.h"
#include "tests/desk/outcome.h"
#include "tests/support/desk_rig.h"

#include <gmock/gmock.h>

#include <chrono>
#include <functional>
#include <iostream>

namespace inloop::desk {
namespace {

using support::DeskRig;
using support::must;

constexpr int kLetters = 10'000;
constexpr int kOpen = 100; // the newest; what is older was closed

void measure(std::string_view what, std::function<void()> const& work) {
    auto const begin = std::chrono::steady_clock::now();
    work();
    auto const took = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - begin);
    std::cout << "  " << what << ": " << took.count() << " ms\n";
}

TEST(Speed, OfTenThousandLetters) {
    DeskRig rig;
    std::vector<support::Visitor> newest;
    measure("sealing and taking in", [&] {
        must(rig.stores.store().transaction([&]() -> Result<void> {
            for (int i = 0; i < kLetters; ++i) {
                rig.clock.advance(std::chrono::minutes(1));
                auto visitor = rig.letter("Elke avond staat er muziek aan op het plein nummer " +
                                          std::to_string(i) + ", en dat al weken lang.");
                if (i >= kLetters - kOpen) {
                    newest.push_back(std::move(visitor));
                    continue;
                }
                auto root = rig.root_of(visitor);
                root.status = entries::Status::closed;
                root.closing = entries::Closing::done;
                root.first_read_at = rig.now();
                must(rig.stores.store().update(root, root.version));
            }
            return {};
        }));
    });

    std::size_t open = 0;
    measure("review, first of a session", [&] { open = must(review(rig.desk, rig.lead())).open; });
    EXPECT_EQ(open, static_cast<std::size_t>(kOpen));
    measure("review again", [&] { (void)must(review(rig.desk, rig.lead())); });
    measure("opening an entry, with what is alike",
            [&] { (void)must(open_case(rig.desk, rig.lead(), newest[50].root)); });
    measure("answering", [&] {
        (void)done(answer(rig.desk, rig.lead(), {newest[50].root, rig.root_of(newest[50]).version},
                          {.text = "Dank u."}));
    });
    std::size_t hits = 0;
    measure("searching a word of one letter",
            [&] { hits = must(search(rig.desk, rig.lead(), "9123")).size(); });
    EXPECT_EQ(hits, 1U);
    measure("searching a word of all letters",
            [&] { hits = must(search(rig.desk, rig.lead(), "muziek")).size(); });
    EXPECT_EQ(hits, 50U);
    measure("the list of closed ones",
            [&] { (void)must(rows_of(rig.desk, rig.lead(), View::closed)); });
    measure("the pattern", [&] { (void)must(pattern(rig.desk, rig.lead(), "")); });
}

} // namespace
} // namespace inloop::desk
