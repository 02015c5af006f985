// SPDX-License-Identifier: EUPL-1.2
//
// Figures for the README, printed and not judged: the machine of a test says nothing of a site's.
#include "kiosk/officerlog/vault/vault.h"
#include "tests/support/log_site.h"
#include "tests/support/must.h"

#include <gtest/gtest.h>

#include <chrono>
#include <iostream>
#include <string>
#include <vector>

namespace inloop::vault {
namespace {

using support::must;

template <class Work>
void print_time(char const* what, Work work) {
    auto const begin = std::chrono::steady_clock::now();
    work();
    std::chrono::duration<double, std::milli> const took = std::chrono::steady_clock::now() - begin;
    std::cout << what << ": " << took.count() << " ms\n";
}

TEST(VaultSpeed, OfTenThousandEntries) {
    constexpr std::size_t kLetters = 1000; // each opened ten times: sealing is not what is timed
    support::LogSite site;
    must(site.store().transaction([&]() -> Result<void> {
        for (std::size_t i = 0; i < kLetters; ++i) {
            site.arrive("Bericht " + std::to_string(i) + std::string(600, 'x'));
        }
        return {};
    }));
    auto const session = site.login(site.lead);
    auto const letters = must(site.store().entries_after(0));
    ASSERT_EQ(letters.size(), kLetters);
    std::vector<records::Entry> entries;
    for (int i = 0; i < 10; ++i) {
        entries.insert(entries.end(), letters.begin(), letters.end());
    }

    std::size_t seen = 0;
    print_time("10,000 entries scanned", [&] {
        must(session->scan(entries, [&](auto const&, auto const&, std::string_view text) {
            seen += text.starts_with("Bericht ") ? 1U : 0U;
        }));
    });
    EXPECT_EQ(seen, entries.size());
    print_time("10,000 glances, remembered", [&] {
        for (records::Entry const& entry : entries) {
            EXPECT_TRUE(must(session->glance(entry)).readable);
        }
    });
    // Why a scan opens all of them in one: libsodium asks the system for pages, guards and locks
    // them, each time.
    print_time("10,000 pieces of guarded memory", [&] {
        for (std::size_t i = 0; i < entries.size(); ++i) {
            EXPECT_EQ(must(seal::SecretBytes::with_size(32)).view().size(), 32U);
        }
    });
}

} // namespace
} // namespace inloop::vault
