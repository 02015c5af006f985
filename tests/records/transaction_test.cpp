// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/records/store.h"
#include "tests/support/must.h"
#include "tests/support/no_file_grows.h"
#include "tests/support/store_rig.h"
#include "tests/support/test_letter.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <stdexcept>

namespace inloop::records {

using support::entry_id;
using support::must;
using support::stored_letter;
using support::wrap_of_letter;

namespace {

class StoreTransaction : public testing::Test {
protected:
    Result<void> take_in(std::uint64_t number) {
        return store().take_in(stored_letter(number), wrap_of_letter(number)).map([](auto) {});
    }
    // Whether anything of the letter stands in either database.
    bool is_there(std::uint64_t number) {
        return must(store().entry(entry_id(number))) || must(store().wrap_of(entry_id(number)));
    }
    Store& store() { return rig.store(); }
    support::StoreRig rig;
};

bool is_of_the_disk(Error const& error) {
    return error.code == ErrorCode::no_space || error.code == ErrorCode::io;
}

} // namespace

TEST_F(StoreTransaction, KeepsAllOfIt) {
    ASSERT_TRUE(store().transaction([&] {
        return take_in(1).and_then([&] { return take_in(2); }).and_then([&] {
            return store().put_secret("device", support::noise(1, 32));
        });
    }));
    rig.reopen();
    EXPECT_TRUE(is_there(1));
    EXPECT_TRUE(is_there(2));
    EXPECT_TRUE(store().secret("device"));
}

TEST_F(StoreTransaction, KeepsNothingOfIt) {
    auto const failed = store().transaction([&]() -> Result<void> {
        must(take_in(1));
        must(store().put_secret("device", support::noise(1, 32)));
        EXPECT_TRUE(is_there(1)) << "inside it is seen";
        return fail(ErrorCode::unavailable, "changed my mind");
    });
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, ErrorCode::unavailable);
    EXPECT_FALSE(is_there(1));
    EXPECT_FALSE(store().secret("device"));
    EXPECT_TRUE(take_in(1)) << "and it goes on";
}

TEST_F(StoreTransaction, IsOneWithTheOneAroundIt) {
    // given: the inner one is well, the outer one fails
    EXPECT_FALSE(store().transaction([&]() -> Result<void> {
        must(store().transaction([&] { return take_in(1); }));
        return fail(ErrorCode::unavailable, "changed my mind");
    }));
    EXPECT_FALSE(is_there(1));
    // given: the inner one fails, and the outer one does not mind
    EXPECT_FALSE(store().transaction([&]() -> Result<void> {
        must(take_in(1));
        (void)store().transaction([&]() -> Result<void> {
            must(take_in(2));
            return fail(ErrorCode::unavailable, "changed my mind");
        });
        return {};
    }));
    EXPECT_FALSE(is_there(1));
    EXPECT_FALSE(is_there(2));
}

// After some errors SQLite has rolled back by itself: what is written next would stand alone.
TEST_F(StoreTransaction, FailsWhenAStatementInItFailedAndNobodyMinded) {
    auto const failed = store().transaction([&]() -> Result<void> {
        must(take_in(1));
        EXPECT_FALSE(store().take_in(stored_letter(2), support::noise(1, 79)));
        EXPECT_FALSE(take_in(3)) << "nothing more is done in it";
        return {};
    });
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, ErrorCode::invalid_input);
    for (std::uint64_t const number : {1U, 2U, 3U}) {
        EXPECT_FALSE(is_there(number));
    }
    EXPECT_TRUE(take_in(3)) << "and the next one is well";
}

TEST_F(StoreTransaction, MayGoOnAfterARefusal) {
    ASSERT_TRUE(store().transaction([&]() -> Result<void> {
        must(take_in(1));
        EXPECT_EQ(store().update(stored_letter(1), 9).error().code, ErrorCode::unavailable);
        return take_in(2);
    }));
    EXPECT_TRUE(is_there(1));
    EXPECT_TRUE(is_there(2));
}

TEST_F(StoreTransaction, EndsExceptionsOfItsWork) {
    EXPECT_FALSE(store().transaction([&]() -> Result<void> {
        must(take_in(1));
        throw std::runtime_error("a bug");
    }));
    EXPECT_FALSE(is_there(1));
    EXPECT_TRUE(take_in(1));
}

TEST_F(StoreTransaction, TakesNothingInWhenTheDiskIsFull) {
    // given
    must(take_in(1));
    {
        support::NoFileGrows const full;
        // when
        auto const refused = take_in(2);
        // then
        ASSERT_FALSE(refused);
        EXPECT_TRUE(is_of_the_disk(refused.error())) << refused.error().message;
        EXPECT_FALSE(is_there(2));
        EXPECT_TRUE(is_there(1)) << "reading goes on";
    }
    rig.reopen();
    EXPECT_FALSE(is_there(2));
    EXPECT_TRUE(take_in(2)) << "and with space again it goes on";
}

TEST_F(StoreTransaction, DestroysNothingByHalfWhenTheDiskIsFull) {
    // given
    must(take_in(1));
    {
        support::NoFileGrows const full;
        EXPECT_FALSE(store().destroy({.entry = entry_id(1)}));
    }
    // then
    EXPECT_EQ(must(store().wrap_of(entry_id(1))), wrap_of_letter(1));
    EXPECT_EQ(must(store().entry(entry_id(1)))->body, stored_letter(1).body);
    ASSERT_TRUE(store().destroy({.entry = entry_id(1)}));
    EXPECT_EQ(must(store().wrap_of(entry_id(1))), std::nullopt);
}

namespace {

// A disk that takes what keys.db writes and not what log.db writes, whose journal is longer.
class KeysOnly {
public:
    explicit KeysOnly(std::filesystem::path const& data)
        : m_full(std::filesystem::file_size(data / "log.db-wal")) {}

private:
    support::NoFileGrows m_full;
};

} // namespace

TEST_F(StoreTransaction, WritesAKeyBeforeItsLetter) {
    // given
    must(take_in(1));
    // when
    {
        KeysOnly const disk(rig.data());
        EXPECT_FALSE(take_in(2));
        EXPECT_FALSE(take_in(2)) << "nor is it taken for a letter that came before";
    }
    // then
    EXPECT_EQ(must(store().entry(entry_id(2))), std::nullopt);
    EXPECT_EQ(must(store().wrap_of(entry_id(2))), wrap_of_letter(2));
    EXPECT_TRUE(take_in(2)) << "the kiosk sends again";
    EXPECT_EQ(must(store().entry(entry_id(2)))->body, stored_letter(2).body);
}

TEST_F(StoreTransaction, ErasesAKeyBeforeItsLetter) {
    // given
    must(take_in(1));
    // when
    {
        KeysOnly const disk(rig.data());
        EXPECT_FALSE(store().destroy({.entry = entry_id(1)}));
    }
    // then
    EXPECT_EQ(must(store().wrap_of(entry_id(1))), std::nullopt);
    EXPECT_EQ(must(store().destroyed()).size(), 0U);
    EXPECT_TRUE(store().destroy({.entry = entry_id(1)}));
    EXPECT_EQ(must(store().destroyed()).size(), 1U);
}

} // namespace inloop::records
