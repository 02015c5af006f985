// SPDX-License-Identifier: EUPL-1.2
// What a visitor does with a letter he left before, and the answers he reads.
#include "kiosk/seal/answer.h"
#include "kiosk/seal/demo_site.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/seal/follow_up.h"
#include "kiosk/terminal/sending/letter_keeper.h"
#include "kiosk/terminal/sending/refusing_sender.h"
#include "kiosk/terminal/sending/tuning.h"
#include "tests/sending/sending_rig.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace inloop::sending {
namespace {

using flow::CodeState;
using flow::FollowUpAction;
using support::must;

constexpr entries::ReceiptCode kNobodys{{2047, 1, 2046, 2, 2045}};

entries::ReceiptCode keep_well(LetterKeeper& keeper) {
    flow::Event const outcome = keeper.keep(letter());
    auto const* stored = std::get_if<flow::event::Stored>(&outcome);
    EXPECT_NE(stored, nullptr);
    return stored == nullptr ? entries::ReceiptCode{} : stored->code;
}

flow::FollowUpToSend follow_up(entries::ReceiptCode const& code, FollowUpAction action,
                               std::string_view words = kWords) {
    return {.code = flow::KeptCode(code),
            .action = action,
            .facts = support::question(),
            .text = support::secret_text(words)};
}

struct Opened {
    seal::EnvelopeHeader header;
    seal::OpenedEnvelope content;
};

// All new letters, in the order of their numbers, as the log would open them.
std::vector<Opened> opened(SendingRig& rig) {
    auto const key = must(seal::read_demo_key(rig.files, rig.data() / seal::kDemoKeyFile));
    auto const folder = rig.data() / "letterbox" / "new";
    std::vector<Opened> all;
    for (platform::DirectoryEntry const& entry : must(rig.files.list(folder))) {
        Bytes const envelope = must(rig.files.read(folder / entry.name, seal::kMaxEnvelopeBytes));
        auto const header = must(seal::read_envelope_header(envelope));
        all.push_back({header, must(seal::open_any(envelope, *key.find(header.epoch)))});
    }
    std::ranges::sort(all, {}, [](Opened const& one) { return one.header.seq; });
    return all;
}

TEST(FollowUp, IsKeptAsALetterUnderTheSameCode) {
    // given
    SendingRig rig;
    LetterKeeper keeper = rig.keeper();
    entries::ReceiptCode const code = keep_well(keeper);
    // when
    flow::Event const outcome = keeper.keep_follow_up(follow_up(code, FollowUpAction::not_solved));
    // then
    EXPECT_TRUE(std::holds_alternative<flow::event::FollowUpStored>(outcome));
    std::vector<Opened> const letters = opened(rig);
    ASSERT_EQ(letters.size(), 2U);
    EXPECT_EQ(letters[1].header.receipt_key, letters[0].header.receipt_key);
    EXPECT_EQ(letters[1].header.seq, letters[0].header.seq + 1);
    auto const* sent = std::get_if<seal::OpenedFollowUp>(&letters[1].content);
    ASSERT_NE(sent, nullptr);
    EXPECT_EQ(sent->follow_up.action, seal::Action::not_solved);
    EXPECT_EQ(sent->follow_up.text.view(), kWords);
    EXPECT_TRUE(sent->proof_ok) << "he who knows the code holds its secret";
    EXPECT_EQ(keeper.letters_here().sealed, 2U);
    EXPECT_FALSE(rig.log_tells_words());
}

TEST(FollowUp, CarriesWhatTheVisitorChose) {
    SendingRig rig;
    LetterKeeper keeper = rig.keeper();
    entries::ReceiptCode const code = keep_well(keeper);
    (void)keeper.keep_follow_up(follow_up(code, FollowUpAction::more));
    (void)keeper.keep_follow_up(follow_up(code, FollowUpAction::withdraw, ""));
    std::vector<Opened> const letters = opened(rig);
    ASSERT_EQ(letters.size(), 3U);
    EXPECT_EQ(std::get<seal::OpenedFollowUp>(letters[1].content).follow_up.action,
              seal::Action::message);
    EXPECT_EQ(std::get<seal::OpenedFollowUp>(letters[2].content).follow_up.action,
              seal::Action::withdraw);
    EXPECT_TRUE(std::get<seal::OpenedFollowUp>(letters[2].content).follow_up.text.empty());
}

TEST(FollowUp, IsGivenBackWhenItCannotBeKept) {
    // given
    SendingRig rig;
    LetterKeeper keeper = rig.keeper();
    entries::ReceiptCode const code = keep_well(keeper);
    // when: a message without a word, which nothing can be sealed of
    flow::Event outcome = keeper.keep_follow_up(follow_up(code, FollowUpAction::more, ""));
    // then
    EXPECT_TRUE(std::holds_alternative<flow::event::FollowUpFailed>(outcome));
    EXPECT_EQ(opened(rig).size(), 1U);
    EXPECT_EQ(rig.log.size(), 1U);
    // and: with a word it goes
    EXPECT_TRUE(std::holds_alternative<flow::event::FollowUpStored>(
        keeper.keep_follow_up(follow_up(code, FollowUpAction::more, "x"))));
}

TEST(FollowUp, IsGivenBackByAKioskWithoutASite) {
    RefusingSender sender(flow::NotStoredReason::no_keys);
    sender.send_follow_up(follow_up(kNobodys, FollowUpAction::more));
    auto outcome = sender.take_outcome();
    ASSERT_TRUE(outcome);
    auto const* failed = std::get_if<flow::event::FollowUpFailed>(&*outcome);
    ASSERT_NE(failed, nullptr);
    EXPECT_EQ(failed->reason, flow::NotStoredReason::no_keys);
    EXPECT_EQ(failed->text.view(), kWords);
}

// ---- answers

// What the log says of the letters of a rig.
struct Log {
    explicit Log(SendingRig& rig)
        : key(must(seal::read_demo_key(rig.files, rig.data() / seal::kDemoKeyFile)))
        , random(&rig.random) {}

    memory::AnswerRecord answer(seal::ReceiptPublicKey const& receipt, std::uint32_t number,
                                std::string_view words) const {
        seal::Answer header{.receipt = receipt, .number = number};
        random->fill(header.id.bytes);
        return {.id = header.id,
                .receipt_pk = receipt,
                .number = number,
                .bytes = must(seal::write_answer(header, words, key.log_sign))};
    }

    seal::DemoKey key;
    Random* random;
};

TEST(Answers, AreReadWithTheCodeTheNewestFirst) {
    // given
    SendingRig rig;
    LetterKeeper keeper = rig.keeper();
    entries::ReceiptCode const code = keep_well(keeper);
    seal::ReceiptPublicKey const receipt = rig.letters().front().receipt_pk;
    Log const log(rig);
    must(keeper.site().memory.apply(
        {.cases = {{.receipt_pk = receipt, .status = entries::Status::asked, .version = 1}},
         .answers = {log.answer(receipt, 1, "Waar is het?"),
                     log.answer(receipt, 2, "Ik kom dinsdag kijken.")}}));
    // when
    flow::LetterNews const news = keeper.look_up(code).news;
    // then
    EXPECT_EQ(news.state, CodeState::with_police);
    EXPECT_EQ(news.status, entries::Status::asked);
    ASSERT_EQ(news.answers.size(), 2U);
    EXPECT_EQ(news.answers[0].view(), "Ik kom dinsdag kijken.");
    EXPECT_EQ(news.answers[1].view(), "Waar is het?");
    // and: nobody else reads them
    EXPECT_TRUE(keeper.look_up(kNobodys).news.answers.empty());
    EXPECT_TRUE(rig.log.empty());
}

TEST(Answers, ThatDoNotOpenAreLeftOutAndCounted) {
    // given: one that was sealed to somebody else, and one whose inside was changed
    SendingRig rig;
    LetterKeeper keeper = rig.keeper();
    entries::ReceiptCode const code = keep_well(keeper);
    keep_well(keeper);
    seal::ReceiptPublicKey const receipt = rig.letters()[0].receipt_pk;
    seal::ReceiptPublicKey const other = rig.letters()[1].receipt_pk;
    Log const log(rig);
    memory::AnswerRecord foreign = log.answer(other, 1, "Niet voor u.");
    foreign.receipt_pk = receipt;
    memory::AnswerRecord changed = log.answer(receipt, 2, "Nee.");
    changed.bytes[200] ^= std::byte{1};
    must(
        keeper.site().memory.apply({.answers = {foreign, changed, log.answer(receipt, 3, "Ja.")}}));
    // when
    std::vector<SecretText> const answers = keeper.look_up(code).news.answers;
    // then
    ASSERT_EQ(answers.size(), 1U);
    EXPECT_EQ(answers.front().view(), "Ja.");
    ASSERT_EQ(rig.log.size(), 1U);
    EXPECT_NE(rig.log.front().find('2'), std::string::npos);
}

TEST(Answers, AreShownUpToALimitTheNewestOfThem) {
    SendingRig rig;
    LetterKeeper keeper = rig.keeper();
    entries::ReceiptCode const code = keep_well(keeper);
    seal::ReceiptPublicKey const receipt = rig.letters().front().receipt_pk;
    Log const log(rig);
    memory::SyncChanges changes;
    auto const many = static_cast<std::uint32_t>(kMostAnswers + 3);
    for (std::uint32_t n = 1; n <= many; ++n) {
        changes.answers.push_back(log.answer(receipt, n, "Antwoord " + std::to_string(n)));
    }
    must(keeper.site().memory.apply(changes));

    std::vector<SecretText> const answers = keeper.look_up(code).news.answers;

    ASSERT_EQ(answers.size(), kMostAnswers);
    EXPECT_EQ(answers.front().view(), "Antwoord " + std::to_string(many));
}

} // namespace
} // namespace inloop::sending
