// SPDX-License-Identifier: EUPL-1.2
#include "tests/fuzz/parser_checks.h"

#include "kiosk/base/utf8.h"
#include "kiosk/entries/personal_data.h"
#include "kiosk/entries/receipt_code.h"
#include "kiosk/entries/tuning.h"
#include "kiosk/entries/word_list.h"
#include "kiosk/seal/answer.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/seal/pairing.h"
#include "kiosk/seal/person_blob.h"
#include "kiosk/seal/plaintext.h"
#include "kiosk/seal/policy.h"
#include "kiosk/seal/receipt.h"
#include "kiosk/seal/recovery_words.h"
#include "kiosk/seal/tuning.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"
#include "tests/support/synthetic_words.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace inloop::fuzz {

namespace {

using support::must;

constexpr std::uint64_t kSeed = 5;

// Not assert(): fuzzers run optimised too.
void promise(bool kept, char const* what) {
    if (!kept) {
        std::fprintf(stderr, "broken promise: %s\n", what);
        std::abort();
    }
}

std::string_view as_text(ByteView bytes) {
    return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}

seal::DevicePublicKey const& device() {
    static seal::DevicePublicKey const kDevice =
        support::SealedSite(kSeed).sealer.device().public_key();
    return kDevice;
}

seal::LogSignPublicKey const& pinned() {
    static seal::LogSignPublicKey const kPinned = support::SealedSite(kSeed).pinned();
    return kPinned;
}

Bytes const kWrapKey(32, std::byte{7});

// The same every time.
seal::BoxKeys box_keys() {
    support::SeededRandom random(kSeed);
    return must(seal::BoxKeys::generate(random));
}

seal::ReceiptKeyPair const& receipt() {
    static seal::ReceiptKeyPair const kReceipt = [] {
        seal::BoxKeys keys = box_keys();
        return seal::ReceiptKeyPair{{keys.public_key.bytes}, std::move(keys.secret)};
    }();
    return kReceipt;
}

entries::WordList const& words() {
    static entries::WordList const kWords =
        must(entries::WordList::parse(support::synthetic_word_file(), "words"));
    return kWords;
}

Bytes copy_of(ByteView bytes) {
    return {bytes.begin(), bytes.end()};
}

} // namespace

bool check_envelope(ByteView bytes) {
    auto const header = seal::read_envelope_header(bytes);
    auto const verified = seal::verify_envelope(bytes, device());
    promise(header || !verified, "only what has the structure of an envelope is verified");
    if (header) {
        promise(bytes.size() >= seal::kMinEnvelopeBytes && bytes.size() <= seal::kMaxEnvelopeBytes,
                "an envelope has one of nine sizes");
        promise((bytes.size() - seal::kEnvelopeOverhead) % seal::kPaddingBytes == 0,
                "an envelope is padded");
    }
    return verified.has_value();
}

bool check_plaintext(ByteView records) {
    Bytes padded(records.begin(), records.end());
    padded.push_back(std::byte{0x80});
    padded.resize((padded.size() + seal::kPaddingBytes - 1) / seal::kPaddingBytes *
                  seal::kPaddingBytes);
    auto const letter = seal::read_plaintext(padded);
    if (!letter) {
        return false;
    }
    promise(letter->text.size() <= entries::kMaxTextBytes, "a text fits its limit");
    promise(letter->contact.size() <= entries::kMaxContactBytes, "a contact fits its limit");
    promise(letter->contact.empty() || letter->facts.contact == entries::ContactWish::call ||
                letter->facts.contact == entries::ContactWish::email,
            "a contact stands there only when somebody wants a call or an e-mail");
    auto const again = seal::write_plaintext(*letter);
    promise(again.has_value(), "what was read can be written");
    auto const twice = seal::read_plaintext(again->view());
    promise(twice && twice->facts == letter->facts && twice->text.view() == letter->text.view() &&
                twice->contact.view() == letter->contact.view(),
            "what was written is read as the same");
    return true;
}

bool check_policy(ByteView bytes) {
    auto const policy = seal::read_policy(bytes, pinned());
    if (!policy) {
        return false;
    }
    auto const& weeks = policy->weeks();
    promise(!weeks.empty() && weeks.size() <= seal::kMaxAnnouncements, "a policy has weeks");
    promise(
        std::ranges::is_sorted(weeks, std::ranges::less_equal{}, &seal::WeekAnnouncement::epoch),
        "weeks rise");
    return true;
}

bool check_word_list(ByteView bytes) {
    auto const list = entries::WordList::parse(as_text(bytes), "fuzz");
    if (!list) {
        promise(list.error().message.starts_with("fuzz:"), "an error names the file");
        return false;
    }
    for (std::uint16_t i = 0; i < entries::kWordCount; ++i) {
        promise(list->find(list->word(i)) == i, "every word is found");
        promise(list->complete(list->word(i).substr(0, 4)) == entries::WordRange{i, 1},
                "four letters tell words apart");
    }
    return true;
}

bool check_receipt_digits(ByteView bytes) {
    auto const code = entries::ReceiptCode::parse_digits(as_text(bytes));
    if (!code) {
        return false;
    }
    auto const digits = code->digits();
    auto const again =
        entries::ReceiptCode::parse_digits(std::string_view(digits.data(), digits.size()));
    promise(again && *again == *code, "a code is read back from its digits");
    promise(std::ranges::all_of(code->words,
                                [](std::uint16_t word) { return word < entries::kWordCount; }),
            "every word is in the list");
    return true;
}

bool check_answer(ByteView bytes) {
    auto const answer = seal::read_answer_header(bytes, std::array{pinned()});
    auto const text = seal::open_answer(bytes, receipt());
    if (answer) {
        promise(bytes.size() >= seal::kMinAnswerBytes && bytes.size() <= seal::kMaxAnswerBytes,
                "an answer has one of seventeen sizes");
    }
    if (text) {
        promise(!text->empty() && text->size() <= entries::kMaxTextBytes, "a text fits its limit");
    }
    promise(!answer || text, "what the log signed for this receipt can be read with it");
    return answer.has_value();
}

bool check_person_blob(ByteView bytes) {
    auto const head = seal::read_person_blob(bytes);
    auto const keys = seal::open_person_blob(bytes, kWrapKey);
    promise(head || !keys, "only what has the structure of a blob is opened");
    if (head) {
        promise(head->cost.passes <= seal::kMaxLoginPasses &&
                    head->cost.memory_kib <= seal::kMaxLoginMemoryKib,
                "a blob cannot ask for more than a server has");
    }
    promise(!keys || keys->public_key == head->public_key, "the halves fit");
    return keys.has_value();
}

bool check_recovery_words(ByteView bytes) {
    auto const secret = seal::secret_of_recovery_words(as_text(bytes), words());
    if (!secret) {
        return false;
    }
    auto const written = seal::recovery_words(secret->view(), words());
    promise(written.has_value(), "what was read can be written");
    auto const again = seal::secret_of_recovery_words(written->view(), words());
    promise(again && std::ranges::equal(again->view(), secret->view()),
            "what was written is read as the same");
    return true;
}

bool check_pairing_code(ByteView bytes) {
    auto const code = seal::parse_pairing_code(as_text(bytes));
    if (!code) {
        return false;
    }
    promise(std::ranges::all_of(code->signs,
                                [](char sign) {
                                    return (sign >= '0' && sign <= '9') ||
                                           (sign >= 'A' && sign <= 'Z' && sign != 'I' &&
                                            sign != 'L' && sign != 'O' && sign != 'U');
                                }),
            "a code has signs of the alphabet only");
    promise(seal::parse_pairing_code(seal::shown(*code)) == code, "a code is read back as shown");
    return true;
}

bool check_personal_data(ByteView bytes) {
    std::string const text = utf8::repaired(as_text(bytes));
    std::size_t last = 0;
    for (entries::PersonalData const& data : entries::find_personal_data(text)) {
        promise(last <= data.begin && data.begin < data.end && data.end <= text.size(),
                "pieces stand in order and do not overlap");
        promise(utf8::is_valid(std::string_view(text).substr(data.begin, data.end - data.begin)),
                "a piece is whole");
        last = data.end;
    }
    return last > 0;
}

Bytes sample_envelope() {
    return support::SealedSite(kSeed).letter("Er staat een fiets");
}

Bytes sample_policy() {
    return support::SealedSite(kSeed).policy_file;
}

Bytes sample_records() {
    auto const written = must(seal::write_plaintext(
        support::letter_of("Er staat een fiets", support::full_facts(), "06-12345678")));
    Bytes records(written.view().begin(), written.view().end());
    while (records.back() == std::byte{0}) {
        records.pop_back();
    }
    records.pop_back(); // the mark of the padding
    return records;
}

Bytes sample_answer() {
    support::SealedSite const site(kSeed);
    return must(seal::write_answer({.receipt = receipt().public_key, .number = 1},
                                   "Wij komen morgen langs.", site.log_sign));
}

Bytes sample_person_blob() {
    support::SeededRandom random(kSeed);
    return must(seal::write_person_blob({}, box_keys(), kWrapKey, random));
}

Bytes sample_recovery_words() {
    auto const written = must(seal::recovery_words(box_keys().secret.view(), words()));
    return copy_of(as_bytes(written.view()));
}

} // namespace inloop::fuzz
