// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/answer.h"

#include "kiosk/base/utf8.h"
#include "kiosk/entries/tuning.h"
#include "kiosk/seal/padded.h"
#include "kiosk/seal/policy.h"
#include "kiosk/seal/receipt.h"
#include "kiosk/seal/signing_key.h"
#include "kiosk/seal/sodium_access.h"

#include <sodium.h>

#include <algorithm>
#include <string>

namespace inloop::seal {

namespace {

// PKA1: magic 4 | suite 1 | reserved 3 | answer 16 | entry 16 | receipt key 32 | number u32 |
// size u32 | sealed | signature 64
constexpr std::string_view kMagic = "PKA1";
constexpr unsigned kSuite = 1; // X25519 sealed box, Ed25519
constexpr std::size_t kSuiteAt = 4;
constexpr std::size_t kReservedAt = 5;
constexpr std::size_t kIdAt = 8;
constexpr std::size_t kEntryAt = 24;
constexpr std::size_t kReceiptAt = 40;
constexpr std::size_t kNumberAt = 72;
constexpr std::size_t kSizeAt = 76;
constexpr std::size_t kSealedAt = 80;
static_assert(kSealedAt + crypto_box_SEALBYTES + kSignatureBytes == kAnswerOverhead);
static_assert(kAnswerOverhead + padded_size(entries::kMaxTextBytes, kAnswerPaddingBytes) ==
              kMaxAnswerBytes);

char const* fault_of(std::string_view text) {
    if (text.empty()) {
        return "an answer has no text";
    }
    if (!utf8::is_valid(text)) {
        return "the text of an answer is not UTF-8";
    }
    return text.size() > entries::kMaxTextBytes || utf8::count(text) > entries::kMaxTextCodePoints
               ? "the text of an answer is too long"
               : nullptr;
}

void append_header(Bytes& out, Answer const& answer, std::size_t sealed) {
    append(out, as_bytes(kMagic));
    append_le(out, std::uint8_t{kSuite});
    out.resize(kIdAt); // reserved
    append(out, answer.id.bytes);
    append(out, answer.entry.bytes);
    append(out, answer.receipt.bytes);
    append_le(out, answer.number);
    append_le(out, static_cast<std::uint32_t>(sealed));
}

Result<void> check_sizes(ByteView bytes) {
    std::size_t const sealed = read_le<std::uint32_t>(bytes, kSizeAt);
    std::size_t const whole = kSealedAt + sealed + kSignatureBytes;
    if (whole < kMinAnswerBytes || whole > kMaxAnswerBytes ||
        (whole - kAnswerOverhead) % kAnswerPaddingBytes != 0) {
        return fail(ErrorCode::corrupt, "the answer names an impossible size of its inside: " +
                                            std::to_string(sealed) + " bytes");
    }
    if (bytes.size() != whole) {
        return fail(ErrorCode::corrupt, std::string("the answer is ") +
                                            (bytes.size() < whole ? "cut" : "too long") +
                                            ": it has " + std::to_string(bytes.size()) +
                                            " bytes and should have " + std::to_string(whole));
    }
    return {};
}

Result<Answer> read_structure(ByteView bytes) {
    if (!has_magic(bytes, kMagic)) {
        return fail(ErrorCode::invalid_input, "not an answer: it does not begin with PKA1");
    }
    if (bytes.size() < kMinAnswerBytes) {
        return fail(ErrorCode::corrupt, "the answer is cut: it has " +
                                            std::to_string(bytes.size()) +
                                            " bytes, the smallest has 704");
    }
    auto const suite = std::to_integer<unsigned>(bytes[kSuiteAt]);
    if (suite != kSuite) {
        return fail(ErrorCode::unsupported, "the answer is of suite " + std::to_string(suite) +
                                                ", this build knows suite 1: update it");
    }
    if (!std::ranges::all_of(bytes.subspan(kReservedAt, kIdAt - kReservedAt),
                             [](std::byte byte) { return byte == std::byte{0}; })) {
        return fail(ErrorCode::corrupt, "reserved bytes of the answer are not zero");
    }
    return check_sizes(bytes).map([&] {
        return Answer{.id = {read_array<AnswerId::kSize>(bytes, kIdAt)},
                      .entry = {read_array<EntryId::kSize>(bytes, kEntryAt)},
                      .receipt = {read_array<ReceiptPublicKey::kSize>(bytes, kReceiptAt)},
                      .number = read_le<std::uint32_t>(bytes, kNumberAt)};
    });
}

Result<SecretBytes> open_padded(ByteView sealed, ReceiptKeyPair const& receipt) {
    auto padded = SecretBytes::with_size(sealed.size() - crypto_box_SEALBYTES);
    if (padded &&
        !open_sealed(padded->span(), sealed, receipt.public_key.bytes, receipt.secret.view())) {
        return fail(ErrorCode::corrupt, "the answer was changed after it was sealed");
    }
    return padded;
}

Result<SecretText> text_of(ByteView padded) {
    auto const content = without_padding(padded, kAnswerPaddingBytes);
    if (!content) {
        return fail(ErrorCode::corrupt, "the padding of the answer is not in order");
    }
    std::string_view const view(reinterpret_cast<char const*>(content->data()), content->size());
    if (char const* const fault = fault_of(view)) {
        return fail(ErrorCode::corrupt, fault);
    }
    auto text = SecretText::with_capacity(view.size());
    if (text && !text->insert(0, view)) {
        return fail(ErrorCode::corrupt, "the text of an answer is not UTF-8");
    }
    return text;
}

} // namespace

Result<Bytes> write_answer(Answer const& answer, std::string_view text,
                           SigningKey const& log_sign) {
    if (char const* const fault = fault_of(text)) {
        return fail(ErrorCode::invalid_input, fault);
    }
    auto const padded = padded_copy(as_bytes(text), kAnswerPaddingBytes);
    if (!padded) {
        return tl::unexpected(padded.error());
    }
    std::size_t const sealed = padded->view().size() + crypto_box_SEALBYTES;
    Bytes out;
    out.reserve(kSealedAt + sealed + kSignatureBytes);
    append_header(out, answer, sealed);
    out.resize(kSealedAt + sealed);
    if (crypto_box_seal(raw(out.data() + kSealedAt), raw(padded->view().data()),
                        padded->view().size(), raw(answer.receipt.bytes.data())) != 0) {
        return fail(ErrorCode::crypto, "nothing can be sealed to the receipt's key");
    }
    append(out, log_sign.sign(out));
    return out;
}

Result<Answer> read_answer_header(ByteView bytes, std::span<LogSignPublicKey const> any_of) {
    auto answer = read_structure(bytes);
    if (!answer) {
        return answer;
    }
    std::size_t const body = bytes.size() - kSignatureBytes;
    if (!std::ranges::any_of(any_of, [&](LogSignPublicKey const& key) {
            return is_signed_by(key.bytes, bytes.first(body), bytes.subspan(body));
        })) {
        return fail(ErrorCode::crypto, "the answer is not signed by this site's log");
    }
    return answer;
}

Result<SecretText> open_answer(ByteView bytes, ReceiptKeyPair const& receipt) {
    auto const answer = read_structure(bytes);
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    if (answer->receipt != receipt.public_key) {
        return fail(ErrorCode::not_found, "the answer is sealed to another receipt");
    }
    auto const padded =
        open_padded(bytes.subspan(kSealedAt, bytes.size() - kSealedAt - kSignatureBytes), receipt);
    if (!padded) {
        return tl::unexpected(padded.error());
    }
    return text_of(padded->view());
}

std::vector<LogSignPublicKey> signing_keys(Policy const& policy) {
    std::vector<LogSignPublicKey> keys{policy.deployment().first_log_sign};
    for (WeekAnnouncement const& week : policy.weeks()) {
        if (std::ranges::find(keys, week.log_sign) == keys.end()) {
            keys.push_back(week.log_sign);
        }
    }
    return keys;
}

} // namespace inloop::seal
