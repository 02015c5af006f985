// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/entries/letter.h"
#include "kiosk/officerlog/desk/desk.h"
#include "kiosk/seal/follow_up.h"
#include "kiosk/seal/receipt.h"
#include "kiosk/seal/sealer.h"
#include "tests/support/log_site.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::support {

// A visitor who left a letter and kept the code.
struct Visitor {
    seal::EntryId root{};
    seal::ReceiptKeyPair receipt;
    Bytes envelope; // of the letter, as the kiosk sent it
};

// A log that was set up, with its lead "Ilse" logged in, and a kiosk whose letters it takes in.
// Time stands still at Tuesday 4 June 2024, 12.00 UTC, which the walls of Assen show as 14.00; it
// advances by half a minute with each login.
class DeskRig {
public:
    explicit DeskRig(std::uint64_t seed = 1);

    [[nodiscard]] vault::Session& lead() { return *m_lead; }
    // Adds a person and logs him in.
    [[nodiscard]] std::unique_ptr<vault::Session> person(std::string const& name,
                                                         records::Role role);
    [[nodiscard]] std::unique_ptr<vault::Session> officer(std::string const& name) {
        return person(name, records::Role::officer);
    }
    // Lead again, as on another day.
    [[nodiscard]] std::unique_ptr<vault::Session> lead_again();

    // A letter from the kiosk arrives now and is promised by the roster.
    [[nodiscard]] Visitor letter(std::string_view text, entries::EntryFacts facts = usual_facts());
    // The visitor comes back with the code, or somebody who has only seen the envelope.
    void follow_up(Visitor const& visitor, seal::Action action, std::string_view text = "");
    void forged_follow_up(Visitor const& visitor, seal::Action action);

    // Noise nuisance in the Rolderstraat of somebody who wants an answer and says yes to passing it
    // on.
    [[nodiscard]] static entries::EntryFacts usual_facts();

    [[nodiscard]] records::Entry root_of(Visitor const& visitor);
    // Actions of the audit rows about it, in their order.
    [[nodiscard]] std::vector<std::string> audit_of(seal::EntryId const& root);
    [[nodiscard]] std::vector<std::string> audit_actions();
    [[nodiscard]] records::Seconds now() const { return clock.wall().time_since_epoch().count(); }

    LogSite site;
    StoreRig& stores;
    ManualClock& clock;
    pages::Assets assets;
    desk::Texts texts;
    vault::Audit audit;
    std::mutex lock;
    desk::Desk desk;

private:
    void take_in(Bytes const& envelope);

    std::unique_ptr<vault::Session> m_lead;
    seal::Sealer m_kiosk;
    std::uint64_t m_seq = 0;
};

} // namespace inloop::support
