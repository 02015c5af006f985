// SPDX-License-Identifier: EUPL-1.2
//
// How long things take with 10,000 letters, printed and not judged: machines differ.
#include "kiosk/officerlog/records/store.h"
#include "tests/support/must.h"
#include "tests/support/store_rig.h"
#include "tests/support/test_letter.h"

#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <iostream>
#include <string>

namespace inloop::records {

using support::must;
using support::stored_letter;
using support::wrap_of_letter;

namespace {

constexpr std::uint64_t kLetters = 10'000;
constexpr std::uint64_t kAtOnce = 16; // envelopes of one request

void print_time(char const* what, std::function<void()> const& work) {
    auto const begin = std::chrono::steady_clock::now();
    work();
    std::chrono::duration<double, std::milli> const took = std::chrono::steady_clock::now() - begin;
    std::cout << what << ": " << took.count() << " ms\n";
}

// A year of a busy log: each entry is opened a few times and has some steps.
void fill_audit(Store& store, std::uint64_t rows, std::uint64_t objects) {
    must(store.transaction([&]() -> Result<void> {
        for (std::uint64_t row = 1; row <= rows; ++row) {
            must(store.append_audit({.row = row,
                                     .at = 100,
                                     .actor = "Bram",
                                     .action = "read",
                                     .object = std::to_string(row % objects),
                                     .result = "ok",
                                     .origin = "192.0.2.7"}));
        }
        return {};
    }));
}

} // namespace

TEST(StoreSpeed, OfTheHistoryOfOneEntryIsPrinted) {
    constexpr std::uint64_t kRows = 100'000;
    constexpr std::uint64_t kObjects = 10'000;
    support::StoreRig rig;
    print_time("100,000 rows of the audit", [&] { fill_audit(rig.store(), kRows, kObjects); });
    print_time("all of them read",
               [&] { EXPECT_EQ(must(rig.store().audit_rows(1, kRows)).size(), kRows); });
    print_time("those of one entry",
               [&] { EXPECT_EQ(must(rig.store().audit_rows_of("77")).size(), kRows / kObjects); });
}

TEST(StoreSpeed, IsPrinted) {
    support::StoreRig rig;
    std::uint64_t next = 1;
    print_time("10,000 letters taken in, 16 a transaction", [&] {
        while (next <= kLetters) {
            must(rig.store().transaction([&]() -> Result<void> {
                for (std::uint64_t n = 0; n < kAtOnce && next <= kLetters; ++n, ++next) {
                    must(rig.store().take_in(stored_letter(next), wrap_of_letter(next)));
                }
                return {};
            }));
        }
    });
    print_time("one more letter",
               [&] { must(rig.store().take_in(stored_letter(next), wrap_of_letter(next))); });
    print_time("roots()", [&] { EXPECT_EQ(must(rig.store().roots()).size(), kLetters + 1); });
    print_time("reconcile()", [&] {
        EXPECT_EQ(must(rig.store().reconcile(stored_letter(1).device)).until, next);
    });
    print_time("changes_after(), 64 at the end", [&] {
        EXPECT_EQ(must(rig.store().changes_after(kLetters - 63, 64)).cases.size(), 64U);
    });
    print_time("one thread destroyed",
               [&] { must(rig.store().destroy({.entry = support::entry_id(5)})); });
    print_time("backup_to()", [&] { must(rig.store().backup_to(rig / "backup")); });
    print_time("check()", [&] { EXPECT_EQ(must(rig.store().check()).size(), 1U); }); // the week
    print_time("closed and opened", [&] { rig.reopen(); });
}

} // namespace inloop::records
