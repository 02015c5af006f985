// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/random.h"
#include "kiosk/base/secret_text.h"
#include "kiosk/entries/entry.h"
#include "kiosk/entries/word_list.h"
#include "kiosk/seal/receipt.h"
#include "kiosk/terminal/flow/event.h"
#include "kiosk/terminal/sending/site.h"

#include <functional>
#include <string>

namespace inloop::sending {

// Told what an operator should know; never holds anything a visitor wrote.
using Log = std::function<void(std::string const&)>;

struct KeeperSpec {
    seal::ReceiptCost cost{}; // tests make it cheap
    Log log = [](std::string const&) {};
};

// Seals and stores one letter after the other. Belongs to the thread that sends.
class LetterKeeper {
public:
    // `words` and `random` outlive the keeper.
    LetterKeeper(Site site, entries::WordList const& words, Random& random, KeeperSpec spec);

    // Returns event::Stored only after the letter is durable, and wipes the text; else
    // event::StoreFailed with the text untouched. Takes about a second on a Pi: the receipt's key
    // derivation.
    [[nodiscard]] flow::Event keep(entries::EntryFacts const& facts, SecretText text);

private:
    [[nodiscard]] Result<letterbox::StoredLetter> seal_and_store(entries::EntryFacts const& facts,
                                                                 SecretText const& text,
                                                                 entries::ReceiptCode const& code);
    void remember(letterbox::StoredLetter const& letter);

    Site m_site;
    entries::WordList const* m_words;
    Random* m_random;
    KeeperSpec m_spec;
};

} // namespace inloop::sending
