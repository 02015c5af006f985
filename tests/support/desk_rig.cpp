// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/desk_rig.h"

#include "kiosk/base/hex.h"
#include "kiosk/entries/roster.h"
#include "kiosk/officerlog/desk/presence.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/seal/letter_key.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <stdexcept>
#include <utility>

namespace inloop::support {

namespace {

std::filesystem::path assets_folder() {
    return std::getenv("INLOOP_ASSETS");
}

// The time on the walls of Assen, wherever the test runs.
void set_time_zone() {
    setenv("TZ", "Europe/Amsterdam", 1);
    tzset();
}

desk::Texts texts_for(pages::Assets const& assets) {
    pages::StandingWords words = assets.place.words("nl");
    for (auto const& word : assets.facts.words()) {
        words.push_back(word);
    }
    auto texts = desk::Texts::load(assets_folder(), words);
    if (!texts) {
        throw std::runtime_error(pages::to_string(texts.error()));
    }
    return std::move(*texts);
}

seal::Sealer kiosk_of(LogSite& site) {
    return must(seal::Sealer::create(site.policy(),
                                     seal::DeviceKey(must(seal::SigningKey::generate(site.random))),
                                     site.clock, site.random));
}

} // namespace

DeskRig::DeskRig(std::uint64_t seed)
    : site(seed)
    , stores(site.rig)
    , clock(site.clock)
    , assets(must(pages::load_assets(assets_folder())))
    , texts(texts_for(assets))
    , audit(site.store(), clock)
    , desk{site.store(), audit, *site.keeper, clock, site.random, site.words, assets, texts, lock}
    , m_kiosk(kiosk_of(site)) {
    set_time_zone();
    auto const& device = m_kiosk.device();
    must(site.store().put_device({.id = device.id(),
                                  .key = device.public_key(),
                                  .name = "Rolderstraat 21",
                                  .state = records::DeviceState::active,
                                  .paired_at = now()}));
    m_lead = lead_again();
}

std::unique_ptr<vault::Session> DeskRig::person(std::string const& name, records::Role role) {
    return site.login(site.add(name, role));
}

std::unique_ptr<vault::Session> DeskRig::lead_again() {
    return site.login(site.lead);
}

entries::EntryFacts DeskRig::usual_facts() {
    return {.kind = entries::EntryKind::question,
            .language = "nl",
            .subject = "noise",
            .wants_answer = true,
            .day = 19878, // Tuesday 4 June 2024
            .part = entries::DayPart::afternoon,
            .trust = ClockTrust::synced,
            .happening = entries::Happening::no,
            .passing = entries::Passing::yes,
            .spot = {"rolderstraat", {}}};
}

Visitor DeskRig::letter(std::string_view text, entries::EntryFacts facts) {
    auto receipt = receipt_pair(site.random);
    Bytes envelope =
        must(m_kiosk.seal(letter_of(text, std::move(facts)), receipt.public_key, ++m_seq));
    take_in(envelope);
    auto const root = must(seal::read_envelope_header(envelope)).entry_id;
    return {root, std::move(receipt), std::move(envelope)};
}

void DeskRig::follow_up(Visitor const& visitor, seal::Action action, std::string_view text) {
    seal::FollowUp const what{action, secret_text(text)};
    take_in(must(seal::seal_follow_up({m_kiosk.policy(), m_kiosk.device(), clock, site.random},
                                      visitor.receipt, what, usual_facts(), ++m_seq)));
}

void DeskRig::forged_follow_up(Visitor const& visitor, seal::Action action) {
    seal::ReceiptKeyPair const forged{visitor.receipt.public_key, receipt_pair(site.random).secret};
    take_in(must(seal::seal_follow_up({m_kiosk.policy(), m_kiosk.device(), clock, site.random},
                                      forged, {action, secret_text("")}, usual_facts(), ++m_seq)));
}

void DeskRig::take_in(Bytes const& envelope) {
    auto const header = must(seal::read_envelope_header(envelope));
    auto split = must(seal::split(envelope));
    auto const by = entries::read_by(must(desk::roster(desk)), desk::local_minute_of(now()));
    must(site.store().take_in({.id = header.entry_id,
                               .root = header.entry_id,
                               .device = header.device_id,
                               .seq = header.seq,
                               .receipt = header.receipt_key,
                               .epoch = header.epoch,
                               .hash = seal::hash_of(envelope),
                               .body = std::move(split.body),
                               .arrived_at = now(),
                               .promised_by = by ? desk::seconds_of(*by) : 0},
                              split.wrap));
}

records::Entry DeskRig::root_of(Visitor const& visitor) {
    return must(site.store().entry(visitor.root)).value();
}

std::vector<std::string> DeskRig::audit_of(seal::EntryId const& root) {
    std::vector<std::string> actions;
    for (auto const& row : must(site.store().audit_rows(1, 100'000))) {
        if (row.object == hex(root.bytes)) {
            actions.push_back(row.action);
        }
    }
    return actions;
}

std::vector<std::string> DeskRig::audit_actions() {
    std::vector<std::string> actions;
    for (auto const& row : must(site.store().audit_rows(1, 100'000))) {
        actions.push_back(row.action);
    }
    return actions;
}

} // namespace inloop::support
