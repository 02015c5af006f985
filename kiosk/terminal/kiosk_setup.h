// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/random.h"
#include "kiosk/base/result.h"
#include "kiosk/entries/roster.h"
#include "kiosk/entries/word_list.h"
#include "kiosk/pages/assets.h"
#include "kiosk/pages/site_files.h"
#include "kiosk/terminal/flow/services.h"
#include "kiosk/terminal/sending/letter_worker.h"
#include "kiosk/terminal/sending/refusing_sender.h"
#include "kiosk/terminal/sync/pairing.h"
#include "platform/api/display.h"
#include "platform/linux/linux_files.h"

#include <atomic>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace inloop::terminal {

class LogConnection;

// One line on stderr, which systemd takes to the journal. Never holds anything a visitor wrote.
void log_line(std::string const& message);

// Logs the error and returns `code`, an exit code of sysexits.h.
[[nodiscard]] int complain(Error const& error, int code);

inline constexpr platform::PixelSize kUsualSize{1280, 800};

// What the screens say, and the words of the receipts.
struct Shown {
    std::shared_ptr<pages::Assets const> assets; // never nullptr
    entries::WordList words;
};
// Reads the assets folder and the pages of the site in `data`, which may be empty; what was left
// out or replaced is logged.
[[nodiscard]] Result<Shown> read_shown(std::filesystem::path const& folder,
                                       std::filesystem::path const& data);

// The words of the receipts alone: assets/words.nl.txt.
[[nodiscard]] Result<entries::WordList> read_words(std::filesystem::path const& folder);

// Roster and news of the site in `data`; nothing of both without a site. A faulty file is logged
// and counts as absent.
[[nodiscard]] pages::SiteFiles read_site_files(std::filesystem::path const& data);

struct LettersSpec {
    std::filesystem::path data{}; // empty: no site
    bool must_last = false; // no site where `data` would not outlive a power cut
    std::filesystem::path assets{};
    // Address of the log this kiosk may be linked with on its screen; empty: the one it follows.
    std::string log{};
    std::string name{}; // what officers read then
    bool tells_facts = true; // event::ServiceFacts; a tour tells its own
};

// Who takes letters, codes and counts: a worker where the site opens, else one that refuses. Where
// the site belongs to a log, it is kept in touch with; where an address of one is known, it can be
// linked with on the service screen. Takes outcomes from all of them.
class Letters final : public flow::Outcomes {
public:
    // `words`, `clock` and `display` outlive this.
    Letters(LettersSpec spec, entries::WordList const& words, Clock const& clock,
            platform::Display& display);
    Letters(Letters const&) = delete;
    Letters& operator=(Letters const&) = delete;
    ~Letters() override;
    [[nodiscard]] flow::Services services();
    [[nodiscard]] std::optional<flow::Event> take_outcome() override;
    [[nodiscard]] bool refuses() const { return m_worker == nullptr; }
    [[nodiscard]] LogConnection* log() const { return m_log.get(); } // nullptr: none
    // Calls `here` on the thread that keeps letters, in turn; at once where none is kept.
    void answer_from_its_thread(std::function<void()> here);
    // Linked since this began: the new log is spoken with when the site is opened anew.
    [[nodiscard]] bool linked_anew() const { return m_linked_anew; }

private:
    void open_site(entries::WordList const& words);
    void open_log();
    void offer_pairing(entries::WordList const& words);
    [[nodiscard]] Result<void> keep_link(sync::Paired const& paired);
    [[nodiscard]] flow::ServiceFacts facts_of(sending::Site* site);
    void tell_facts();
    void tell(flow::Event event);

    LettersSpec m_spec;
    Clock const& m_clock;
    platform::Display& m_display;
    platform::LinuxFiles m_files;
    SystemRandom m_random;
    sending::RefusingSender m_refusing{flow::NotStoredReason::no_keys};
    std::mutex m_mutex; // guards the two below
    std::deque<flow::Event> m_told; // what comes from elsewhere than the worker
    std::optional<entries::LocalMinute> m_last_contact;
    std::atomic<bool> m_linked = false;
    std::atomic<bool> m_linked_anew = false;
    std::unique_ptr<sending::LetterWorker> m_worker;
    std::atomic<LogConnection*> m_poked = nullptr; // whom the letter worker tells
    std::unique_ptr<LogConnection> m_log; // ends before the worker it asks, as does the next
    std::unique_ptr<flow::Pairing> m_pairing; // nullptr: cannot be linked on the screen
};

} // namespace inloop::terminal
