// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/envelope.h"
#include "kiosk/wire/contents.h"
#include "kiosk/wire/shared_fields.h"
#include "kiosk/wire/tuning.h"

#include <numeric>
#include <string>

namespace inloop::wire {

namespace {

std::size_t bytes_together(std::vector<Bytes> const& envelopes) {
    return std::accumulate(
        envelopes.begin(), envelopes.end(), std::size_t{0},
        [](std::size_t sum, Bytes const& envelope) { return sum + envelope.size(); });
}

Result<void> check_limits(SyncRequest const& request) {
    if (request.envelopes.size() > kMaxEnvelopes ||
        bytes_together(request.envelopes) > kMaxEnvelopeBytesTogether) {
        return fail(ErrorCode::invalid_input, "more letters than one request may hold");
    }
    if (request.health.version.size() > kMaxWordBytes) {
        return fail(ErrorCode::invalid_input, "a version longer than 64 bytes");
    }
    return {};
}

FieldWriter written(KioskHealth const& health, std::uint16_t protocol) {
    FieldWriter out;
    out.text("version", health.version);
    out.number("made", health.letters_made);
    out.number("new", health.letters_new);
    out.number("sent", health.letters_sent);
    out.number("dead", health.letters_dead);
    out.number("quarantined", health.quarantined);
    out.number("disk", health.disk_level);
    out.number("clock", static_cast<std::uint64_t>(health.clock));
    out.signed_number("wall", health.wall);
    if (protocol >= 1) {
        out.number("problems", health.problems);
    }
    return out;
}

void read_health(FieldReader& in, KioskHealth& health) {
    in.text("version", health.version, kMaxWordBytes);
    in.number("made", health.letters_made);
    in.number("new", health.letters_new);
    in.number("sent", health.letters_sent);
    in.number("dead", health.letters_dead);
    in.number("quarantined", health.quarantined);
    in.number("disk", health.disk_level);
    in.choice("clock", health.clock, ClockTrust::unset, ClockTrust::synced);
    in.signed_number("wall", health.wall);
    in.number("problems", health.problems);
    constexpr std::uint8_t kFullDisk = 3;
    if (health.disk_level > kFullDisk) {
        in.refuse("disk");
    }
}

} // namespace

Result<Bytes> write_content(SyncRequest const& request, std::uint16_t protocol) {
    if (auto within = check_limits(request); !within) {
        return tl::unexpected(within.error());
    }
    FieldWriter out;
    out.bytes("boot", request.boot.bytes);
    out.number("up", request.since_boot_ms);
    out.bytes("instance", request.known_instance.bytes);
    out.number("seen", request.seen_change);
    out.bytes("policy", request.policy.bytes);
    if (protocol >= 1) {
        out.map("audit", written(request.audit));
    }
    out.map("health", written(request.health, protocol));
    out.byte_strings("envelopes", request.envelopes);
    return out.cbor();
}

Result<void> read_content(ByteView content, SyncRequest& request) {
    return read_content(content, [&](FieldReader& in) {
        in.id("boot", request.boot);
        in.number("up", request.since_boot_ms);
        in.id("instance", request.known_instance);
        in.number("seen", request.seen_change);
        in.id("policy", request.policy);
        in.map("audit", [&](FieldReader& head) { read_head(head, request.audit); });
        in.map("health", [&](FieldReader& health) { read_health(health, request.health); });
        // An envelope that is too large is the letterbox's or the log's to refuse, on its own.
        in.byte_strings("envelopes", request.envelopes, kMaxEnvelopes, kMaxEnvelopeBytesTogether);
        if (bytes_together(request.envelopes) > kMaxEnvelopeBytesTogether) {
            in.refuse("envelopes");
        }
    });
}

} // namespace inloop::wire
