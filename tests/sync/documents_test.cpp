// SPDX-License-Identifier: EUPL-1.2
//
// What comes down from the log: answers, policy, files of the site. A bad one is refused and named,
// the last good one stays, and the others are taken.
#include "kiosk/seal/answer.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/seal/policy.h"
#include "tests/support/must.h"
#include "tests/support/no_file_grows.h"
#include "tests/sync/sync_rig.h"

#include <gtest/gtest.h>

namespace inloop::sync {
namespace {

using support::must;

// An answer that nobody needs to open.
Bytes answer(seal::SigningKey const& signer, seal::ReceiptPublicKey const& receipt,
             std::uint32_t number = 1) {
    seal::Answer header{.entry = {}, .receipt = receipt, .number = number};
    header.id.bytes.fill(static_cast<std::byte>(number));
    return must(seal::write_answer(header, "Goed dat u het meldt.", signer));
}

seal::ReceiptPublicKey receipt_of(SyncRig& rig) {
    rig.leave_letters(1);
    return rig.letterbox.letters()[0].receipt_pk;
}

// The site's policy with one week more; after it `next` is the log's signing key.
Bytes longer_policy(SyncRig const& rig, seal::SigningKey const& next) {
    seal::Policy const current = rig.site.policy();
    seal::WeekAnnouncement week = current.weeks().back();
    ++week.epoch;
    week.not_before += 1;
    week.log_sign = {next.public_key()};
    seal::PolicyDraft draft(current);
    draft.announce(week, rig.site.log_sign);
    return draft.write(next);
}

wire::SyncReply reply_with(SyncRig& rig, std::uint64_t change) {
    rig.log.change = change;
    return rig.log.answer(rig.gather());
}

TEST(Answers, AreKeptWhenTheLogSignedThem) {
    // given: one good answer between two bad ones
    SyncRig rig;
    auto const receipt = receipt_of(rig);
    wire::SyncReply reply = reply_with(rig, 3);
    Bytes const good = answer(rig.site.log_sign, receipt);
    Bytes const forged = answer(support::signing_key(8), receipt, 2);
    Bytes changed = answer(rig.site.log_sign, receipt, 3);
    changed[100] ^= std::byte{1};
    reply.answers = {forged, good, changed};
    reply.cases = {{.receipt = receipt, .status = entries::Status::in_hand, .version = 1}};
    // when
    Applied const applied = rig.apply(reply);
    // then
    EXPECT_TRUE(applied.news);
    EXPECT_EQ(must(rig.memory.answers_for(receipt)), std::vector<Bytes>{good});
    EXPECT_EQ(must(rig.memory.case_by_receipt(receipt))->status, entries::Status::in_hand);
    EXPECT_EQ(applied.problem_count, 2U);
    EXPECT_TRUE(rig.names(applied, "answer 1 of 3"));
    EXPECT_TRUE(rig.names(applied, "answer 3 of 3"));
    EXPECT_EQ(rig.gather().seen_change, 3U) << "the log need not say it again";
}

TEST(Policies, AreFollowedWhenTheyContinueThePresentOne) {
    // given
    SyncRig rig;
    auto const receipt = receipt_of(rig);
    auto const next = support::signing_key(7);
    wire::SyncReply reply = reply_with(rig, 1);
    reply.policy = longer_policy(rig, next);
    reply.answers = {answer(next, receipt)}; // signed by the key it announces
    // when
    Applied const applied = rig.apply(reply);
    // then
    EXPECT_TRUE(applied.policy);
    EXPECT_EQ(applied.problem_count, 0U) << applied.problems[0];
    EXPECT_EQ(rig.site.sealer.policy().log_sign().bytes, next.public_key());
    EXPECT_EQ(rig.gather().policy, seal::hash_of(*reply.policy));
    EXPECT_EQ(must(rig.memory.answers_for(receipt)).size(), 1U);
}

TEST(Policies, ThatDoNotAreRefusedAndThePresentOneStays) {
    SyncRig rig;
    support::SealedSite const other(2);
    Bytes damaged = longer_policy(rig, support::signing_key(7));
    damaged[200] ^= std::byte{1};
    rig.leave_letters(1);
    for (Bytes const& policy : {other.policy_file, damaged, Bytes(10)}) {
        wire::SyncReply reply = reply_with(rig, 1);
        reply.policy = policy;
        Applied const applied = rig.apply(reply);
        EXPECT_FALSE(applied.policy);
        EXPECT_TRUE(rig.names(applied, "policy refused"));
        EXPECT_EQ(rig.gather().policy, seal::hash_of(rig.site.policy_file));
        EXPECT_EQ(rig.site.sealer.policy().log_sign(), rig.site.pinned());
    }
    EXPECT_EQ(rig.letters_in(letterbox::LetterState::sent), (Numbers{1})) << "the rest is done";
}

// The same chain, cut: what an attacker with an old copy would send.
TEST(Policies, OfBeforeAreRefused) {
    SyncRig rig;
    wire::SyncReply reply = reply_with(rig, 1);
    reply.policy = longer_policy(rig, support::signing_key(7));
    EXPECT_TRUE(rig.apply(reply).policy);
    Bytes const newest = *reply.policy;
    reply.policy = rig.site.policy_file;
    EXPECT_FALSE(rig.apply(reply).policy);
    EXPECT_EQ(rig.gather().policy, seal::hash_of(newest));
}

TEST(Files, OfTheSiteAreReplacedAndNoOther) {
    SyncRig rig;
    wire::SyncReply reply = reply_with(rig, 1);
    auto const text = as_bytes("# the roster\n");
    reply.documents = {{"roster.toml", {text.begin(), text.end()}},
                       {"policy.pkp", {text.begin(), text.end()}}};
    reply.presence = wire::Presence{false, 1'795'010'000};
    Applied const applied = rig.apply(reply);
    EXPECT_EQ(applied.documents, (std::vector<std::string>{"roster.toml", "presence.toml"}));
    EXPECT_EQ(applied.problem_count, 1U);
    EXPECT_EQ(rig.file("roster.toml"), "# the roster\n");
    EXPECT_NE(rig.file("presence.toml").find("present = false"), std::string::npos);
    EXPECT_EQ(rig.gather().policy, seal::hash_of(rig.site.policy_file));
    // Durable, without a trace of the writing.
    support::MemoryFiles const switched_on(rig.files.durable());
    EXPECT_TRUE(switched_on.has(rig.data / "roster.toml"));
    EXPECT_FALSE(switched_on.has(rig.data / "roster.toml.part"));
}

TEST(Files, OfPagesComeInFoldersThatAreDurable) {
    SyncRig rig;
    std::string const name = "pages/nl/pilot.md";
    wire::SyncReply reply = reply_with(rig, 1);
    reply.documents = {{name, Bytes(3, std::byte{'p'})}};
    EXPECT_EQ(rig.apply(reply).documents, std::vector{name});
    EXPECT_EQ(rig.file(name), "ppp");
    EXPECT_TRUE(support::MemoryFiles(rig.files.durable()).has(rig.data / name));
}

// What a first try left half done is done by the second, though the file looks right already: when
// the kiosk says that it has listened, a power cut takes nothing back.
TEST(Files, AreDurableBeforeTheKioskHasListened) {
    std::string const name = "pages/nl/pilot.md";
    for (std::size_t call = 0; call < 8; ++call) {
        SyncRig rig;
        rig.files.put(rig.data / name, Bytes(3, std::byte{'o'}));
        wire::SyncReply reply = reply_with(rig, 1);
        reply.documents = {{name, Bytes(3, std::byte{'n'})}};
        rig.files.fail_at(rig.files.operations().size() + call, ErrorCode::io);
        (void)rig.apply(reply);
        (void)rig.apply(reply);
        EXPECT_EQ(rig.gather().seen_change, 1U) << call;
        EXPECT_EQ(support::MemoryFiles(rig.files.durable()).peek(rig.data / name),
                  Bytes(3, std::byte{'n'}))
            << call;
    }
}

// A card lasts longer when it is not written for what it holds already.
TEST(Files, SayingWhoIsPresentAreNotWrittenTwice) {
    SyncRig rig;
    wire::SyncReply reply = reply_with(rig, 1);
    reply.presence = wire::Presence{true, 1'795'010'000};
    EXPECT_EQ(rig.apply(reply).documents, std::vector<std::string>{"presence.toml"});
    EXPECT_TRUE(rig.apply(reply).documents.empty());
    reply.presence->present = false;
    EXPECT_EQ(rig.apply(reply).documents, std::vector<std::string>{"presence.toml"});
}

// How far the kiosk has listened moves only after everything is durable, so that the log says what
// was lost again.
TEST(FullDisk, LosesNothingThatTheLogSaidOnce) {
    // given
    SyncRig rig;
    auto const receipt = receipt_of(rig);
    wire::SyncReply reply = reply_with(rig, 5);
    reply.documents = {{"roster.toml", Bytes(10, std::byte{'#'})}};
    reply.policy = longer_policy(rig, support::signing_key(7));
    reply.answers = {answer(rig.site.log_sign, receipt)};
    // when: every write of a file fails
    rig.files.fail_from_now(ErrorCode::no_space);
    Applied const full = rig.apply(reply);
    rig.files.mend();
    // then
    EXPECT_FALSE(full.more);
    EXPECT_FALSE(full.policy);
    EXPECT_TRUE(rig.names(full, "roster.toml not kept"));
    EXPECT_EQ(rig.gather().seen_change, 0U);
    EXPECT_EQ(rig.gather().policy, seal::hash_of(rig.site.policy_file));
    EXPECT_EQ(rig.site.sealer.policy().log_sign(), rig.site.pinned());
    // when: the database alone cannot grow
    {
        support::NoFileGrows const no_room;
        Applied const without_database = rig.apply(reply);
        EXPECT_TRUE(rig.names(without_database, "what the log said is not kept"));
        EXPECT_FALSE(without_database.news);
        EXPECT_FALSE(without_database.more);
    }
    EXPECT_EQ(rig.gather().seen_change, 0U);
    // when: there is room again
    Applied const applied = rig.apply(reply);
    // then
    EXPECT_TRUE(applied.news);
    EXPECT_EQ(rig.gather().seen_change, 5U);
    EXPECT_EQ(must(rig.memory.answers_for(receipt)).size(), 1U);
    EXPECT_EQ(rig.file("roster.toml"), "##########");
}

// Each write of each file, one after the other: the old file or the new one, never half of one.
TEST(FullDisk, LeavesTheOldFileOrTheNewOne) {
    for (std::size_t call = 0; call < 8; ++call) {
        SyncRig rig;
        rig.files.put(rig.data / "roster.toml", Bytes(3, std::byte{'o'}));
        wire::SyncReply reply = reply_with(rig, 1);
        reply.documents = {{"roster.toml", Bytes(3, std::byte{'n'})}};
        rig.files.fail_at(rig.files.operations().size() + call, ErrorCode::io);
        Applied const applied = rig.apply(reply);
        std::string const content = rig.file("roster.toml");
        EXPECT_TRUE(content == "ooo" || content == "nnn") << content;
        EXPECT_EQ(rig.gather().seen_change, applied.documents.empty() ? 0U : 1U) << call;
        EXPECT_EQ(applied.documents.empty(), call < 4) << call;
    }
}

TEST(MoreNews, IsAskedForOnlyWhileItMovesOn) {
    SyncRig rig;
    wire::SyncReply reply = reply_with(rig, 5);
    reply.more = true;
    EXPECT_TRUE(rig.apply(reply).more);
    EXPECT_FALSE(rig.apply(reply).more) << "the same change again would be a loop";
}

TEST(Problems, AreCountedAllAndToldInPart) {
    SyncRig rig;
    wire::SyncReply reply = reply_with(rig, 1);
    reply.answers.assign(wire::kMaxAnswers, Bytes(10));
    Applied const applied = rig.apply(reply);
    EXPECT_EQ(applied.problem_count, wire::kMaxAnswers);
    EXPECT_LT(applied.problems.size(), wire::kMaxAnswers);
    EXPECT_EQ(rig.gather().health.problems, wire::kMaxAnswers);
}

} // namespace
} // namespace inloop::sync
