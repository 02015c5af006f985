// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/sending/letter_keeper.h"

#include "kiosk/seal/answer.h"
#include "kiosk/terminal/sending/tuning.h"

#include <chrono>
#include <cstddef>
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

// As a visitor is told. Where the log said what became of a letter, that counts; one that it
// refused for good lies here all the same.
flow::LetterNews news_from(std::optional<memory::LetterState> state,
                           std::optional<memory::CaseRecord> const& known) {
    if (known) {
        return {.state = CodeState::with_police,
                .status = known->status,
                .closing = known->closing,
                .answers = {}};
    }
    if (!state) {
        return {};
    }
    bool const sent = *state == memory::LetterState::sent;
    return {.state = sent ? CodeState::with_police : CodeState::stored, .answers = {}};
}

seal::Action action_of(flow::FollowUpAction action) {
    switch (action) {
    case flow::FollowUpAction::more:
        break;
    case flow::FollowUpAction::not_solved:
        return seal::Action::not_solved;
    case flow::FollowUpAction::withdraw:
        return seal::Action::withdraw;
    }
    return seal::Action::message;
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
    flow::event::Stored outcome(code, stored->seq);
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
    auto const envelope = m_site.sealer.seal(letter, keys->public_key, next_sequence(m_site));
    if (!envelope) {
        return tl::unexpected(envelope.error());
    }
    return m_site.letterbox.store(*envelope);
}

Result<letterbox::StoredLetter> LetterKeeper::seal_and_store(seal::FollowUp const& follow_up,
                                                             entries::EntryFacts const& facts,
                                                             entries::ReceiptCode const& code) {
    auto const keys = derive(code);
    if (!keys) {
        return tl::unexpected(keys.error());
    }
    seal::FollowUpSender const sender{.policy = m_site.sealer.policy(),
                                      .device = m_site.sealer.device(),
                                      .clock = *m_clock,
                                      .random = *m_random};
    auto const envelope =
        seal::seal_follow_up(sender, *keys, follow_up, facts, next_sequence(m_site));
    if (!envelope) {
        return tl::unexpected(envelope.error());
    }
    return m_site.letterbox.store(*envelope);
}

flow::Event LetterKeeper::keep_follow_up(flow::FollowUpToSend follow_up) {
    seal::FollowUp content{.action = action_of(follow_up.action),
                           .text = std::move(follow_up.text)};
    auto const stored = seal_and_store(content, follow_up.facts, follow_up.code.code());
    if (!stored) {
        m_spec.log("follow-up not stored: " + stored.error().message);
        return flow::event::FollowUpFailed{reason_of(stored.error().code), std::move(content.text)};
    }
    content.text.clear();
    remember(*stored);
    return flow::event::FollowUpStored{};
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
        return {{.state = CodeState::unreadable}};
    }
    auto news = news_of(*keys);
    if (!news) {
        m_spec.log("code not looked up: " + news.error().message);
        return {{.state = CodeState::unreadable}};
    }
    return {std::move(*news)};
}

// Every question is asked whatever the one before was answered: each takes its time.
Result<flow::LetterNews> LetterKeeper::news_of(seal::ReceiptKeyPair const& keys) {
    auto const state = m_site.memory.letter_state_by_receipt(keys.public_key);
    auto const known = m_site.memory.case_by_receipt(keys.public_key);
    auto const answers = m_site.memory.answers_for(keys.public_key);
    if (!state || !known || !answers) {
        return tl::unexpected(!state ? state.error() : !known ? known.error() : answers.error());
    }
    if (!m_site.indexed) {
        return fail(ErrorCode::unavailable, "kiosk.db lacks letters");
    }
    flow::LetterNews news = news_from(*state, *known);
    news.answers = open_answers(*answers, keys);
    return news;
}

// They were verified before they were kept.
std::vector<SecretText> LetterKeeper::open_answers(std::vector<Bytes> const& sealed,
                                                   seal::ReceiptKeyPair const& keys) const {
    std::vector<SecretText> opened;
    std::size_t shut = 0;
    for (auto one = sealed.rbegin(); one != sealed.rend() && opened.size() < kMostAnswers; ++one) {
        if (auto text = seal::open_answer(*one, keys)) {
            opened.push_back(std::move(*text));
        } else {
            ++shut;
        }
    }
    if (shut > 0) {
        m_spec.log("answers that do not open: " + std::to_string(shut));
    }
    return opened;
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
