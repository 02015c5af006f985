// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/demo_site.h"
#include "kiosk/terminal/sending/site.h"
#include "platform/linux/linux_files.h"
#include "tests/sending/sending_rig.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace inloop::sending {
namespace {

namespace fs = std::filesystem;
using support::must;

constexpr char const* kDeviceKey = "device.key";

// A demo site on the real disk, so that messages are those an operator reads.
struct SiteOnDisk {
    SiteOnDisk() { must(seal::make_demo_site(files, random, clock, scratch.path())); }

    [[nodiscard]] Result<Site> open() {
        return open_site({scratch.path(), schema}, files, clock, random);
    }
    [[nodiscard]] Error refusal() {
        auto const site = open();
        return site ? Error{ErrorCode::io, "it opened"} : site.error();
    }
    // Opens once, so that everything of a site that ran is there.
    void run_once() { (void)must(open()); }
    [[nodiscard]] std::string text(fs::path const& file) const {
        std::ifstream in(scratch.path() / file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    void write(fs::path const& file, std::string const& content) const {
        std::ofstream(scratch.path() / file, std::ios::binary | std::ios::trunc) << content;
    }
    void remove(fs::path const& file) const { fs::remove_all(scratch.path() / file); }
    void put_folder_at(fs::path const& file) const {
        remove(file);
        fs::create_directory(scratch.path() / file);
    }

    support::Scratch scratch;
    platform::LinuxFiles files;
    support::ManualClock clock;
    support::SeededRandom random{1};
    fs::path schema = fs::path(std::getenv("INLOOP_ASSETS")) / "schema" / "kiosk";
};

// That an operator can do something with it: the file, the cause and the mend.
void expect_says(Error const& error, fs::path const& file, std::string_view cause,
                 std::string_view mend) {
    EXPECT_NE(error.message.find(file.native()), std::string::npos) << error.message;
    EXPECT_NE(error.message.find(cause), std::string::npos) << error.message;
    EXPECT_NE(error.message.find(mend), std::string::npos) << error.message;
}

constexpr std::string_view kPairAgain = "Pair this kiosk again";

TEST(Site, OpensAndOpensAgain) {
    // given
    SiteOnDisk disk;
    // when
    seal::DeviceId first;
    {
        Site const site = must(disk.open());
        first = site.sealer.device().id();
        // then
        ASSERT_EQ(site.messages.size(), 1U);
        EXPECT_EQ(site.messages[0], "kiosk.db made anew: there was none");
    }
    Site const again = must(disk.open());
    EXPECT_TRUE(again.messages.empty());
    EXPECT_EQ(again.sealer.device().id(), first); // the log knows it by that
}

TEST(Site, IsRefusedWithoutItsKeyOrPolicy) {
    for (char const* name : {seal::kLogSigningFile, seal::kPolicyFile}) {
        SiteOnDisk disk;
        disk.remove(name);
        Error const error = disk.refusal();
        EXPECT_EQ(error.code, ErrorCode::not_found);
        expect_says(error, disk.scratch / name, "No such file", kPairAgain);
    }
}

TEST(Site, IsRefusedWithADamagedKeyOrPolicy) {
    for (char const* name : {seal::kLogSigningFile, seal::kPolicyFile}) {
        SiteOnDisk disk;
        std::string const whole = disk.text(name);
        for (std::string const& damaged :
             {std::string(), whole.substr(0, whole.size() / 2), whole + "x", "x" + whole}) {
            disk.write(name, damaged);
            expect_says(disk.refusal(), disk.scratch / name, "", kPairAgain);
        }
        disk.put_folder_at(name);
        expect_says(disk.refusal(), disk.scratch / name, "not a plain file", kPairAgain);
        disk.remove(name);
        disk.write(name, whole);
        EXPECT_TRUE(disk.open().has_value()); // the control: it was the damage
    }
}

TEST(Site, IsRefusedWithThePolicyOfAnotherSite) {
    SiteOnDisk disk;
    disk.random = support::SeededRandom(2);
    support::Scratch elsewhere;
    must(seal::make_demo_site(disk.files, disk.random, disk.clock, elsewhere.path()));
    for (char const* name : {seal::kLogSigningFile, seal::kPolicyFile}) {
        SiteOnDisk mixed;
        fs::copy_file(elsewhere / name, mixed.scratch / name, fs::copy_options::overwrite_existing);
        Error const error = mixed.refusal();
        EXPECT_EQ(error.code, ErrorCode::crypto);
        expect_says(error, mixed.scratch / seal::kPolicyFile, "another signing key", kPairAgain);
    }
}

TEST(Site, NeverReplacesADamagedDeviceKey) {
    SiteOnDisk disk;
    disk.run_once();
    std::string const whole = disk.text(kDeviceKey);
    for (std::string const& damaged : {std::string(), whole.substr(1), std::string(68, 'x')}) {
        disk.write(kDeviceKey, damaged);
        Error const error = disk.refusal();
        EXPECT_EQ(error.code, ErrorCode::corrupt);
        expect_says(error, disk.scratch / kDeviceKey, "device key", "restore the file or move it");
        EXPECT_EQ(disk.text(kDeviceKey), damaged);
    }
    disk.write(kDeviceKey, whole);
    EXPECT_TRUE(disk.open().has_value());
}

TEST(Site, SaysWhatToDoWhenNothingCanBeWritten) {
    // given
    SendingRig rig;
    rig.files.fail_from_now(ErrorCode::read_only);
    // when
    auto const site = rig.open();
    // then
    ASSERT_FALSE(site.has_value());
    EXPECT_EQ(site.error().code, ErrorCode::read_only);
    expect_says(site.error(), rig.data() / kDeviceKey, "", "See that the folder can be written");
}

// Whichever call of the disk fails once while a site opens: it says so with the file, or it opens.
TEST(Site, NamesAFileWhicheverCallFails) {
    std::size_t refused = 0;
    bool reached = true;
    for (std::size_t call = 0; reached; ++call) {
        SendingRig rig;
        std::size_t const before = rig.files.operations().size();
        rig.files.fail_at(before + call, ErrorCode::io);
        auto const site = rig.open();
        reached = rig.files.operations().size() > before + call;
        if (!site) {
            ++refused;
            expect_says(site.error(), rig.data(), "", "See that the folder can be written");
        }
    }
    EXPECT_GT(refused, 8U);
}

TEST(Site, IsRefusedWhileAnotherKioskRunsOnIt) {
    SiteOnDisk disk;
    Site const first = must(disk.open());
    Error const error = disk.refusal();
    EXPECT_EQ(error.code, ErrorCode::unavailable);
    expect_says(error, disk.scratch / "kiosk.db", "", "End the other kiosk");
}

TEST(Site, IsRefusedWithoutTheSchemaOfItsIndex) {
    SiteOnDisk disk;
    disk.schema = disk.scratch / "no-assets";
    expect_says(disk.refusal(), disk.schema, "", "Install the kiosk's assets again");
}

TEST(Site, MakesADamagedOrForeignIndexAnew) {
    for (std::string const& found :
         {std::string(), std::string("not a database"), std::string(100'000, 'x')}) {
        // given
        SiteOnDisk disk;
        disk.run_once();
        disk.write("kiosk.db", found);
        // when
        Site const site = must(disk.open());
        // then
        ASSERT_EQ(site.messages.size(), 1U);
        EXPECT_TRUE(site.messages[0].starts_with("kiosk.db made anew: ")) << site.messages[0];
        EXPECT_TRUE(fs::exists(disk.scratch / "quarantine"));
    }
}

TEST(Site, RepairsItsLetterboxAndSaysSo) {
    // given
    SendingRig rig;
    { LetterKeeper keeper = rig.keeper(); }
    auto const box = rig.data() / "letterbox";
    auto const bytes = [](std::string_view text) {
        ByteView const view = as_bytes(text);
        return Bytes(view.begin(), view.end());
    };
    rig.files.put(box / "tmp" / "0000000009-left-by-a-power-cut.part", bytes("half"));
    rig.files.put(box / "new" / "shopping list.txt", bytes("milk"));
    // when
    Site const site = must(rig.open());
    // then
    EXPECT_EQ(site.letterbox.repair_report().quarantined, 1U);
    EXPECT_TRUE(must(rig.files.list(box / "tmp")).empty());
    auto const says = [&](std::string_view what) {
        return std::ranges::any_of(site.messages, [&](std::string const& message) {
            return message.find(what) != std::string::npos;
        });
    };
    EXPECT_TRUE(says("moved new/shopping list.txt to quarantine/"));
    EXPECT_TRUE(says("removed tmp/"));
}

TEST(Site, BringsItsIndexInLineWithTheLetterbox) {
    // given: three letters, of which one is acknowledged and one is at the police for good
    SendingRig rig;
    {
        LetterKeeper keeper = rig.keeper();
        for (int letter = 0; letter < 3; ++letter) {
            (void)keeper.keep(sending::letter());
        }
    }
    auto const letters = rig.letters();
    {
        Site site = must(rig.open());
        auto const stored = site.letterbox.letters();
        must(site.letterbox.mark_sent(stored[1].entry_id));
        must(site.letterbox.mark_dead(stored[2].entry_id));
    }
    for (bool const lost : {false, true}) {
        if (lost) {
            fs::remove(rig.database());
        }
        // when
        Site site = must(rig.open());
        // then
        EXPECT_EQ(must(site.memory.letters_total()), 3U);
        EXPECT_EQ(must(site.memory.highest_sequence()), 3U);
        auto const state = [&](std::size_t letter) {
            return must(site.memory.letter_state_by_receipt(letters[letter].receipt_pk));
        };
        EXPECT_EQ(state(0), memory::LetterState::new_);
        EXPECT_EQ(state(1), memory::LetterState::sent);
        EXPECT_EQ(state(2), memory::LetterState::dead);
    }
}

} // namespace
} // namespace inloop::sending
