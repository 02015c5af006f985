// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/follow_up.h"

#include "kiosk/seal/envelope_layout.h"
#include "kiosk/seal/envelope_sealing.h"
#include "kiosk/seal/inside.h"
#include "kiosk/seal/letter_key.h"
#include "kiosk/seal/sealer.h"
#include "kiosk/seal/sodium_access.h"

#include <sodium.h>

#include <string_view>
#include <utility>

namespace inloop::seal {

namespace {

constexpr std::string_view kProofMagic = "PKF1";
static_assert(crypto_scalarmult_BYTES == crypto_generichash_KEYBYTES);

// The same from either side: by the receipt's secret and the week's public half, or the other way
// round. Bound to the header, so that it fits no other envelope. Fails with `crypto` for a public
// half that is none.
Result<Hash> proof_of(ByteView secret, ByteArray<32> const& public_key, ByteView header) {
    auto shared = SecretBytes::with_size(crypto_scalarmult_BYTES);
    if (!shared) {
        return tl::unexpected(shared.error());
    }
    if (crypto_scalarmult(raw(shared->span().data()), raw(secret.data()), raw(public_key.data())) !=
        0) {
        return fail(ErrorCode::crypto, "nothing can be agreed with this public key");
    }
    Bytes message;
    append(message, as_bytes(kProofMagic));
    append(message, header);
    Hash proof;
    crypto_generichash(raw(proof.bytes.data()), proof.bytes.size(), raw(message.data()),
                       message.size(), raw(shared->view().data()), shared->view().size());
    return proof;
}

bool needs_text(Action action) {
    return action == Action::message;
}

Result<void> check_follow_up(FollowUp const& follow_up) {
    if (follow_up.action < Action::message || follow_up.action > Action::withdraw) {
        return fail(ErrorCode::invalid_input, "no such thing can be wanted of a letter");
    }
    if (needs_text(follow_up.action) && follow_up.text.empty()) {
        return fail(ErrorCode::invalid_input, "a further message has no text");
    }
    return {};
}

Result<SecretBytes> draw_letter_key(Random& random) {
    auto key = SecretBytes::with_size(kLetterKeyBytes);
    if (key) {
        random.fill(key->span());
    }
    return key;
}

// False as well when the receipt key of the header is none: then nobody can hold its secret.
Result<bool> is_proved(Hash const& claimed, ByteView envelope, WeekSecretKey const& week) {
    auto const receipt = read_array<ReceiptPublicKey::kSize>(envelope, kReceiptAt);
    auto const proof = proof_of(week.bytes(), receipt, envelope.first(kEnvelopeHeaderBytes));
    if (!proof) {
        return proof.error().code == ErrorCode::crypto ? Result<bool>(false)
                                                       : tl::unexpected(proof.error());
    }
    return sodium_memcmp(proof->bytes.data(), claimed.bytes.data(), claimed.bytes.size()) == 0;
}

Result<OpenedFollowUp> follow_up_of(Inside inside, bool proof_ok) {
    auto const action = static_cast<Action>(inside.follow_up->action);
    if (!inside.contact.empty()) {
        return damaged_inside("a follow-up has a contact");
    }
    if (needs_text(action) && inside.text.empty()) {
        return damaged_inside("a further message has no text");
    }
    auto text = guarded(inside.text, "its text is not UTF-8");
    if (!text) {
        return tl::unexpected(text.error());
    }
    return OpenedFollowUp{{action, std::move(*text)}, std::move(inside.facts), proof_ok};
}

} // namespace

Result<Bytes> seal_follow_up(FollowUpSender const& sender, ReceiptKeyPair const& receipt,
                             FollowUp const& follow_up, entries::EntryFacts const& facts,
                             std::uint64_t seq) {
    if (auto fine = check_follow_up(follow_up); !fine) {
        return tl::unexpected(fine.error());
    }
    auto const key = draw_letter_key(sender.random);
    if (!key) {
        return tl::unexpected(key.error());
    }
    WeekAnnouncement const& week =
        week_key_for(sender.policy, sender.clock.wall(), sender.clock.trust());
    EnvelopeHeader header{.epoch = week.epoch,
                          .device_id = sender.device.id(),
                          .seq = seq,
                          .receipt_key = receipt.public_key};
    sender.random.fill(header.entry_id.bytes);
    auto const proof = proof_of(receipt.secret.view(), week.week_key.bytes, header_bytes(header));
    if (!proof) {
        return tl::unexpected(proof.error());
    }
    auto const padded = write_inside(
        {.facts = facts,
         .text = follow_up.text.view(),
         .contact = {},
         .follow_up = FollowUpMark{static_cast<std::uint8_t>(follow_up.action), *proof}});
    if (!padded) {
        return tl::unexpected(padded.error());
    }
    return finish_envelope({.header = header,
                            .week_key = week.week_key,
                            .letter_key = key->view(),
                            .padded = padded->view()},
                           sender.device, sender.random);
}

Result<OpenedEnvelope> open_any(ByteView envelope, WeekSecretKey const& week) {
    auto const key = open_letter_key(envelope, week);
    if (!key) {
        return tl::unexpected(key.error());
    }
    auto const padded = open_inside(envelope, key->view());
    if (!padded) {
        return tl::unexpected(padded.error());
    }
    auto inside = read_inside(padded->view());
    if (!inside) {
        return tl::unexpected(inside.error());
    }
    if (!inside->follow_up) {
        return letter_of(std::move(*inside)).map([](entries::Letter letter) {
            return OpenedEnvelope(std::move(letter));
        });
    }
    auto const proved = is_proved(inside->follow_up->proof, envelope, week);
    if (!proved) {
        return tl::unexpected(proved.error());
    }
    return follow_up_of(std::move(*inside), *proved).map([](OpenedFollowUp opened) {
        return OpenedEnvelope(std::move(opened));
    });
}

} // namespace inloop::seal
