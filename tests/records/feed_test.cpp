// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/records/store.h"
#include "tests/support/must.h"
#include "tests/support/store_rig.h"
#include "tests/support/test_letter.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

namespace inloop::records {

using support::entry_id;
using support::must;
using support::stored_letter;
using support::wrap_of_letter;

namespace {

class StoreFeed : public testing::Test {
protected:
    void take_in(std::uint64_t number) {
        must(store().take_in(stored_letter(number), wrap_of_letter(number)));
    }
    void set_status(std::uint64_t number, entries::Status status) {
        Entry letter = *must(store().entry(entry_id(number)));
        letter.status = status;
        must(store().update(letter, letter.version));
    }
    void answer(std::uint64_t letter, std::uint32_t number) {
        Answer made{
            .entry = entry_id(letter), .number = number, .bytes = support::noise(number, 50)};
        made.id.bytes.fill(static_cast<std::byte>(number));
        must(store().add_answer(made));
    }
    void hand_down(std::string const& name, std::uint64_t content) {
        must(store().put_document(
            {.document = {.name = name, .content = support::noise(content, 20)}, .by = "Bram"}));
    }
    Changes after(std::uint64_t change, std::size_t most = 100) {
        return must(store().changes_after(change, most));
    }
    Store& store() { return rig.store(); }
    support::StoreRig rig;
};

} // namespace

TEST_F(StoreFeed, IsEmptyAtFirst) {
    Changes const none = after(0);
    EXPECT_EQ(none.through, 0U);
    EXPECT_FALSE(none.more);
    EXPECT_EQ(after(99).through, 0U) << "a kiosk that saw more than this log knows is told so";
}

TEST_F(StoreFeed, TellsEveryKindOfChange) {
    // given
    take_in(1); // 1
    answer(1, 1); // 2
    hand_down("roster.toml", 1); // 3
    // when
    Changes const all = after(0);
    // then
    ASSERT_EQ(all.cases.size(), 1U);
    EXPECT_EQ(all.cases[0], (wire::CaseNews{.entry = entry_id(1),
                                            .receipt = stored_letter(1).receipt,
                                            .status = entries::Status::arrived,
                                            .closing = entries::Closing::open,
                                            .version = 1}));
    EXPECT_EQ(all.answers, std::vector<Bytes>{support::noise(1, 50)});
    ASSERT_EQ(all.documents.size(), 1U);
    EXPECT_EQ(all.documents[0].name, "roster.toml");
    EXPECT_EQ(all.documents[0].content, support::noise(1, 20));
    EXPECT_EQ(all.through, 3U);
    EXPECT_FALSE(all.more);
    EXPECT_EQ(must(store().document("roster.toml"))->change, 3U);
    EXPECT_EQ(must(store().document("roster.toml"))->by, "Bram");
    EXPECT_FALSE(must(store().document("news.toml")));
}

TEST_F(StoreFeed, TellsTheLatestOfWhatChangedTwice) {
    // given
    take_in(1); // 1
    take_in(2); // 2
    set_status(1, entries::Status::in_hand); // 3
    hand_down("news.toml", 1); // 4
    set_status(1, entries::Status::asked); // 5
    hand_down("news.toml", 2); // 6
    // when
    Changes const all = after(0);
    // then
    ASSERT_EQ(all.cases.size(), 2U);
    EXPECT_EQ(all.cases[0].entry, entry_id(2));
    EXPECT_EQ(all.cases[1].entry, entry_id(1));
    EXPECT_EQ(all.cases[1].status, entries::Status::asked);
    EXPECT_EQ(all.cases[1].version, 3U);
    ASSERT_EQ(all.documents.size(), 1U);
    EXPECT_EQ(all.documents[0].content, support::noise(2, 20));
    EXPECT_EQ(all.through, 6U);
    EXPECT_TRUE(after(6).cases.empty());
    EXPECT_EQ(after(4).cases.size(), 1U);
}

TEST_F(StoreFeed, SaysNothingOfWhatOnlyOfficersSee) {
    // given
    take_in(1);
    Entry letter = *must(store().entry(entry_id(1)));
    letter.urgency = Urgency::now;
    // when
    must(store().update(letter, 1));
    Entry reply = stored_letter(2);
    reply.receipt = letter.receipt;
    must(store().take_in(reply, wrap_of_letter(2)));
    // then
    EXPECT_EQ(after(0).through, 1U);
    EXPECT_EQ(after(0).cases[0].version, 3U) << "but what is told is the latest";
    letter.closing = entries::Closing::withdrawn;
    must(store().update(letter, 3));
    EXPECT_EQ(after(1).cases.size(), 1U) << "the control: how it was closed is told";
}

TEST_F(StoreFeed, GoesOnWhereAPageEnded) {
    // given
    take_in(1);
    answer(1, 1);
    answer(1, 2);
    hand_down("news.toml", 1);
    take_in(2);
    // when
    Changes const first = after(0, 2);
    Changes const second = after(first.through, 2);
    Changes const third = after(second.through, 2);
    // then
    EXPECT_TRUE(first.more);
    EXPECT_EQ(first.through, 2U);
    EXPECT_EQ(first.cases.size() + first.answers.size(), 2U);
    EXPECT_TRUE(second.more);
    EXPECT_EQ(second.through, 4U);
    EXPECT_EQ(second.answers.size() + second.documents.size(), 2U);
    EXPECT_FALSE(third.more);
    EXPECT_EQ(third.through, 5U);
    EXPECT_EQ(third.cases.size(), 1U);
    EXPECT_TRUE(after(0, 0).more);
    EXPECT_EQ(after(0, 0).through, 0U);
    EXPECT_EQ(after(0, ~std::size_t{0}).through, 5U);
}

// A kiosk refuses a reply that holds more, and would never get past it.
TEST_F(StoreFeed, HandsOutNoMoreOfAKindThanAReplyMayHold) {
    // given
    take_in(1);
    for (std::uint64_t i = 1; i <= 2 * wire::kMaxDocuments + 1; ++i) {
        hand_down("document-" + std::to_string(i) + ".toml", i);
    }
    for (std::uint32_t i = 1; i <= wire::kMaxAnswers + 1; ++i) {
        answer(1, i);
    }
    std::uint64_t const last = must(store().changes_after(~std::uint64_t{0} >> 1U, 1)).through;
    // when
    std::vector<std::string> documents;
    std::size_t answers = 0;
    std::uint64_t seen = 0;
    for (bool more = true; more;) {
        Changes const reply = after(seen, 1'000);
        ASSERT_LE(reply.documents.size(), wire::kMaxDocuments);
        ASSERT_LE(reply.answers.size(), wire::kMaxAnswers);
        ASSERT_GT(reply.through, seen) << "or it would never end";
        for (wire::Document const& document : reply.documents) {
            documents.push_back(document.name);
        }
        answers += reply.answers.size();
        seen = reply.through;
        more = reply.more;
    }
    // then
    EXPECT_EQ(documents,
              (std::vector<std::string>{"document-1.toml", "document-2.toml", "document-3.toml",
                                        "document-4.toml", "document-5.toml"}));
    EXPECT_EQ(answers, wire::kMaxAnswers + 1);
    EXPECT_EQ(seen, last);
}

// A kiosk pages while officers change what it has seen and has not seen: in the end it knows the
// latest of everything.
TEST_F(StoreFeed, ConvergesOverTenThousandLettersThatChangeMeanwhile) {
    // given
    constexpr std::uint64_t kLetters = 10'000;
    must(store().transaction([&]() -> Result<void> {
        for (std::uint64_t number = 1; number <= kLetters; ++number) {
            take_in(number);
        }
        return {};
    }));
    // when
    std::map<seal::EntryId, wire::CaseNews> kiosk;
    std::uint64_t seen = 0;
    std::size_t pages = 0;
    for (bool more = true; more; ++pages) {
        Changes const page = after(seen, 64);
        ASSERT_LE(page.cases.size(), 64U);
        ASSERT_TRUE(page.through > seen || !page.more) << "or it would never end";
        for (auto const& news : page.cases) {
            kiosk[news.entry] = news;
        }
        seen = page.through;
        more = page.more;
        if (pages < 100) {
            set_status(1 + pages * 99, entries::Status::in_hand);
        }
    }
    // then
    EXPECT_EQ(kiosk.size(), kLetters);
    EXPECT_GT(pages, kLetters / 64);
    for (Entry const& letter : must(store().roots())) {
        ASSERT_EQ(kiosk[letter.id].status, letter.status) << letter.seq;
        ASSERT_EQ(kiosk[letter.id].version, letter.version) << letter.seq;
    }
    EXPECT_EQ(after(seen).through, seen);
}

TEST_F(StoreFeed, GivesNoNumberToWhatWasRolledBack) {
    take_in(1);
    EXPECT_FALSE(store().transaction([&]() -> Result<void> {
        take_in(2);
        return fail(ErrorCode::unavailable, "changed my mind");
    }));
    rig.reopen();
    take_in(3);
    Changes const all = after(0);
    EXPECT_EQ(all.cases.size(), 2U);
    EXPECT_EQ(all.through, 2U);
}

} // namespace inloop::records
