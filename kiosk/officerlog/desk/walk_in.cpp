// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/hex.h"
#include "kiosk/entries/tuning.h"
#include "kiosk/officerlog/desk/change.h"
#include "kiosk/officerlog/desk/officer.h"
#include "kiosk/officerlog/desk/tuning.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/seal/letter_key.h"
#include "kiosk/seal/own_policy.h"
#include "kiosk/seal/receipt.h"
#include "kiosk/seal/sealer.h"

#include <utility>

namespace inloop::desk {
namespace {

// The log as a device of its own.
Result<seal::Sealer> sealer_of(Desk& desk) {
    auto const seed = desk.store.secret("device");
    auto const file = desk.store.policy();
    if (!seed || !file) {
        return tl::unexpected(seed ? file.error() : seed.error());
    }
    auto key = seal::SigningKey::from_seed(*seed);
    auto policy = seal::read_own_policy(*file);
    if (!key || !policy) {
        return tl::unexpected(key ? policy.error() : key.error());
    }
    return seal::Sealer::create(std::move(*policy), seal::DeviceKey(std::move(*key)), desk.clock,
                                desk.random);
}

Result<entries::Letter> letter_of(WalkIn const& walk_in) {
    auto text = SecretText::with_capacity(walk_in.text.size());
    auto contact = SecretText::with_capacity(1);
    if (!text || !contact) {
        return tl::unexpected(text ? contact.error() : text.error());
    }
    if (!text->insert(0, walk_in.text)) {
        return fail(ErrorCode::invalid_input, "a walk-in note is not text");
    }
    entries::EntryFacts facts = walk_in.facts;
    facts.wants_answer = false; // nobody has a code to read it with
    facts.contact = entries::ContactWish::by_code;
    return entries::Letter{std::move(facts), std::move(*text), std::move(*contact)};
}

Result<Bytes> envelope_of(Desk& desk, WalkIn const& walk_in) {
    auto sealer = sealer_of(desk);
    auto const letter = letter_of(walk_in);
    auto const receipt = seal::draw_unanswered_key(desk.random);
    if (!sealer || !letter || !receipt) {
        return tl::unexpected(!sealer   ? sealer.error()
                              : !letter ? letter.error()
                                        : receipt.error());
    }
    auto const numbers = desk.store.reconcile(sealer->device().id());
    if (!numbers) {
        return tl::unexpected(numbers.error());
    }
    return sealer->seal(*letter, *receipt, numbers->until + 1);
}

Result<records::Entry> entry_of(ByteView envelope, Bytes body, records::PersonId const& officer,
                                records::Seconds now) {
    auto const header = seal::read_envelope_header(envelope);
    if (!header) {
        return tl::unexpected(header.error());
    }
    return records::Entry{.id = header->entry_id,
                          .root = header->entry_id,
                          .device = header->device_id,
                          .seq = header->seq,
                          .receipt = header->receipt_key,
                          .epoch = header->epoch,
                          .hash = seal::hash_of(envelope),
                          .body = std::move(body),
                          .arrived_at = now,
                          .status = entries::Status::in_hand,
                          .handler = officer,
                          .first_read_at = now,
                          .changed_at = now};
}

// Also leaves the mark by which pages tell it from a kiosk's.
Result<void> keep(Desk& desk, vault::Session& session, records::Entry const& entry, ByteView wrap) {
    if (auto taken = desk.store.take_in(entry, wrap); !taken) {
        return tl::unexpected(taken.error());
    }
    auto mark = session.seal_note(entry, records::NoteKind::walk_in, "");
    if (!mark) {
        return tl::unexpected(mark.error());
    }
    if (auto done = desk.store.add_note({.entry = entry.id,
                                         .author = session.person().id,
                                         .kind = records::NoteKind::walk_in,
                                         .at = entry.arrived_at,
                                         .sealed = std::move(*mark)});
        !done) {
        return done;
    }
    return desk.audit.write(session.actor(), {.action = "walk-in", .object = hex(entry.id.bytes)});
}

} // namespace

Outcome<seal::EntryId> add_walk_in(Desk& desk, vault::Session& session, WalkIn const& walk_in) {
    if (!is_officer(session)) {
        return refused<seal::EntryId>(Refusal::role);
    }
    if (walk_in.text.size() > entries::kMaxTextBytes) {
        return refused<seal::EntryId>(Refusal::too_long);
    }
    if (auto const fault = fault_in(walk_in.text, entries::kMaxTextCodePoints)) {
        return refused<seal::EntryId>(*fault);
    }
    auto const envelope = envelope_of(desk, walk_in);
    if (!envelope) {
        return tl::unexpected(envelope.error());
    }
    auto split = seal::split(*envelope);
    if (!split) {
        return tl::unexpected(split.error());
    }
    auto const entry =
        entry_of(*envelope, std::move(split->body), session.person().id, now_of(desk));
    if (!entry) {
        return tl::unexpected(entry.error());
    }
    auto const done =
        desk.store.transaction([&] { return keep(desk, session, *entry, split->wrap); });
    if (!done) {
        return tl::unexpected(done.error());
    }
    return tl::expected<seal::EntryId, Refusal>(entry->id);
}

} // namespace inloop::desk
