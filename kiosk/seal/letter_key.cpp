// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/letter_key.h"

#include "kiosk/seal/aead.h"
#include "kiosk/seal/envelope_layout.h"
#include "kiosk/seal/envelope_sealing.h"
#include "kiosk/seal/padded.h"
#include "kiosk/seal/plaintext.h"
#include "kiosk/seal/tuning.h"

#include <algorithm>
#include <span>
#include <string>

namespace inloop::seal {

namespace {

static_assert(kNoteOverhead == kNonceBytes + kTagBytes);
constexpr std::size_t kMaxSealedNoteBytes =
    kNoteOverhead + padded_size(kMaxNoteBytes, kNotePaddingBytes);

tl::unexpected<Error> no_letter_key() {
    return fail(ErrorCode::invalid_input, "the key of a letter is not 32 bytes");
}

// What a note is bound to.
ByteArray<EntryId::kSize + 1> place_of(EntryId const& entry, std::uint8_t purpose) {
    ByteArray<EntryId::kSize + 1> place{};
    *std::ranges::copy(entry.bytes, place.begin()).out = std::byte{purpose};
    return place;
}

bool is_size_of_note(std::size_t size) {
    return size > kNoteOverhead && size <= kMaxSealedNoteBytes &&
           (size - kNoteOverhead) % kNotePaddingBytes == 0;
}

Result<SecretBytes> guarded_copy(ByteView content) {
    auto copy = SecretBytes::with_size(content.size());
    if (copy) {
        std::ranges::copy(content, copy->span().begin());
    }
    return copy;
}

} // namespace

Result<SplitEnvelope> split(ByteView envelope) {
    if (auto const header = read_envelope_header(envelope); !header) {
        return tl::unexpected(header.error());
    }
    SplitEnvelope parts{Bytes(envelope.begin(), envelope.end()),
                        read_array<kWrapBytes>(envelope, kWrapAt)};
    std::ranges::fill(std::span(parts.body).subspan(kWrapAt, kWrapBytes), std::byte{0});
    return parts;
}

Result<Bytes> join(ByteView body, ByteArray<kWrapBytes> const& wrap) {
    if (auto const header = read_envelope_header(body); !header) {
        return tl::unexpected(header.error());
    }
    if (!std::ranges::all_of(body.subspan(kWrapAt, kWrapBytes),
                             [](std::byte byte) { return byte == std::byte{0}; })) {
        return fail(ErrorCode::corrupt, "the envelope has its wrap already");
    }
    Bytes envelope(body.begin(), body.end());
    std::ranges::copy(wrap, std::span(envelope).subspan(kWrapAt).begin());
    return envelope;
}

Result<SecretBytes> open_letter_key(ByteView envelope, WeekSecretKey const& week) {
    auto key = SecretBytes::with_size(kLetterKeyBytes);
    if (key) {
        if (auto opened = open_letter_key_into(key->span(), envelope, week); !opened) {
            return tl::unexpected(opened.error());
        }
    }
    return key;
}

Result<entries::Letter> open_letter_with_key(ByteView envelope, ByteView key) {
    if (key.size() != kLetterKeyBytes) {
        return no_letter_key();
    }
    if (auto const header = read_envelope_header(envelope); !header) {
        return tl::unexpected(header.error());
    }
    auto const padded = open_inside(envelope, key);
    if (!padded) {
        return tl::unexpected(padded.error());
    }
    return read_plaintext(padded->view());
}

Result<Bytes> seal_note(ByteView key, EntryId const& entry, std::uint8_t purpose,
                        ByteView plaintext, Random& random) {
    if (key.size() != kLetterKeyBytes) {
        return no_letter_key();
    }
    if (plaintext.size() > kMaxNoteBytes) {
        return fail(ErrorCode::invalid_input, "the note is longer than 16 KiB");
    }
    auto const padded = padded_copy(plaintext, kNotePaddingBytes);
    if (!padded) {
        return tl::unexpected(padded.error());
    }
    Bytes note(kNoteOverhead + padded->view().size());
    auto const nonce = std::span(note).first(kNonceBytes);
    random.fill(nonce);
    encrypt(std::span(note).subspan(kNonceBytes), padded->view(),
            {.key = key, .nonce = nonce, .bound_to = place_of(entry, purpose)});
    return note;
}

Result<SecretBytes> open_note(ByteView key, EntryId const& entry, std::uint8_t purpose,
                              ByteView note) {
    if (key.size() != kLetterKeyBytes) {
        return no_letter_key();
    }
    if (!is_size_of_note(note.size())) {
        return fail(ErrorCode::corrupt, "no note has " + std::to_string(note.size()) + " bytes");
    }
    auto const padded = decrypt(
        note.subspan(kNonceBytes),
        {.key = key, .nonce = note.first(kNonceBytes), .bound_to = place_of(entry, purpose)});
    if (!padded) {
        return tl::unexpected(padded.error());
    }
    auto const content = without_padding(padded->view(), kNotePaddingBytes);
    if (!content || content->size() > kMaxNoteBytes) {
        return fail(ErrorCode::corrupt, "the padding of the note is not in order");
    }
    return guarded_copy(*content);
}

} // namespace inloop::seal
