// SPDX-License-Identifier: EUPL-1.2
#include "tests/fuzz/parser_checks.h"

#include "kiosk/base/utf8.h"
#include "kiosk/entries/personal_data.h"
#include "kiosk/entries/receipt_code.h"
#include "kiosk/entries/tuning.h"
#include "kiosk/entries/word_list.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/seal/plaintext.h"
#include "kiosk/seal/policy.h"
#include "kiosk/seal/tuning.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"

#include <algorithm>
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

} // namespace inloop::fuzz
