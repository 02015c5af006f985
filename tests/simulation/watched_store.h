// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/support/failing_store.h"

#include <utility>
#include <vector>

namespace inloop::simulation {

enum class Memory : std::uint8_t { good, forgets };

// Tells which letters intake may acknowledge: those that were taken in by a transaction that was
// committed. For a negative control it forgets what it has: a letter that comes again is kept a
// second time, under an id and a number that are free, because the schema would not have the same.
class WatchedStore final : public support::FailingStore {
public:
    WatchedStore(records::Store& real, Memory memory)
        : FailingStore(real)
        , m_real(real)
        , m_memory(memory) {}

    Result<void> transaction(std::function<Result<void>()> const& work) override {
        auto done = m_real.transaction(work);
        if (!done) {
            m_taken.clear();
        }
        return done;
    }

    Result<records::IntakeResult> take_in(records::Entry const& entry, ByteView wrap) override {
        auto taken = m_real.take_in(entry, wrap);
        if (!taken || taken->outcome == records::IntakeOutcome::conflict) {
            return taken;
        }
        m_taken.push_back(entry.id);
        if (taken->outcome == records::IntakeOutcome::same_again && m_memory == Memory::forgets) {
            records::Entry again = entry;
            again.seq += kFree * ++m_again;
            again.id.bytes.back() ^= static_cast<std::byte>(m_again);
            again.id.bytes.front() ^= std::byte{0xFF};
            return m_real.take_in(again, wrap);
        }
        return taken;
    }

    // Since the last call.
    [[nodiscard]] std::vector<seal::EntryId> taken() { return std::exchange(m_taken, {}); }

private:
    static constexpr std::uint64_t kFree = 1'000'000;

    records::Store& m_real;
    Memory m_memory;
    std::uint64_t m_again = 0;
    std::vector<seal::EntryId> m_taken;
};

} // namespace inloop::simulation
