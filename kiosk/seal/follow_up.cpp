// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/follow_up.h"

#include "kiosk/seal/envelope_layout.h"
#include "kiosk/seal/envelope_sealing.h"
#include "kiosk/seal/follow_up_proof.h"
#include "kiosk/seal/inside.h"
#include "kiosk/seal/letter_reader.h"
#include "kiosk/seal/sealer.h"

#include <string_view>
#include <utility>

namespace inloop::seal {

namespace {

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

Result<SecretText> copy_of(std::string_view text) {
    auto copy = SecretText::with_capacity(text.size());
    if (copy && !copy->insert(0, text)) {
        return fail(ErrorCode::corrupt, "a text that was opened is not UTF-8");
    }
    return copy;
}

Result<OpenedEnvelope> kept(LetterView& letter) {
    auto text = copy_of(letter.text);
    if (!text) {
        return tl::unexpected(text.error());
    }
    if (letter.follow_up) {
        return OpenedFollowUp{
            {*letter.follow_up, std::move(*text)}, std::move(letter.facts), letter.proof_ok};
    }
    auto contact = copy_of(letter.contact);
    if (!contact) {
        return tl::unexpected(contact.error());
    }
    return entries::Letter{std::move(letter.facts), std::move(*text), std::move(*contact)};
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
    auto shared = SecretBytes::with_size(kSharedBytes);
    if (!shared) {
        return tl::unexpected(shared.error());
    }
    auto const proof = follow_up_proof(shared->span(), receipt.secret.view(), week.week_key.bytes,
                                       header_bytes(header));
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
    auto reader = LetterReader::create();
    if (!reader) {
        return tl::unexpected(reader.error());
    }
    Result<OpenedEnvelope> opened = fail(ErrorCode::corrupt, "nothing was opened");
    auto const read =
        reader->read(envelope, week, [&](LetterView& letter) { opened = kept(letter); });
    return read ? std::move(opened) : tl::unexpected(read.error());
}

} // namespace inloop::seal
