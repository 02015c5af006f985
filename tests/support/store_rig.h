// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/records/store.h"
#include "platform/linux/linux_files.h"
#include "tests/support/scratch.h"

#include <cstdint>
#include <filesystem>
#include <memory>

namespace inloop::support {

// The real log.db and keys.db in a folder of their own, open until the rig ends. In memory where
// there is such a place: no power is cut here, and a commit waits for nothing.
class StoreRig {
public:
    StoreRig();

    [[nodiscard]] records::Store& store() { return *m_store; }
    // Closes both databases and opens them as a new start of the program does.
    void reopen();
    void close() { m_store.reset(); }
    // Opens what lies in another folder of this rig.
    [[nodiscard]] Result<std::unique_ptr<records::Store>> open(std::filesystem::path const& data);
    [[nodiscard]] std::filesystem::path data() const { return m_scratch / "data"; }
    [[nodiscard]] std::filesystem::path operator/(std::string const& name) const {
        return m_scratch / name;
    }
    [[nodiscard]] platform::Files& files() { return m_files; }

private:
    Scratch m_scratch;
    platform::LinuxFiles m_files;
    std::unique_ptr<records::Store> m_store;
};

// A letter as intake would hand it over, told apart by one number: with the ids of
// tests/support/test_letter.h, of one device, and a body of noise.
[[nodiscard]] records::Entry stored_letter(std::uint64_t number);
[[nodiscard]] Bytes wrap_of_letter(std::uint64_t number);
// Bytes that are the same for the same seed and occur nowhere else.
[[nodiscard]] Bytes noise(std::uint64_t seed, std::size_t count);

} // namespace inloop::support
