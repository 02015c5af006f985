// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/doctor/letters_look.h"
#include "kiosk/terminal/letterbox/letter_name.h"
#include "kiosk/terminal/letterbox/letterbox.h"
#include "platform/linux/linux_files.h"
#include "tests/support/manual_clock.h"
#include "tests/support/must.h"
#include "tests/support/passing_files.h"
#include "tests/support/scratch.h"
#include "tests/support/test_letter.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>

namespace inloop::doctor {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using support::must;

class LettersLook : public testing::Test {
protected:
    void SetUp() override {
        auto box = must(letterbox::Letterbox::open(files, root));
        for (std::uint64_t seq = 1; seq <= 4; ++seq) {
            must(box.store(support::make_letter(seq)));
            written(file(seq), clock.wall() - std::chrono::hours(seq));
        }
        must(box.mark_sent(support::entry_id(3)));
        must(box.mark_dead(support::entry_id(4)));
    }
    fs::path file(std::uint64_t seq) const {
        return root / "new" / letterbox::letter_name(seq, support::entry_id(seq));
    }
    static void written(fs::path const& path, WallTime when) {
        fs::last_write_time(path, std::chrono::file_clock::from_sys(when));
    }
    LettersFound look() { return look_at_letters(files, root, clock); }
    // Every file, with what is in it.
    std::map<std::string, std::string> everything() const {
        std::map<std::string, std::string> all;
        for (fs::directory_entry const& entry : fs::recursive_directory_iterator(root)) {
            std::string& content = all[entry.path().native()];
            if (entry.is_regular_file()) {
                std::ifstream in(entry.path());
                content = {std::istreambuf_iterator<char>(in), {}};
            }
        }
        return all;
    }

    support::Scratch scratch;
    fs::path root = scratch / "letterbox";
    platform::LinuxFiles files;
    support::ManualClock clock;
};

TEST_F(LettersLook, CountsWhatLiesWhereAndChangesNothing) {
    auto const before = everything();
    LettersFound const found = look();
    EXPECT_TRUE(found.looked);
    EXPECT_EQ(found.waiting, 2U);
    EXPECT_EQ(found.sent, 1U);
    EXPECT_EQ(found.refused, 1U);
    EXPECT_EQ(found.damaged + found.unreadable + found.set_aside, 0U);
    EXPECT_EQ(found.oldest, 2h);
    EXPECT_EQ(everything(), before);
}

TEST_F(LettersLook, KnowsDamageFromALetter) {
    fs::resize_file(file(1), 100);
    fs::rename(file(2), root / "new/0000000009-foreign.pkb");
    std::ofstream(root / "quarantine/thing") << "thing";
    LettersFound const found = look();
    EXPECT_EQ(found.waiting, 0U);
    EXPECT_EQ(found.damaged, 2U);
    EXPECT_EQ(found.set_aside, 1U);
    EXPECT_FALSE(found.oldest);
}

// A disk that lists its files and does not give them.
class Failing final : public support::PassingFiles {
public:
    explicit Failing(platform::Files& files) : m_files(files) {}
    Result<Bytes> read(fs::path const& /*path*/, std::uint64_t /*limit*/) override {
        return fail(error, "read: as the test wants");
    }
    ErrorCode error = ErrorCode::io;

private:
    platform::Files& disk() override { return m_files; }
    platform::Files& m_files;
};

TEST_F(LettersLook, KnowsADiskThatGivesNothing) {
    Failing failing(files);
    EXPECT_EQ(look_at_letters(failing, root, clock).unreadable, 2U);

    // A letter that went to the log between two calls is no damage.
    failing.error = ErrorCode::not_found;
    LettersFound const moved = look_at_letters(failing, root, clock);
    EXPECT_EQ(moved.unreadable + moved.damaged + moved.waiting, 0U);
}

TEST_F(LettersLook, BelievesNoClockThatIsNotSet) {
    clock.set_trust(ClockTrust::unset);
    EXPECT_FALSE(look().oldest);
    clock.set_trust(ClockTrust::synced);
    written(file(1), clock.wall() + 1h);
    written(file(2), clock.wall() + 1h);
    EXPECT_FALSE(look().oldest) << "written before the clock was set";
    EXPECT_EQ(look().waiting, 2U);
}

TEST_F(LettersLook, SaysWhereThereIsNoLetterbox) {
    auto const found = look_at_letters(files, scratch / "nowhere", clock);
    ASSERT_FALSE(found.looked);
    EXPECT_EQ(found.looked.error().code, ErrorCode::not_found);
}

} // namespace
} // namespace inloop::doctor
