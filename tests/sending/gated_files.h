// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/support/passing_files.h"

#include <semaphore>
#include <utility>

namespace inloop::sending {

// A disk that stops in the middle of making a file until the test lets it go on. The test thread
// calls the functions about the gate, the thread that writes everything else.
class GatedFiles final : public support::PassingFiles {
public:
    explicit GatedFiles(platform::Files& disk) : m_disk(disk) {}

    // From now on every create() waits at the gate. Before the first thread that writes.
    void close() { m_closed = true; }
    // Waits until a create() stands at the gate.
    void await_arrival() { m_arrived.acquire(); }
    // Lets one create() through.
    void let_through() { m_through.release(); }

    [[nodiscard]] Result<void> create(std::filesystem::path const& path,
                                      ByteView content) override {
        if (m_closed) {
            m_arrived.release();
            m_through.acquire();
        }
        return m_disk.create(path, content);
    }
    [[nodiscard]] platform::Files& disk() override { return m_disk; }

private:
    platform::Files& m_disk;
    bool m_closed = false;
    std::counting_semaphore<> m_arrived{0};
    std::counting_semaphore<> m_through{0};
};

} // namespace inloop::sending
