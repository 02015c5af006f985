// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/site_letters.h"

#include "kiosk/seal/answer.h"
#include "kiosk/seal/demo_site.h"
#include "kiosk/seal/receipt.h"
#include "kiosk/terminal/sending/site.h"
#include "tests/support/must.h"

#include <utility>

namespace inloop::support {

namespace {

// The least Argon2id takes: a receipt in microseconds.
constexpr seal::ReceiptCost kCheap{.passes = 1, .memory_bytes = 8192};

} // namespace

SiteLetters::SiteLetters(KioskRig& rig, platform::Files& files, std::filesystem::path const& data)
    : m_words(&rig.words)
    , m_demo_key(data / seal::kDemoKeyFile)
    , m_files(&files) {
    must(seal::make_demo_site(files, m_random, rig.clock, data));
    sending::SitePlaces const places{data, shipped_assets() / "schema" / "kiosk"};
    sending::Site site = must(sending::open_site(places, files, rig.clock, m_random));
    m_salt = site.sealer.policy().deployment().salt;
    sending::LetterKeeper keeper(
        std::move(site), *m_words, rig.clock, m_random,
        {.cost = kCheap, .log = [this](std::string const& line) { m_log.push_back(line); }});
    m_worker = std::make_unique<sending::LetterWorker>(
        std::move(keeper), [&display = rig.display] { display.wake(); });
}

seal::ReceiptPublicKey SiteLetters::receipt_key(entries::ReceiptCode const& code) const {
    return must(seal::derive_receipt_keys(code, *m_words, m_salt, kCheap)).public_key;
}

void SiteLetters::answer(entries::ReceiptCode const& code, entries::Status status,
                         std::string_view text) {
    seal::DemoKey const log = must(seal::read_demo_key(*m_files, m_demo_key));
    seal::ReceiptPublicKey const receipt = receipt_key(code);
    seal::Answer header{.receipt = receipt, .number = ++m_answers};
    m_random.fill(header.id.bytes);
    memory::SyncChanges changes;
    changes.cases.push_back({.receipt_pk = receipt, .status = status, .version = m_answers});
    changes.answers.push_back({.id = header.id,
                               .receipt_pk = receipt,
                               .number = header.number,
                               .bytes = must(seal::write_answer(header, text, log.log_sign))});
    m_worker->post([changes](sending::Site& site) { must(site.memory.apply(changes)); });
}

std::vector<ReadLetter> read_letters(platform::Files& files, std::filesystem::path const& data) {
    seal::DemoKey const key = must(seal::read_demo_key(files, data / seal::kDemoKeyFile));
    std::filesystem::path const folder = data / "letterbox" / "new";
    std::vector<ReadLetter> letters;
    for (platform::DirectoryEntry const& entry : must(files.list(folder))) {
        Bytes const envelope = must(files.read(folder / entry.name, seal::kMaxEnvelopeBytes));
        auto const header = seal::read_envelope_header(envelope);
        seal::WeekSecretKey const* week = header ? key.find(header->epoch) : nullptr;
        if (week == nullptr) {
            continue;
        }
        if (auto letter = seal::open_letter(envelope, *week)) {
            letters.push_back({*header, std::move(*letter)});
        }
    }
    return letters;
}

} // namespace inloop::support
