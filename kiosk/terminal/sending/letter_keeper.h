// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/random.h"
#include "kiosk/entries/letter.h"
#include "kiosk/entries/word_list.h"
#include "kiosk/seal/follow_up.h"
#include "kiosk/seal/receipt.h"
#include "kiosk/terminal/flow/event.h"
#include "kiosk/terminal/flow/follow_up.h"
#include "kiosk/terminal/sending/site.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::sending {

// Told what an operator should know; never holds anything a visitor wrote.
using Log = std::function<void(std::string const&)>;

struct KeeperSpec {
    seal::ReceiptCost cost{}; // tests make it cheap
    Log log = [](std::string const&) {};
};

// Seals and stores one letter after the other, and knows what became of them. Belongs to the thread
// that sends.
class LetterKeeper {
public:
    // `words`, `clock` and `random` outlive the keeper.
    LetterKeeper(Site site, entries::WordList const& words, Clock const& clock, Random& random,
                 KeeperSpec spec);

    // Returns event::Stored only after the letter is durable, and wipes its texts; else
    // event::StoreFailed with the letter untouched. Takes about a second on a Pi: the receipt's key
    // derivation.
    [[nodiscard]] flow::Event keep(entries::Letter letter);

    // The same for what is done with a letter that was left before, as a letter of its own under
    // the same code: event::FollowUpStored or event::FollowUpFailed.
    [[nodiscard]] flow::Event keep_follow_up(flow::FollowUpToSend follow_up);

    // What this kiosk knows of the letter with this code, which is wiped, and the newest answers to
    // it (kMostAnswers). An answer that does not open is left out and logged. Takes the same steps
    // and the same time, that of a key derivation, whether there is such a letter or not: who tries
    // codes learns nothing from waiting.
    [[nodiscard]] flow::event::CodeRead look_up(entries::ReceiptCode code);

    // Counts one use on this local day; on 1970-01-01 while the clock is not set.
    void count(std::string_view use);

    // How many letters lie sealed in the letterbox, whatever their state.
    [[nodiscard]] flow::event::LettersHere letters_here() const;

    // For who else works on it, on the keeper's thread.
    [[nodiscard]] Site& site() { return m_site; }

private:
    [[nodiscard]] Result<letterbox::StoredLetter> seal_and_store(entries::Letter const& letter,
                                                                 entries::ReceiptCode const& code);
    [[nodiscard]] Result<letterbox::StoredLetter> seal_and_store(seal::FollowUp const& follow_up,
                                                                 entries::EntryFacts const& facts,
                                                                 entries::ReceiptCode const& code);
    [[nodiscard]] Result<flow::LetterNews> news_of(seal::ReceiptKeyPair const& keys);
    [[nodiscard]] std::vector<SecretText> open_answers(std::vector<Bytes> const& sealed,
                                                       seal::ReceiptKeyPair const& keys) const;
    [[nodiscard]] Result<seal::ReceiptKeyPair> derive(entries::ReceiptCode const& code) const;
    void remember(letterbox::StoredLetter const& letter);
    void catch_up();

    Site m_site;
    entries::WordList const* m_words;
    Clock const* m_clock;
    Random* m_random;
    KeeperSpec m_spec;
};

} // namespace inloop::sending
