// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/sending/letter_keeper.h"

#include <utility>

namespace inloop::sending {

namespace {

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

} // namespace

LetterKeeper::LetterKeeper(Site site, entries::WordList const& words, Random& random,
                           KeeperSpec spec)
    : m_site(std::move(site))
    , m_words(&words)
    , m_random(&random)
    , m_spec(std::move(spec)) {}

flow::Event LetterKeeper::keep(entries::EntryFacts const& facts, SecretText text) {
    entries::ReceiptCode code = seal::draw_receipt_code(*m_random);
    auto const stored = seal_and_store(facts, text, code);
    if (!stored) {
        seal::wipe(code);
        m_spec.log("letter not stored: " + stored.error().message);
        return flow::event::StoreFailed{reason_of(stored.error().code), std::move(text)};
    }
    text.clear();
    remember(*stored);
    flow::event::Stored outcome{code};
    seal::wipe(code);
    return outcome;
}

Result<letterbox::StoredLetter> LetterKeeper::seal_and_store(entries::EntryFacts const& facts,
                                                             SecretText const& text,
                                                             entries::ReceiptCode const& code) {
    auto const keys = seal::derive_receipt_keys(
        code, *m_words, m_site.sealer.policy().deployment().salt, m_spec.cost);
    if (!keys) {
        return tl::unexpected(keys.error());
    }
    // Without the index the letterbox alone numbers: it holds every letter that is still here.
    std::uint64_t const floor = m_site.memory.highest_sequence().value_or(0);
    auto const envelope =
        m_site.sealer.seal(facts, text, keys->public_key, m_site.letterbox.next_sequence(floor));
    if (!envelope) {
        return tl::unexpected(envelope.error());
    }
    return m_site.letterbox.store(*envelope);
}

void LetterKeeper::remember(letterbox::StoredLetter const& letter) {
    auto const done = m_site.memory.record_stored({.entry_id = letter.entry_id,
                                                   .seq = letter.seq,
                                                   .receipt_pk = letter.receipt_pk,
                                                   .state = memory::LetterState::new_,
                                                   .size = letter.size});
    if (!done) { // the letter is safe; the index follows at the next start
        m_spec.log("letter stored but not indexed: " + done.error().message);
    }
}

} // namespace inloop::sending
