// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/clock.h"
#include "kiosk/entries/status.h"
#include "kiosk/seal/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What kiosk and log say to each other. The kiosk always speaks first. How it stands in bytes:
// format.md. Everything here is data; who trusts what is decided where it is read.
namespace inloop::wire {

using Nonce = seal::Id<struct NonceMeaning, 16>; // random, used once
using InstanceId = seal::Id<struct InstanceIdMeaning, 16>; // a log's database; new after a restore
using BootId = seal::Id<struct BootIdMeaning, 16>; // random at each start of the kiosk

// This build writes kProtocol and reads that and the one before.
inline constexpr std::uint16_t kProtocol = 1;
inline constexpr std::uint16_t kOldestProtocol = 0; // 0: never spoken, tests use it as "N - 1"

// The last row of the log's audit chain. The kiosk keeps it and shows it to the log again, so that
// a log that lost rows notices.
struct AuditHead {
    std::uint64_t row = 0; // 0: no row yet
    seal::Hash hash{};
    friend bool operator==(AuditHead const&, AuditHead const&) = default;
};

// How a kiosk is, for the page of health.
struct KioskHealth {
    std::string version{}; // of the program
    std::uint64_t letters_made = 0; // highest number ever given to a letter
    std::uint32_t letters_new = 0; // kept, not acknowledged
    std::uint32_t letters_sent = 0; // acknowledged, still on the device
    std::uint32_t letters_dead = 0; // refused by the log
    std::uint32_t quarantined = 0; // files that could not be letters
    std::uint8_t disk_level = 0; // 0 ample, 1 tight, 2 scarce, 3 full
    ClockTrust clock = ClockTrust::unset;
    std::int64_t wall = 0; // seconds since 1970 by the kiosk's clock
    std::uint32_t problems = 0; // what was refused of the log's last replies: bad answers, ...
    friend bool operator==(KioskHealth const&, KioskHealth const&) = default;
};

// Kiosk to log.
struct SyncRequest {
    seal::DeviceId device{};
    Nonce nonce{}; // of the log's last reply; zero at first, which the log answers with a challenge
    Nonce request{}; // made for this request; the reply repeats it
    BootId boot{};
    std::uint64_t since_boot_ms = 0;
    InstanceId known_instance{}; // zero: none yet
    std::uint64_t seen_change = 0; // the last change this kiosk applied
    seal::Hash policy{}; // of the policy file it follows
    AuditHead audit{};
    KioskHealth health{};
    std::vector<Bytes> envelopes{}; // at most kMaxEnvelopes and kMaxEnvelopeBytesTogether
    friend bool operator==(SyncRequest const&, SyncRequest const&) = default;
};

inline constexpr std::size_t kMaxEnvelopes = 16;
inline constexpr std::size_t kMaxEnvelopeBytesTogether = std::size_t{160} * 1024;

// What the log did with one envelope.
enum class VerdictKind : std::uint8_t {
    stored = 1, // durable; acknowledgement holds the proof
    later = 2, // could not now: offer it again
    refused = 3, // never: bad signature, another envelope of this id, not an envelope
};
struct Verdict {
    seal::EntryId entry{};
    VerdictKind kind = VerdictKind::later;
    Bytes acknowledgement{}; // PKK1, with `stored`
    std::string reason{}; // [a-z-], with `refused`
    friend bool operator==(Verdict const&, Verdict const&) = default;
};

// What became of one entry, for the visitor with its code.
struct CaseNews {
    seal::EntryId entry{};
    seal::ReceiptPublicKey receipt{};
    entries::Status status = entries::Status::arrived;
    entries::Closing closing = entries::Closing::open;
    std::uint32_t version = 0; // rises with every change of this entry
    friend bool operator==(CaseNews const&, CaseNews const&) = default;
};

// A file of the site that the log hands down: "roster.toml", "news.toml".
struct Document {
    std::string name{}; // [a-z0-9./-], no ".."
    Bytes content{};
    friend bool operator==(Document const&, Document const&) = default;
};

// Numbers of letters that follow each other, both ends included. One gap may be long: a kiosk whose
// disk was damaged may begin anew far ahead.
struct NumberRange {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    friend bool operator==(NumberRange const&, NumberRange const&) = default;
};

// Whether an officer is here now, beside the roster.
struct Presence {
    bool present = false;
    std::int64_t until = 0; // seconds since 1970; when it falls back to the roster
    friend bool operator==(Presence const&, Presence const&) = default;
};

enum class ReplyKind : std::uint8_t {
    done = 0,
    challenge = 1, // nothing was done: ask again with this nonce
    revoked = 2, // this kiosk may not send; it goes on serving visitors
    too_old = 3, // the log does not speak this protocol any more
};

// Log to kiosk.
struct SyncReply {
    ReplyKind kind = ReplyKind::done;
    Nonce request{}; // of the request this answers
    Nonce next{}; // for the next request
    InstanceId instance{};
    std::int64_t time = 0; // seconds since 1970 by the log's clock
    std::uint32_t retry_after_s = 0; // do not come back before; 0: as you like
    std::vector<Verdict> verdicts{};
    // The log has every letter of this kiosk with a number up to have_until but those in missing.
    // A letter that the kiosk calls sent and the log lacks is sent again.
    std::uint64_t have_until = 0;
    std::vector<NumberRange> missing{}; // at most kMaxMissing, the lowest first
    // Changes since seen_change, all or up to a limit; through_change is the last of them.
    std::uint64_t through_change = 0;
    bool more = false; // there are more: ask again at once
    std::vector<CaseNews> cases{};
    std::vector<Bytes> answers{}; // PKA1
    std::vector<Document> documents{};
    std::optional<Presence> presence{}; // nullopt: unchanged; in force until it is replaced or over
    std::optional<Bytes> policy{}; // PKP1, when it is not the one the kiosk follows
    AuditHead audit{};
    friend bool operator==(SyncReply const&, SyncReply const&) = default;
};

inline constexpr std::size_t kMaxMissing = 256;

// Most a reply may hold; a log with more to say says so in `more`. A reply with all of these full
// fits in kMaxReplyBytes (codec.h).
inline constexpr std::size_t kMaxCases = 512;
inline constexpr std::size_t kMaxAnswers = 64;
inline constexpr std::size_t kMaxAnswerBytes = std::size_t{9} * 1024; // the longest PKA1 has 8,896
inline constexpr std::size_t kMaxDocuments = 2;
inline constexpr std::size_t kMaxDocumentBytes = std::size_t{64} * 1024;
inline constexpr std::size_t kMaxPolicyBytes =
    std::size_t{96} * 1024; // the longest PKP1 has 90,252

inline constexpr std::size_t kMaxKioskNameBytes = 80;

// A kiosk that is not known yet, to the log. Sent over TLS to the key that proof is about.
struct PairRequest {
    seal::DevicePublicKey device{};
    seal::Hash proof{}; // seal::pairing_proof
    std::string name{}; // what people call the kiosk: "Rolderstraat 21". UTF-8 without control
                        // characters, at most kMaxKioskNameBytes
    friend bool operator==(PairRequest const&, PairRequest const&) = default;
};

// What a kiosk pins. `proof` is made with the same code, so that nobody between can swap it.
struct PairReply {
    bool accepted = false; // false: no such code, or over; the rest is zero
    seal::LogSignPublicKey log_sign{};
    seal::AckSignPublicKey ack_sign{};
    Bytes policy{}; // PKP1
    seal::Hash proof{};
    friend bool operator==(PairReply const&, PairReply const&) = default;
};

} // namespace inloop::wire
