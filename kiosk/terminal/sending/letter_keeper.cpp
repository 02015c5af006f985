// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/sending/letter_keeper.h"

#include <chrono>
#include <optional>
#include <utility>

namespace inloop::sending {

namespace {

using flow::CodeState;

flow::NotStoredReason reason_of(ErrorCode code) {
    switch (code) {
    case ErrorCode::no_space:
        return flow::NotStoredReason::full;
    case ErrorCode::unavailable:
        return flow::NotStoredReason::busy;
    case ErrorCode::crypto:
        return flow::NotStoredReason::no_keys;
    default:
        return flow::NotStoredReason::broken;
    }
}

// As a visitor is told. A letter that the log refused for good lies here all the same.
CodeState code_state(std::optional<memory::LetterState> state) {
    if (!state) {
        return CodeState::nothing_to_see;
    }
    switch (*state) {
    case memory::LetterState::sent:
        return CodeState::arrived;
    case memory::LetterState::closed:
        return CodeState::closed;
    case memory::LetterState::new_:
    case memory::LetterState::dead:
        break;
    }
    return CodeState::stored;
}

// The day a use is counted on: 1970-01-01 stands for "not known".
std::chrono::sys_days counting_day(Clock const& clock) {
    if (clock.trust() == ClockTrust::unset) {
        return {};
    }
    LocalTime const now = clock.local();
    return std::chrono::year(now.year) / now.month / now.day;
}

} // namespace

LetterKeeper::LetterKeeper(Site site, entries::WordList const& words, Clock const& clock,
                           Random& random, KeeperSpec spec)
    : m_site(std::move(site))
    , m_words(&words)
    , m_clock(&clock)
    , m_random(&random)
    , m_spec(std::move(spec)) {}

flow::Event LetterKeeper::keep(entries::Letter letter) {
    entries::ReceiptCode code = seal::draw_receipt_code(*m_random);
    auto const stored = seal_and_store(letter, code);
    if (!stored) {
        seal::wipe(code);
        m_spec.log("letter not stored: " + stored.error().message);
        return flow::event::StoreFailed{reason_of(stored.error().code), std::move(letter)};
    }
    letter.text.clear();
    letter.contact.clear();
    remember(*stored);
    flow::event::Stored outcome{code};
    seal::wipe(code);
    return outcome;
}

Result<seal::ReceiptKeyPair> LetterKeeper::derive(entries::ReceiptCode const& code) const {
    return seal::derive_receipt_keys(code, *m_words, m_site.sealer.policy().deployment().salt,
                                     m_spec.cost);
}

Result<letterbox::StoredLetter> LetterKeeper::seal_and_store(entries::Letter const& letter,
                                                             entries::ReceiptCode const& code) {
    auto const keys = derive(code);
    if (!keys) {
        return tl::unexpected(keys.error());
    }
    // Without the index the letterbox alone numbers: it holds every letter that is still here.
    std::uint64_t const floor = m_site.memory.highest_sequence().value_or(0);
    auto const envelope =
        m_site.sealer.seal(letter, keys->public_key, m_site.letterbox.next_sequence(floor));
    if (!envelope) {
        return tl::unexpected(envelope.error());
    }
    return m_site.letterbox.store(*envelope);
}

void LetterKeeper::remember(letterbox::StoredLetter const& letter) {
    auto const done = m_site.memory.record_stored(index_record(letter));
    if (!done) { // the letter is safe; the index follows when somebody looks, or at the next start
        m_site.indexed = false;
        m_spec.log("letter stored but not indexed: " + done.error().message);
    }
}

flow::event::CodeRead LetterKeeper::look_up(entries::ReceiptCode code) {
    catch_up();
    auto const keys = derive(code);
    seal::wipe(code);
    if (!keys) {
        m_spec.log("code not looked up: " + keys.error().message);
        return {CodeState::unreadable};
    }
    auto const state = m_site.memory.letter_state_by_receipt(keys->public_key);
    if (!state || !m_site.indexed) {
        m_spec.log("code not looked up: " +
                   (state ? "kiosk.db lacks letters" : state.error().message));
        return {CodeState::unreadable};
    }
    return {code_state(*state)};
}

// A letter that the index could not take must not be told to be unknown. Depends on no code, so it
// tells nothing about one.
void LetterKeeper::catch_up() {
    if (!m_site.indexed) {
        m_site.indexed = bring_in_line(m_site.memory, m_site.letterbox).has_value();
    }
}

void LetterKeeper::count(std::string_view use) {
    if (auto done = m_site.memory.tally(use, counting_day(*m_clock)); !done) {
        m_spec.log("use not counted: " + done.error().message);
    }
}

flow::event::LettersHere LetterKeeper::letters_here() const {
    return {m_site.letterbox.letters().size()};
}

} // namespace inloop::sending
