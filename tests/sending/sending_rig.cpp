// SPDX-License-Identifier: EUPL-1.2
#include "tests/sending/sending_rig.h"

#include "kiosk/seal/demo_site.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/seal/opener.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"
#include "tests/support/synthetic_words.h"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>
#include <utility>

namespace inloop::sending {

using support::must;

namespace {

std::vector<ReadLetter> read_all(support::MemoryFiles& files, std::filesystem::path const& data) {
    auto const key = must(seal::read_demo_key(files, data / seal::kDemoKeyFile));
    auto const folder = data / "letterbox" / "new";
    std::vector<ReadLetter> letters;
    for (platform::DirectoryEntry const& entry : must(files.list(folder))) {
        Bytes const envelope = must(files.read(folder / entry.name, seal::kMaxEnvelopeBytes));
        auto const header = must(seal::read_envelope_header(envelope));
        auto const* week = key.find(header.epoch);
        if (week == nullptr) {
            throw std::runtime_error("sealed to a week the log has no key of");
        }
        letters.push_back(
            {header.seq, header.receipt_key, must(seal::open_letter(envelope, *week))});
    }
    return letters;
}

} // namespace

entries::Letter letter(std::string_view words, std::string_view contact) {
    entries::EntryFacts facts = support::question();
    facts.contact = contact.empty() ? entries::ContactWish::by_code : entries::ContactWish::call;
    return {std::move(facts), support::secret_text(words), support::secret_text(contact)};
}

SendingRig::SendingRig()
    : words(must(entries::WordList::parse(support::synthetic_word_file(), "words"))) {
    must(seal::make_demo_site(files, random, clock, data()));
}

Result<Site> SendingRig::open_on(platform::Files& disk) {
    std::filesystem::path const assets = std::getenv("INLOOP_ASSETS");
    return open_site({data(), assets / "schema" / "kiosk"}, disk, clock, random);
}

LetterKeeper SendingRig::keeper_on(platform::Files& disk, seal::ReceiptCost cost) {
    return {must(open_on(disk)),
            words,
            clock,
            random,
            {.cost = cost, .log = [this](std::string const& line) { log.push_back(line); }}};
}

std::vector<ReadLetter> SendingRig::letters() {
    return read_all(files, data());
}

std::vector<ReadLetter> SendingRig::durable_letters() const {
    support::MemoryFiles switched_on(files.durable());
    return read_all(switched_on, data());
}

std::chrono::sys_days SendingRig::today() const {
    LocalTime const now = clock.local();
    return std::chrono::year(now.year) / now.month / now.day;
}

bool SendingRig::log_tells_words() const {
    return std::ranges::any_of(log, [](std::string const& line) {
        return line.find("Kwibusvink") != std::string::npos ||
               line.find("brug") != std::string::npos || line.find("0612") != std::string::npos;
    });
}

} // namespace inloop::sending
