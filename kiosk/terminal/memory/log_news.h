// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/entries/status.h"
#include "kiosk/seal/ids.h"

#include <cstdint>
#include <vector>

// What the log told this kiosk, as kiosk.db keeps it.
namespace inloop::memory {

// Which database of a log it was; another one after a restore. Zero: none yet.
using LogInstance = seal::Id<struct LogInstanceMeaning, 16>;

// What became of one entry.
struct CaseRecord {
    seal::EntryId entry_id{};
    seal::ReceiptPublicKey receipt_pk{};
    entries::Status status = entries::Status::arrived;
    entries::Closing closing = entries::Closing::open;
    std::uint32_t version = 0;
    friend bool operator==(CaseRecord const&, CaseRecord const&) = default;
};

// An answer, sealed to the receipt (PKA1), verified by who brings it.
struct AnswerRecord {
    seal::AnswerId id{};
    seal::ReceiptPublicKey receipt_pk{};
    std::uint32_t number = 0; // counts the answers of one entry
    Bytes bytes{};
    friend bool operator==(AnswerRecord const&, AnswerRecord const&) = default;
};

// How far this kiosk has listened.
struct SyncState {
    LogInstance instance{};
    std::uint64_t seen_change = 0; // the last change of that log which is applied here
    std::uint64_t audit_row = 0; // the highest row of the log's audit chain that was seen
    seal::Hash audit_hash{};
    friend bool operator==(SyncState const&, SyncState const&) = default;
};

// Everything one reply of the log changes here.
struct SyncChanges {
    std::vector<CaseRecord> cases{};
    std::vector<AnswerRecord> answers{};
    SyncState state{};
};

} // namespace inloop::memory
