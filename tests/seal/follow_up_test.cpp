// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/envelope.h"
#include "kiosk/seal/envelope_sealing.h"
#include "kiosk/seal/follow_up.h"
#include "kiosk/seal/inside.h"
#include "kiosk/seal/sealed_secret.h"
#include "tests/seal/bits.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"
#include "tests/support/sodium_faults.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

namespace inloop::seal {
namespace {

using support::must;
using support::SealedSite;
using support::secret_text;

ReceiptKeyPair receipt_of(std::uint64_t seed) {
    support::SeededRandom random(seed);
    BoxKeys keys = must(BoxKeys::generate(random));
    return {{keys.public_key.bytes}, std::move(keys.secret)};
}

// A kiosk where a visitor comes back with his code.
struct Kiosk {
    Result<Bytes> seal(Action action, std::string_view text,
                       ReceiptKeyPair const& receipt = receipt_of(5),
                       entries::EntryFacts const& facts = support::question()) {
        return seal_follow_up({.policy = site.sealer.policy(),
                               .device = site.sealer.device(),
                               .clock = site.clock,
                               .random = site.random},
                              receipt, {action, secret_text(text)}, facts, 8);
    }
    Result<OpenedEnvelope> open(ByteView envelope) { return open_any(envelope, site.weeks[0]); }
    OpenedFollowUp open_follow_up(ByteView envelope) {
        return std::get<OpenedFollowUp>(must(open(envelope)));
    }

    SealedSite site;
};

template <class T>
ErrorCode code_of(Result<T> const& result) {
    EXPECT_FALSE(result);
    return result ? ErrorCode::io : result.error().code;
}

TEST(FollowUp, ArrivesWithItsTextAndItsProof) {
    Kiosk kiosk;
    for (auto const& [action, text] : {std::pair{Action::message, "Het is er weer."},
                                       {Action::not_solved, "Het is er weer."},
                                       {Action::not_solved, ""},
                                       {Action::withdraw, ""}}) {
        Bytes const envelope = must(kiosk.seal(action, text));
        must(verify_envelope(envelope, kiosk.site.sealer.device().public_key()));
        OpenedFollowUp const opened = kiosk.open_follow_up(envelope);
        EXPECT_EQ(opened.follow_up.action, action);
        EXPECT_EQ(opened.follow_up.text.view(), text);
        EXPECT_EQ(opened.facts, support::question());
        EXPECT_TRUE(opened.proof_ok);
    }
}

TEST(FollowUp, NamesTheReceiptOfTheFirstLetter) {
    Kiosk kiosk;
    Bytes const envelope = must(kiosk.seal(Action::withdraw, ""));
    EnvelopeHeader const header = must(read_envelope_header(envelope));
    EXPECT_EQ(header.receipt_key, receipt_of(5).public_key);
    EXPECT_EQ(header.seq, 8U);
    EXPECT_EQ(header.device_id, kiosk.site.sealer.device().id());
    EXPECT_NE(header.entry_id,
              must(read_envelope_header(must(kiosk.seal(Action::withdraw, "")))).entry_id);
}

TEST(FollowUp, LooksLikeALetter) {
    Kiosk kiosk;
    Bytes const letter = kiosk.site.letter("Hallo");
    Bytes const envelope = must(kiosk.seal(Action::withdraw, ""));
    EXPECT_EQ(envelope.size(), letter.size());
    EXPECT_TRUE(std::ranges::equal(ByteView(envelope).first(24), ByteView(letter).first(24)));
}

TEST(FollowUp, IsNoLetterAndALetterNoFollowUp) {
    Kiosk kiosk;
    Bytes const envelope = must(kiosk.seal(Action::message, "Hallo"));
    EXPECT_EQ(code_of(open_letter(envelope, kiosk.site.weeks[0])), ErrorCode::unsupported);
    OpenedEnvelope const opened = must(kiosk.open(kiosk.site.full_letter()));
    ASSERT_TRUE(std::holds_alternative<entries::Letter>(opened));
    EXPECT_EQ(std::get<entries::Letter>(opened).facts, support::full_facts());
    EXPECT_EQ(std::get<entries::Letter>(opened).contact.view(), "06-12345678");
}

TEST(FollowUp, OfWhoOnlyKnowsThePublicHalfIsNotProved) {
    Kiosk kiosk;
    ReceiptKeyPair guess = receipt_of(6);
    guess.public_key = receipt_of(5).public_key;
    EXPECT_FALSE(kiosk.open_follow_up(must(kiosk.seal(Action::withdraw, "", guess))).proof_ok);
    guess.public_key = {}; // nobody can hold the secret of this one
    EXPECT_FALSE(kiosk.open_follow_up(must(kiosk.seal(Action::withdraw, "", guess))).proof_ok);
    EXPECT_TRUE(kiosk.open_follow_up(must(kiosk.seal(Action::withdraw, ""))).proof_ok);
}

TEST(FollowUp, RefusesEveryFlippedBitThatIsSealed) {
    Kiosk kiosk;
    Bytes const envelope = must(kiosk.seal(Action::withdraw, ""));
    Bytes const signature(envelope.end() - 64, envelope.end());
    Bytes const body(envelope.begin(), envelope.end() - 64);
    expect_every_flipped_bit_refused(body, [&](ByteView view) {
        Bytes whole(view.begin(), view.end());
        append(whole, signature);
        return kiosk.open(whole).has_value();
    });
}

TEST(FollowUp, RefusesEveryOtherSize) {
    Kiosk kiosk;
    expect_every_other_size_refused(must(kiosk.seal(Action::withdraw, "")),
                                    [&](ByteView view) { return kiosk.open(view).has_value(); });
}

TEST(FollowUp, OpensWithItsWeekOnly) {
    Kiosk kiosk;
    Bytes const envelope = must(kiosk.seal(Action::withdraw, ""));
    EXPECT_EQ(code_of(open_any(envelope, kiosk.site.weeks[1])), ErrorCode::not_found);
    EXPECT_EQ(code_of(open_any(envelope, SealedSite(2).weeks[0])), ErrorCode::not_found);
}

TEST(FollowUp, HoldsWhatALetterHolds) {
    Kiosk kiosk;
    std::string const most(4000, 'a');
    EXPECT_EQ(kiosk.open_follow_up(must(kiosk.seal(Action::message, most))).follow_up.text.view(),
              most);
    EXPECT_EQ(code_of(kiosk.seal(Action::message, most + "a")), ErrorCode::invalid_input);
    EXPECT_EQ(code_of(kiosk.seal(Action::message, "")), ErrorCode::invalid_input);
    EXPECT_EQ(code_of(kiosk.seal(Action{0}, "Hallo")), ErrorCode::invalid_input);
    EXPECT_EQ(code_of(kiosk.seal(Action{4}, "Hallo")), ErrorCode::invalid_input);
    entries::EntryFacts facts = support::question();
    facts.language.clear();
    EXPECT_EQ(code_of(kiosk.seal(Action::message, "Hallo", receipt_of(5), facts)),
              ErrorCode::invalid_input);
}

TEST(FollowUp, GoesWhereALetterGoes) {
    Kiosk kiosk;
    EXPECT_EQ(must(read_envelope_header(must(kiosk.seal(Action::withdraw, "")))).epoch, 22U);
    kiosk.site.clock.set_trust(ClockTrust::unset);
    EXPECT_EQ(must(read_envelope_header(must(kiosk.seal(Action::withdraw, "")))).epoch, 24U);
}

TEST(FollowUp, IsNotSealedWhenNothingCan) {
    Kiosk kiosk;
    support::SodiumFaults faults;
    faults.fail_sealing();
    EXPECT_EQ(code_of(kiosk.seal(Action::withdraw, "")), ErrorCode::crypto);
}

// The records of a follow-up's inside as bytes, its padding left off.
Bytes records_of(FollowUpMark const& mark) {
    entries::EntryFacts const facts = support::question();
    SecretBytes const written =
        must(write_inside({.facts = facts, .text = "Hallo", .contact = "", .follow_up = mark}));
    Bytes records(written.view().begin(), written.view().end());
    while (records.back() == std::byte{0}) {
        records.pop_back();
    }
    records.pop_back();
    return records;
}

ErrorCode code_of_inside(Bytes records) {
    records.push_back(std::byte{0x80});
    records.resize(kPaddingBytes);
    auto const inside = read_inside(records);
    return inside ? ErrorCode::not_found : inside.error().code;
}

TEST(FollowUp, HasActionAndProofOrIsNone) {
    Hash proof;
    proof.bytes.fill(std::byte{9});
    Bytes const good = records_of({.action = 1, .proof = proof});
    std::size_t const action_at = good.size() - 3 - 32 - 1;
    EXPECT_EQ(code_of_inside(good), ErrorCode::not_found); // read: negative control
    for (unsigned action : {0U, 4U, 255U}) {
        Bytes bad = good;
        bad[action_at] = static_cast<std::byte>(action);
        EXPECT_EQ(code_of_inside(bad), ErrorCode::corrupt);
    }
    Bytes const without_proof(good.begin(), good.end() - 35);
    EXPECT_EQ(code_of_inside(without_proof), ErrorCode::corrupt);
    Bytes without_action = good;
    auto const at = without_action.begin() + static_cast<std::ptrdiff_t>(action_at);
    without_action.erase(at - 3, at + 1);
    EXPECT_EQ(code_of_inside(without_action), ErrorCode::corrupt);
    Bytes short_proof(good.begin(), good.end() - 1);
    short_proof[short_proof.size() - 31 - 2] = std::byte{31};
    EXPECT_EQ(code_of_inside(short_proof), ErrorCode::corrupt);
}

// A follow-up as no kiosk of this build makes it.
std::string fault_of_odd(Kiosk& kiosk, InsideParts const& parts) {
    Bytes const key(32);
    SecretBytes const padded = must(write_inside(parts));
    Bytes const envelope = must(finish_envelope({.header = {.epoch = SealedSite::kFirstWeek},
                                                 .week_key = kiosk.site.weeks[0].public_key(),
                                                 .letter_key = key,
                                                 .padded = padded.view()},
                                                kiosk.site.sealer.device(), kiosk.site.random));
    auto const opened = kiosk.open(envelope);
    return opened ? "opened" : opened.error().message;
}

TEST(FollowUp, RefusesAnInsideNoKioskMakes) {
    Kiosk kiosk;
    FollowUpMark const message{.action = 1};
    FollowUpMark const withdraw{.action = 3};
    entries::EntryFacts const facts = support::full_facts();
    std::string const damaged = "the inside of the letter is damaged: ";
    EXPECT_EQ(fault_of_odd(kiosk, {facts, "", "", withdraw}), "opened"); // negative control
    EXPECT_EQ(fault_of_odd(kiosk, {facts, "", "", message}),
              damaged + "a further message has no text");
    EXPECT_EQ(fault_of_odd(kiosk, {facts, "Hallo", "06-12345678", message}),
              damaged + "a follow-up has a contact");
    EXPECT_EQ(fault_of_odd(kiosk, {facts, "\xFF", "", message}), damaged + "its text is not UTF-8");
}

} // namespace
} // namespace inloop::seal
