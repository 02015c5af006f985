// SPDX-License-Identifier: EUPL-1.2
//
// Whatever lies where log.db and keys.db should be: it is named, and it is still there.
#include "kiosk/officerlog/records/store.h"
#include "tests/support/must.h"
#include "tests/support/store_rig.h"
#include "tests/support/test_letter.h"

#include <SQLiteCpp/Database.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

namespace inloop::records {

using support::must;
using support::stored_letter;
using support::wrap_of_letter;
using testing::HasSubstr;

namespace {

namespace fs = std::filesystem;

std::string content_of(fs::path const& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write(fs::path const& path, std::string const& bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

// A closed log with letters in it.
class StoreDamage : public testing::TestWithParam<char const*> {
protected:
    StoreDamage() {
        must(rig.store().set_site({.deployment = {{std::byte{1}}}}));
        must(rig.store().transaction([&]() -> Result<void> {
            for (std::uint64_t number = 1; number <= kLetters; ++number) {
                must(rig.store().take_in(stored_letter(number), wrap_of_letter(number)));
            }
            return {};
        }));
        rig.close();
    }
    static constexpr std::uint64_t kLetters = 40;

    [[nodiscard]] fs::path path() const { return rig.data() / GetParam(); }
    Error refusal() {
        auto const opened = rig.open(rig.data());
        return opened ? Error{ErrorCode::io, "it opened"} : opened.error();
    }
    void expect_named_as(ErrorCode code) {
        Error const error = refusal();
        EXPECT_EQ(error.code, code) << error.message;
        EXPECT_THAT(error.message, HasSubstr(path().native()));
    }
    void expect_opens_whole() {
        auto const opened = rig.open(rig.data());
        ASSERT_TRUE(opened) << opened.error().message;
        EXPECT_EQ(must((*opened)->roots()).size(), kLetters);
    }
    support::StoreRig rig;
};

} // namespace

TEST_P(StoreDamage, OfNothingOpens) {
    expect_opens_whole(); // the control of all others
}

TEST_P(StoreDamage, OfAMissingFileIsToldAndNothingMade) {
    fs::remove(path());
    expect_named_as(ErrorCode::corrupt);
    EXPECT_FALSE(fs::exists(path()));
}

TEST_P(StoreDamage, OfAnEmptyFileIsToldAndTheFileLeft) {
    write(path(), "");
    expect_named_as(ErrorCode::corrupt);
    EXPECT_THAT(refusal().message, HasSubstr("restore log.db and keys.db from a backup"));
    EXPECT_EQ(fs::file_size(path()), 0U);
}

TEST_P(StoreDamage, OfAForeignFileIsToldAndTheFileLeft) {
    write(path(), "dear diary");
    expect_named_as(ErrorCode::corrupt);
    EXPECT_EQ(content_of(path()), "dear diary");
}

TEST_P(StoreDamage, OfALinkInItsPlaceIsTold) {
    fs::rename(path(), rig / "elsewhere");
    fs::create_symlink(rig / "elsewhere", path());
    expect_named_as(ErrorCode::corrupt);
}

TEST_P(StoreDamage, OfTheOtherDatabaseInItsPlaceIsTold) {
    fs::path const other = rig.data() / (path().filename() == "log.db" ? "keys.db" : "log.db");
    fs::copy_file(other, path(), fs::copy_options::overwrite_existing);
    expect_named_as(ErrorCode::corrupt);
}

TEST_P(StoreDamage, OfAFileThatWasCutIsToldAndTheFileLeft) {
    std::string const bytes = content_of(path());
    write(path(), bytes.substr(0, bytes.size() / 2));
    expect_named_as(ErrorCode::corrupt);
    EXPECT_EQ(content_of(path()), bytes.substr(0, bytes.size() / 2));
}

TEST_P(StoreDamage, OfAnotherLogsFileIsTold) {
    support::StoreRig other;
    must(other.store().set_site({.deployment = {{std::byte{2}}}}));
    other.close();
    fs::copy_file(other.data() / path().filename(), path(), fs::copy_options::overwrite_existing);
    Error const error = refusal();
    EXPECT_EQ(error.code, ErrorCode::corrupt);
    EXPECT_THAT(error.message, HasSubstr("not of the same log"));
}

TEST_P(StoreDamage, OfANewerBuildsFileIsNone) {
    // given
    SQLite::Database(path().native(), SQLite::OPEN_READWRITE)
        .exec("BEGIN; CREATE TABLE more (id INTEGER) STRICT; INSERT INTO migration VALUES (9, 'x');"
              "PRAGMA user_version = 9; COMMIT");
    std::string const before = content_of(path());
    // then
    expect_named_as(ErrorCode::unsupported);
    EXPECT_EQ(content_of(path()), before);
}

TEST_P(StoreDamage, OfAVersionThatNeverWasIsTold) {
    SQLite::Database(path().native(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 9");
    expect_named_as(ErrorCode::corrupt);
}

// Bits flipped anywhere: either SQLite and we are told, or it is in bytes nothing stands in.
TEST_P(StoreDamage, OfAnyKindIsToldOrHarmless) {
    char const* const wanted = std::getenv("INLOOP_DAMAGED_FILES");
    int const files = wanted == nullptr ? 300 : std::atoi(wanted);
    std::string const healthy = content_of(path());
    std::mt19937_64 dice(2024);
    int told = 0;
    for (int i = 0; i < files; ++i) {
        std::string bytes = healthy;
        std::size_t const reach = i % 3 == 0 ? 100 : bytes.size(); // every bit of the header counts
        for (int flips = 1 + i % 8; flips > 0; --flips) {
            char& byte = bytes[dice() % reach];
            byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1U << dice() % 8U));
        }
        write(path(), bytes);
        auto const opened = rig.open(rig.data());
        if (opened) {
            (void)(*opened)->roots(); // whatever it says, it ends
            (void)(*opened)->check();
        } else {
            ++told;
            ASSERT_THAT(opened.error().message, HasSubstr(rig.data().native())) << "file " << i;
            ASSERT_EQ(fs::file_size(path()), healthy.size()) << "file " << i;
        }
    }
    EXPECT_GT(told, files / 10) << "the control: damage is seen";
    write(path(), healthy);
    expect_opens_whole();
}

INSTANTIATE_TEST_SUITE_P(Of, StoreDamage, testing::Values("log.db", "keys.db"),
                         [](auto const& one) {
                             return std::string(one.param) == "log.db" ? "Log" : "Keys";
                         });

} // namespace inloop::records
