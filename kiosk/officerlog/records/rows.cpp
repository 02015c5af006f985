// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/records/rows.h"

#include "kiosk/database/guarded.h"

#include <algorithm>

namespace inloop::records {

using database::Query;

namespace {

// Fields are read in the order they stand in, which is the order of the columns: a braced list is
// evaluated from left to right.
wire::KioskHealth health_from(Query& row) {
    return {.version = row.text(),
            .letters_made = row.number<std::uint64_t>(),
            .letters_new = row.number<std::uint32_t>(),
            .letters_sent = row.number<std::uint32_t>(),
            .letters_dead = row.number<std::uint32_t>(),
            .quarantined = row.number<std::uint32_t>(),
            .disk_level = row.number<std::uint8_t>(),
            .clock = row.number<ClockTrust>(),
            .wall = row.number(),
            .problems = row.number<std::uint32_t>()};
}

std::optional<PersonId> person_or_nobody(Query& row) {
    auto const bytes = row.bytes_or_nothing();
    if (!bytes) {
        return std::nullopt;
    }
    PersonId id;
    if (bytes->size() != id.bytes.size()) {
        throw database::WrongShape("a stored id of a person has the wrong size");
    }
    std::ranges::copy(*bytes, id.bytes.begin());
    return id;
}

} // namespace

SiteRecord site_from(Query& row) {
    return {.instance = id_from<wire::InstanceId>(row),
            .deployment = id_from<seal::DeploymentId>(row),
            .made_at = row.number(),
            .name = row.text()};
}

Device device_from(Query& row) {
    return {.id = id_from<seal::DeviceId>(row),
            .key = id_from<seal::DevicePublicKey>(row),
            .name = row.text(),
            .state = row.number<DeviceState>(),
            .paired_at = row.number(),
            .last_seen = row.number(),
            .health = health_from(row),
            .clock_off_s = row.number(),
            .seen_audit = {.row = row.number<std::uint64_t>(), .hash = id_from<seal::Hash>(row)}};
}

void put(Query& query, Device const& device) {
    query.with(device.id.bytes).with(device.key.bytes).with(device.name).with(device.state);
    query.with(device.paired_at).with(device.last_seen);
    auto const& health = device.health;
    query.with(health.version).with(health.letters_made).with(health.letters_new);
    query.with(health.letters_sent).with(health.letters_dead).with(health.quarantined);
    query.with(health.disk_level).with(health.clock).with(health.wall).with(health.problems);
    query.with(device.clock_off_s).with(device.seen_audit.row).with(device.seen_audit.hash.bytes);
}

Entry entry_from(Query& row) {
    return {.id = id_from<seal::EntryId>(row),
            .root = id_from<seal::EntryId>(row),
            .device = id_from<seal::DeviceId>(row),
            .seq = row.number<std::uint64_t>(),
            .server_seq = row.number<std::uint64_t>(),
            .receipt = id_from<seal::ReceiptPublicKey>(row),
            .epoch = row.number<std::uint32_t>(),
            .hash = id_from<seal::Hash>(row),
            .body = row.bytes(),
            .arrived_at = row.number(),
            .status = row.number<entries::Status>(),
            .closing = row.number<entries::Closing>(),
            .version = row.number<std::uint32_t>(),
            .urgency = row.number<Urgency>(),
            .handler = person_or_nobody(row),
            .first_read_at = row.number(),
            .promised_by = row.number(),
            .set_aside_until = row.number(),
            .replied_at = row.number(),
            .answered_at = row.number(),
            .changed_at = row.number(),
            .closed_at = row.number()};
}

Destroyed destroyed_from(Query& row) {
    return {.entry = id_from<seal::EntryId>(row),
            .status = row.number<entries::Status>(),
            .closing = row.number<entries::Closing>(),
            .arrived_at = row.number(),
            .closed_at = row.number(),
            .destroyed_at = row.number(),
            .by = row.text(),
            .reason = row.text()};
}

Note note_from(Query& row) {
    return {.id = row.number(),
            .entry = id_from<seal::EntryId>(row),
            .author = id_from<PersonId>(row),
            .kind = row.number<NoteKind>(),
            .at = row.number(),
            .sealed = row.bytes()};
}

Answer answer_from(Query& row) {
    return {.id = id_from<seal::AnswerId>(row),
            .entry = id_from<seal::EntryId>(row),
            .receipt = id_from<seal::ReceiptPublicKey>(row),
            .number = row.number<std::uint32_t>(),
            .bytes = row.bytes(),
            .at = row.number()};
}

DocumentRecord document_from(Query& row) {
    return {.document = {.name = row.text(), .content = row.bytes()},
            .change = row.number<std::uint64_t>(),
            .by = row.text(),
            .at = row.number()};
}

Presence presence_from(Query& row) {
    return {.present = row.number<int>() != 0,
            .until = row.number(),
            .by = id_from<PersonId>(row),
            .at = row.number()};
}

AuditRow audit_row_from(Query& row) {
    return {.row = row.number<std::uint64_t>(),
            .at = row.number(),
            .actor = row.text(),
            .action = row.text(),
            .object = row.text(),
            .result = row.text(),
            .origin = row.text(),
            .reason = row.text(),
            .hash = id_from<seal::Hash>(row)};
}

void put(Query& query, AuditRow const& row) {
    query.with(row.row).with(row.at).with(row.actor).with(row.action).with(row.object);
    query.with(row.result).with(row.origin).with(row.reason).with(row.hash.bytes);
}

Quarantined quarantined_from(Query& row) {
    return {.entry = id_from<seal::EntryId>(row),
            .device = id_from<seal::DeviceId>(row),
            .reason = row.text(),
            .bytes = row.bytes(),
            .at = row.number()};
}

Person person_from(Query& row) {
    return {.id = id_from<PersonId>(row),
            .name = row.text(),
            .role = row.number<Role>(),
            .active = row.number<int>() != 0,
            .blob = row.bytes(),
            .verifier = id_from<seal::Hash>(row),
            .totp = row.bytes(),
            .totp_used = row.number<std::uint64_t>(),
            .added_at = row.number(),
            .last_shift_end = row.number()};
}

WeekWrap week_wrap_from(Query& row) {
    return {.epoch = row.number<std::uint32_t>(),
            .person = id_from<PersonId>(row),
            .bytes = row.bytes()};
}

} // namespace inloop::records
