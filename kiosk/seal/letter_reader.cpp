// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/letter_reader.h"

#include "kiosk/base/utf8.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/seal/envelope_layout.h"
#include "kiosk/seal/envelope_sealing.h"
#include "kiosk/seal/follow_up_proof.h"
#include "kiosk/seal/inside.h"

#include <sodium.h>

#include <algorithm>
#include <span>

namespace inloop::seal {

namespace {

// Where things stand in the block.
constexpr std::size_t kKeyAt = 0;
constexpr std::size_t kSharedAt = kKeyAt + kLetterKeyBytes;
constexpr std::size_t kInsideAt = kSharedAt + kSharedBytes;
constexpr std::size_t kBlockBytes = kInsideAt + kMaxPaddedBytes;

// Overwrites what was opened, however reading ends.
class WipedAfterwards {
public:
    explicit WipedAfterwards(std::span<std::byte> bytes) : m_bytes(bytes) {}
    WipedAfterwards(WipedAfterwards const&) = delete;
    WipedAfterwards& operator=(WipedAfterwards const&) = delete;
    ~WipedAfterwards() { wipe(m_bytes); }

private:
    std::span<std::byte> m_bytes;
};

std::string_view as_text(ByteView bytes) {
    return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}

// False as well when the receipt key of the header is none: then nobody can hold its secret.
bool is_proved(std::span<std::byte> shared, Hash const& claimed, ByteView envelope,
               WeekSecretKey const& week) {
    auto const receipt = read_array<ReceiptPublicKey::kSize>(envelope, kReceiptAt);
    auto const proof =
        follow_up_proof(shared, week.bytes(), receipt, envelope.first(kEnvelopeHeaderBytes));
    return proof &&
           sodium_memcmp(proof->bytes.data(), claimed.bytes.data(), claimed.bytes.size()) == 0;
}

Result<void> check_texts(Inside const& inside) {
    if (!utf8::is_valid(as_text(inside.text))) {
        return damaged_inside("its text is not UTF-8");
    }
    if (!inside.follow_up) {
        return utf8::is_valid(as_text(inside.contact)) ? Result<void>()
                                                       : damaged_inside("its contact is not UTF-8");
    }
    if (!inside.contact.empty()) {
        return damaged_inside("a follow-up has a contact");
    }
    if (needs_text(static_cast<Action>(inside.follow_up->action)) && inside.text.empty()) {
        return damaged_inside("a further message has no text");
    }
    return {};
}

} // namespace

Result<LetterReader> LetterReader::create() {
    return SecretBytes::with_size(kBlockBytes).map([](SecretBytes memory) {
        return LetterReader(std::move(memory));
    });
}

Result<void> LetterReader::read(ByteView envelope, WeekSecretKey const& week, See const& see) {
    WipedAfterwards const wiped(
        m_memory.span().first(std::min(kBlockBytes, kInsideAt + envelope.size())));
    auto letter = open(envelope, week);
    if (!letter) {
        return tl::unexpected(letter.error());
    }
    see(*letter);
    return {};
}

Result<LetterView> LetterReader::open(ByteView envelope, WeekSecretKey const& week) {
    auto const block = m_memory.span();
    auto const key = block.subspan(kKeyAt, kLetterKeyBytes);
    if (auto opened = open_letter_key_into(key, envelope, week); !opened) {
        return tl::unexpected(opened.error());
    }
    auto const padded = block.subspan(kInsideAt, padded_inside_size(envelope));
    if (auto opened = open_inside_into(padded, envelope, key); !opened) {
        return tl::unexpected(opened.error());
    }
    auto inside = read_inside(padded);
    if (!inside) {
        return tl::unexpected(inside.error());
    }
    if (auto fine = check_texts(*inside); !fine) {
        return tl::unexpected(fine.error());
    }
    LetterView letter{.facts = std::move(inside->facts),
                      .text = as_text(inside->text),
                      .contact = as_text(inside->contact)};
    if (inside->follow_up) {
        letter.follow_up = static_cast<Action>(inside->follow_up->action);
        letter.proof_ok = is_proved(block.subspan(kSharedAt, kSharedBytes),
                                    inside->follow_up->proof, envelope, week);
    }
    return letter;
}

} // namespace inloop::seal
