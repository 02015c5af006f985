// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/seal/signing_key.h"
#include "tests/support/desk_rig.h"
#include "tests/support/memory_disk.h"
#include "tests/support/scratch.h"

#include <filesystem>
#include <string>
#include <vector>

namespace inloop::simulation {

inline constexpr std::size_t kMostKiosks = 3;

// What every schedule begins with and is dear to make: a log that was founded, and kiosks that were
// paired with it and never used. Made once; schedules work on copies, one after the other.
class Place {
public:
    Place();

    // The disk of a kiosk as it was after its pairing.
    [[nodiscard]] support::Tree const& kiosk_disk(std::size_t kiosk) const {
        return m_disks[kiosk];
    }
    // Where it keeps its files, and SQLite its kiosk.db: the same path on either disk.
    [[nodiscard]] std::filesystem::path kiosk_folder(std::size_t kiosk) const {
        return m_scratch / ("kiosk-" + std::to_string(kiosk));
    }
    // Its kiosk.db as it was then; not to be written.
    [[nodiscard]] std::filesystem::path kiosk_index(std::size_t kiosk) const {
        return kiosk_folder(kiosk) / "made" / "kiosk.db";
    }
    // log.db and keys.db of the founded log; not to be written.
    [[nodiscard]] std::filesystem::path founded() const { return m_scratch / "founded"; }
    // Where the log of a schedule works, and its backups and crashes lie.
    [[nodiscard]] std::filesystem::path log_folder(std::string const& name) const {
        return m_scratch / ("log-" + name);
    }
    [[nodiscard]] seal::SigningKey const& log_sign() const { return *m_log_sign; }
    [[nodiscard]] seal::SigningKey const& ack_sign() const { return m_ack_sign; }
    // Somebody who is not the log.
    [[nodiscard]] seal::SigningKey const& stranger() const { return m_stranger; }
    [[nodiscard]] support::DeskRig const& rig() const { return m_rig; }

private:
    void pair_kiosk(std::size_t kiosk);

    support::DeskRig m_rig;
    support::Scratch m_scratch;
    seal::SigningKey const* m_log_sign;
    seal::SigningKey m_ack_sign;
    seal::SigningKey m_stranger;
    std::vector<support::Tree> m_disks;
};

} // namespace inloop::simulation
