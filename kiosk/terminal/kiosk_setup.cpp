// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/kiosk_setup.h"

#include "kiosk/terminal/lasting.h"
#include "kiosk/terminal/log_connection.h"
#include "kiosk/terminal/on_letter_thread.h"
#include "kiosk/terminal/screen_pairing.h"
#include "kiosk/terminal/sending/letter_keeper.h"
#include "kiosk/terminal/sending/site.h"

#include <cstdio>
#include <fstream>
#include <sstream>
#include <utility>
#include <vector>

namespace inloop::terminal {

void log_line(std::string const& message) {
    std::fprintf(stderr, "inloop-kiosk: %s\n", message.c_str());
}

int complain(Error const& error, int code) {
    log_line(error.message);
    return code;
}

Result<entries::WordList> read_words(std::filesystem::path const& folder) {
    std::filesystem::path const file = folder / "words.nl.txt";
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        return fail(ErrorCode::not_found,
                    file.string() + ": not there; install the kiosk's assets again");
    }
    std::ostringstream text;
    text << in.rdbuf();
    return entries::WordList::parse(text.str(), file.string());
}

Result<Shown> read_shown(std::filesystem::path const& folder, std::filesystem::path const& data) {
    auto assets = pages::load_assets(folder, data);
    if (!assets) {
        return tl::unexpected(assets.error());
    }
    for (pages::Problem const& problem : assets->problems) {
        log_line(pages::to_string(problem));
    }
    auto words = read_words(folder);
    if (!words) {
        return tl::unexpected(words.error());
    }
    return Shown{std::make_shared<pages::Assets const>(std::move(*assets)), std::move(*words)};
}

pages::SiteFiles read_site_files(std::filesystem::path const& data) {
    if (data.empty()) {
        return {};
    }
    std::vector<pages::Problem> problems;
    pages::SiteFiles site = pages::load_site_files(data, problems);
    for (pages::Problem const& problem : problems) {
        log_line(pages::to_string(problem));
    }
    return site;
}

Letters::Letters(LettersSpec spec, entries::WordList const& words, Clock const& clock,
                 platform::Display& display)
    : m_spec(std::move(spec))
    , m_clock(clock)
    , m_display(display) {
    if (m_spec.data.empty()) {
        return;
    }
    m_spec.data = std::filesystem::absolute(m_spec.data);
    if (auto const lasts = m_spec.must_last ? check_lasts(m_files, m_spec.data) : Result<void>();
        !lasts) {
        log_line("letters are refused: " + lasts.error().message);
        tell_facts(); // nor is it linked with a log: that would be forgotten as well
        return;
    }
    open_site(words);
    open_log();
    offer_pairing(words);
    tell_facts();
}

Letters::~Letters() {
    m_poked = nullptr;
}

void Letters::open_site(entries::WordList const& words) {
    auto site = sending::open_site({m_spec.data, m_spec.assets / "schema" / "kiosk"}, m_files,
                                   m_clock, m_random);
    if (!site) {
        log_line("letters are refused: " + site.error().message);
        return;
    }
    for (std::string const& message : site->messages) {
        log_line(message);
    }
    sending::LetterKeeper keeper(std::move(*site), words, m_clock, m_random, {.log = log_line});
    m_worker = std::make_unique<sending::LetterWorker>(
        std::move(keeper), [this] { m_display.wake(); },
        [this] {
            if (LogConnection* const log = m_poked) {
                log->poke();
            }
            tell_facts();
        });
}

void Letters::open_log() {
    if (m_worker == nullptr) {
        return;
    }
    auto connection =
        LogConnection::open(m_spec.data, m_files, *m_worker, m_clock, m_random, [this] {
            {
                std::scoped_lock const lock(m_mutex);
                m_last_contact = entries::local_minute(m_clock.local());
            }
            tell_facts();
        });
    if (!connection) {
        log_line("letters stay here: " + connection.error().message);
        return;
    }
    m_log = std::move(*connection);
    m_poked = m_log.get();
    m_linked = m_log != nullptr;
}

void Letters::offer_pairing(entries::WordList const& words) {
    std::string log = m_spec.log;
    if (log.empty()) {
        auto const link = sync::read_log_link(m_files, m_spec.data);
        log = link ? link->url : "";
    }
    if (!log.empty()) {
        m_pairing = std::make_unique<ScreenPairing>(
            ScreenPairingSpec{.data = m_spec.data,
                              .log = std::move(log),
                              .name = m_spec.name,
                              .keep = [this](sync::Paired const& one) { return keep_link(one); },
                              .tell = [this](flow::Event event) { tell(std::move(event)); }},
            m_files, words);
    }
}

Result<void> Letters::keep_link(sync::Paired const& paired) {
    auto const keep = [this, &paired] { return sync::keep_link(m_files, m_spec.data, paired); };
    Result<void> kept;
    if (m_worker == nullptr) {
        kept = keep();
    } else {
        auto const done =
            on_letter_thread(*m_worker, [&](sending::Site& /*unused*/) { return keep(); });
        kept = done.value_or(fail(ErrorCode::unavailable, "the kiosk ends"));
    }
    if (kept) {
        m_linked_anew = true;
    }
    return kept;
}

flow::ServiceFacts Letters::facts_of(sending::Site* site) {
    flow::ServiceFacts facts{.version = INLOOP_VERSION, .linked = m_linked};
    {
        std::scoped_lock const lock(m_mutex);
        facts.last_contact = m_last_contact;
    }
    if (site == nullptr) {
        return facts;
    }
    for (letterbox::StoredLetter const& letter : site->letterbox.letters()) {
        facts.letters_new += letter.state == letterbox::LetterState::new_ ? 1U : 0U;
        facts.letters_sent += letter.state == letterbox::LetterState::sent ? 1U : 0U;
        facts.letters_dead += letter.state == letterbox::LetterState::dead ? 1U : 0U;
    }
    facts.letters_made = sending::next_sequence(*site) - 1;
    return facts;
}

void Letters::tell_facts() {
    if (!m_spec.tells_facts) {
        return;
    }
    if (m_worker == nullptr) {
        tell(flow::event::ServiceFacts{facts_of(nullptr)});
        return;
    }
    m_worker->post(
        [this](sending::Site& site) { tell(flow::event::ServiceFacts{facts_of(&site)}); });
}

void Letters::answer_from_its_thread(std::function<void()> here) {
    if (m_worker == nullptr) {
        here();
        return;
    }
    m_worker->post([here = std::move(here)](sending::Site& /*unused*/) { here(); });
}

void Letters::tell(flow::Event event) {
    {
        std::scoped_lock const lock(m_mutex);
        m_told.push_back(std::move(event));
    }
    m_display.wake();
}

std::optional<flow::Event> Letters::take_outcome() {
    {
        std::scoped_lock const lock(m_mutex);
        if (!m_told.empty()) {
            flow::Event event = std::move(m_told.front());
            m_told.pop_front();
            return event;
        }
    }
    return m_worker ? m_worker->take_outcome() : m_refusing.take_outcome();
}

flow::Services Letters::services() {
    if (m_worker) {
        return {*m_worker, *m_worker, *m_worker, m_pairing.get()};
    }
    return {m_refusing, m_refusing, m_refusing, m_pairing.get()};
}

} // namespace inloop::terminal
