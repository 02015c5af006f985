// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/random.h"
#include "kiosk/base/result.h"
#include "kiosk/terminal/sending/letter_worker.h"
#include "kiosk/terminal/sync/exchange.h"
#include "kiosk/terminal/sync/log_link.h"
#include "kiosk/terminal/sync/worker.h"
#include "platform/api/files.h"
#include "platform/net/https_client.h"

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>

namespace inloop::terminal {

// Keeps this kiosk in touch with the log it belongs to: letters go up, news comes down, on a thread
// of its own. What is kept is touched on the letter worker's thread only.
class LogConnection final : public sync::Keeping {
public:
    // The log of `data`'s log-link.toml; nullptr when this kiosk belongs to none. `heard` is called
    // on a thread of this after each reply. `letters`, `clock` and `random` outlive this.
    [[nodiscard]] static Result<std::unique_ptr<LogConnection>>
    open(std::filesystem::path const& data, platform::Files& files, sending::LetterWorker& letters,
         Clock const& clock, Random& random, std::function<void()> heard);

    LogConnection(LogConnection const&) = delete;
    LogConnection& operator=(LogConnection const&) = delete;
    ~LogConnection() override;

    void poke() { m_worker->poke(); } // a letter was stored
    void ask_now() { m_worker->link_up(); } // without waiting for the next minute
    // Of the log since the start. Any thread.
    [[nodiscard]] std::uint64_t replies() const { return m_replies; }

    [[nodiscard]] Result<wire::SyncRequest> gather(sync::Letters letters) override;
    [[nodiscard]] sync::Applied apply(wire::SyncReply reply) override;

private:
    LogConnection(std::filesystem::path data, platform::Files& files,
                  sending::LetterWorker& letters, Clock const& clock, sync::ExchangeSpec spec,
                  std::function<void()> heard);
    [[nodiscard]] Result<void> begin(sync::LogLink link, Random& random);
    void tell(sync::Applied const& applied);

    std::filesystem::path m_data;
    platform::Files& m_files;
    sending::LetterWorker& m_letters;
    Clock const& m_clock;
    sync::Exchange m_exchange; // on the letter worker's thread only
    std::unique_ptr<net::HttpsClient> m_client;
    std::function<void()> m_heard;
    std::atomic<std::uint64_t> m_replies = 0;
    bool m_failing = false; // said once, not every minute; the sync worker's thread only
    std::unique_ptr<sync::Worker> m_worker; // last: its thread uses the others
};

} // namespace inloop::terminal
