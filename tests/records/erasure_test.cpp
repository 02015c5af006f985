// SPDX-License-Identifier: EUPL-1.2
//
// What was erased stands in no file any more: not in the databases, not in their journals.
#include "kiosk/officerlog/records/store.h"
#include "tests/support/must.h"
#include "tests/support/store_rig.h"
#include "tests/support/test_letter.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::records {

using support::entry_id;
using support::must;
using support::noise;
using support::stored_letter;
using support::wrap_of_letter;

namespace {

namespace fs = std::filesystem;

// Enough for many pages of every table, whose rows move when pages are split and merged.
constexpr std::uint64_t kLetters = 600;

std::string all_files(fs::path const& folder) {
    std::string all;
    for (auto const& file : fs::directory_iterator(folder)) {
        std::ifstream in(file.path(), std::ios::binary);
        all.append(std::istreambuf_iterator<char>(in), {});
    }
    return all;
}

// How many of these stand in the files, in whole or in part: 24 bytes in a row are one's own.
std::size_t found(std::vector<Bytes> const& wanted, std::string const& files) {
    constexpr std::size_t kPart = 24;
    std::size_t count = 0;
    for (Bytes const& bytes : wanted) {
        std::string_view const text(reinterpret_cast<char const*>(bytes.data()), bytes.size());
        bool any = false;
        for (std::size_t at = 0; at + kPart <= text.size() && !any; at += 2 * kPart) {
            any = files.find(text.substr(at, kPart)) != std::string::npos;
        }
        count += any ? 1 : 0;
    }
    return count;
}

class StoreErasure : public testing::Test {
protected:
    void fill() {
        for (std::uint64_t number = 1; number <= kLetters; ++number) {
            must(store().take_in(stored_letter(number), wrap_of_letter(number)));
            must(store().add_note({.entry = entry_id(number),
                                   .kind = NoteKind::internal,
                                   .sealed = note_of(number)}));
        }
    }
    static Bytes note_of(std::uint64_t number) { return noise(7'000'000 + number, 300); }
    std::vector<Bytes> wraps() { return every(wrap_of_letter); }
    std::vector<Bytes> bodies() {
        return every([](std::uint64_t number) { return stored_letter(number).body; });
    }
    std::vector<Bytes> notes() { return every(note_of); }
    std::string files() { return all_files(rig.data()); }

    Store& store() { return rig.store(); }
    support::StoreRig rig;
    std::uint64_t first = 1;
    std::uint64_t step = 2;

private:
    // Of every letter that is destroyed.
    template <class Make>
    std::vector<Bytes> every(Make make) {
        std::vector<Bytes> all;
        for (std::uint64_t number = first; number <= kLetters; number += step) {
            all.push_back(make(number));
        }
        return all;
    }
};

} // namespace

TEST_F(StoreErasure, OfAThreadLeavesNoByteOfIt) {
    // given
    fill();
    ASSERT_EQ(found(wraps(), files()), kLetters / 2) << "the control: before, all are found";
    ASSERT_EQ(found(bodies(), files()), kLetters / 2);
    ASSERT_EQ(found(notes(), files()), kLetters / 2);
    // when
    for (std::uint64_t number = first; number <= kLetters; number += step) {
        must(store().destroy({.entry = entry_id(number), .reason = "retention"}));
    }
    // then: while the log runs on
    EXPECT_EQ(found(wraps(), files()), 0U);
    EXPECT_EQ(found(bodies(), files()), 0U);
    EXPECT_EQ(found(notes(), files()), 0U);
    first = 2;
    EXPECT_EQ(found(wraps(), files()), kLetters / 2) << "the control: the others are there";
    EXPECT_EQ(found(bodies(), files()), kLetters / 2);
}

TEST_F(StoreErasure, KeepsIdsNumbersAndTheProof) {
    // given
    Entry reply = stored_letter(2);
    reply.receipt = stored_letter(1).receipt;
    must(store().take_in(stored_letter(1), wrap_of_letter(1)));
    must(store().take_in(reply, wrap_of_letter(2)));
    must(store().take_in(stored_letter(3), wrap_of_letter(3)));
    must(store().link(entry_id(2), entry_id(3)));
    must(store().add_note({.entry = entry_id(2), .sealed = noise(1, 100)}));
    must(store().add_answer({.entry = entry_id(1), .number = 1, .bytes = noise(2, 100)}));
    Destroyed const proof{.entry = entry_id(1),
                          .status = entries::Status::taken_over,
                          .closing = entries::Closing::open,
                          .arrived_at = 1,
                          .closed_at = 2,
                          .destroyed_at = 3,
                          .by = "Bram",
                          .reason = "taken-over"};
    // when
    ASSERT_TRUE(store().destroy(proof));
    rig.reopen();
    // then
    for (std::uint64_t const number : {1U, 2U}) {
        auto const left = must(store().entry(entry_id(number)));
        ASSERT_TRUE(left);
        EXPECT_TRUE(left->body.empty());
        EXPECT_EQ(left->hash, stored_letter(number).hash);
        EXPECT_EQ(left->seq, number);
        EXPECT_EQ(must(store().wrap_of(entry_id(number))), std::nullopt);
    }
    EXPECT_TRUE(must(store().notes(entry_id(1))).empty());
    EXPECT_TRUE(must(store().linked(entry_id(3))).empty());
    EXPECT_EQ(must(store().answers(entry_id(1))).size(), 1U) << "stays readable for the visitor";
    EXPECT_EQ(must(store().destroyed()), std::vector{proof});
    ASSERT_EQ(must(store().roots()).size(), 1U);
    EXPECT_EQ(must(store().entries_after(0)).size(), 1U);
    // and the letter that comes again from its kiosk brings nothing back
    EXPECT_EQ(must(store().take_in(reply, wrap_of_letter(2))).outcome, IntakeOutcome::same_again);
    EXPECT_EQ(must(store().wrap_of(entry_id(2))), std::nullopt);
}

TEST_F(StoreErasure, OfWhatIsDestroyedAlreadyChangesNothing) {
    must(store().take_in(stored_letter(1), wrap_of_letter(1)));
    Destroyed proof{.entry = entry_id(1), .destroyed_at = 3, .reason = "redacted"};
    ASSERT_TRUE(store().destroy(proof));
    Destroyed later = proof;
    later.destroyed_at = 4;
    ASSERT_TRUE(store().destroy(later));
    EXPECT_EQ(must(store().destroyed()), std::vector{proof}) << "the first proof stands";
    EXPECT_EQ(store().destroy({.entry = entry_id(9)}).error().code, ErrorCode::not_found);
}

TEST_F(StoreErasure, TakesCopiesInQuarantineAlong) {
    must(store().take_in(stored_letter(1), wrap_of_letter(1)));
    Bytes const copy = noise(1, 2000);
    must(store().quarantine({.entry = entry_id(1), .reason = "conflict", .bytes = copy}));
    must(store().quarantine({.entry = entry_id(2), .reason = "conflict", .bytes = noise(2, 9)}));
    ASSERT_EQ(found({copy}, files()), 1U);
    ASSERT_TRUE(store().destroy({.entry = entry_id(1)}));
    EXPECT_EQ(must(store().quarantined()).size(), 1U);
    EXPECT_EQ(found({copy}, files()), 0U);
}

TEST_F(StoreErasure, OfAWeekAPersonAndAnAnswerLeavesNoByteOfThem) {
    // given: a year of weeks for four people
    auto const wrap = [](std::uint32_t epoch, unsigned who) {
        return noise(epoch * 10 + who, 100);
    };
    std::vector<Bytes> week;
    std::vector<Bytes> leaving{noise(1, 148), noise(2, 72), noise(3, 112)};
    for (std::uint32_t epoch = 100; epoch < 152; ++epoch) {
        for (unsigned who = 0; who < 4; ++who) {
            must(store().put_week_wrap({.epoch = epoch,
                                        .person = {{static_cast<std::byte>(who)}},
                                        .bytes = wrap(epoch, who)}));
            if (epoch == 120) {
                week.push_back(wrap(epoch, who));
            } else if (who == 2) {
                leaving.push_back(wrap(epoch, who));
            }
        }
    }
    PersonId const id{{std::byte{2}}};
    Person person{.id = id, .name = "Bram", .blob = leaving[0], .totp = leaving[1]};
    must(store().put_person(person));
    must(store().put_log_sign_wrap({.person = id, .bytes = leaving[2]}));
    must(store().take_in(stored_letter(1), wrap_of_letter(1)));
    std::vector<Bytes> const answer{noise(4, 700)};
    must(store().add_answer({.entry = entry_id(1), .number = 1, .bytes = answer[0]}));
    ASSERT_EQ(found(week, files()), week.size());
    ASSERT_EQ(found(leaving, files()), leaving.size());
    // when
    must(store().forget_week(120));
    EXPECT_EQ(found(week, files()), 0U);
    EXPECT_EQ(found(leaving, files()), leaving.size()) << "the control";
    must(store().forget_answers(entry_id(1)));
    EXPECT_EQ(found(answer, files()), 0U);
    must(store().remove_person(id));
    EXPECT_EQ(found(leaving, files()), 0U);
}

TEST_F(StoreErasure, OfAnOldPassphraseLeavesNoByteOfItsBlob) {
    Person person{.id = {{std::byte{1}}}, .name = "Bram", .blob = noise(1, 148)};
    must(store().put_person(person));
    ASSERT_EQ(found({noise(1, 148)}, files()), 1U);
    person.blob = noise(2, 148);
    must(store().put_person(person));
    EXPECT_EQ(found({noise(1, 148)}, files()), 0U);
    EXPECT_EQ(found({noise(2, 148)}, files()), 1U) << "the control";
}

} // namespace inloop::records
