// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/sync/carried_pages.h"
#include "kiosk/terminal/sync/log_link.h"
#include "kiosk/wire/carried.h"
#include "platform/linux/linux_files.h"
#include "tests/support/must.h"
#include "tests/support/scratch.h"
#include "tests/support/sealed_site.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>

namespace inloop::sync {
namespace {

namespace fs = std::filesystem;
using support::must;
using support::signing_key;

Bytes bytes(std::string_view text) {
    ByteView const view = as_bytes(text);
    return {view.begin(), view.end()};
}

// A kiosk that belongs to a log, and a stick beside it; both on a real disk, for the links.
struct Rig {
    support::Scratch scratch;
    platform::LinuxFiles files;
    fs::path data = scratch.path() / "site";
    fs::path stick = scratch.path() / "stick";

    Rig() {
        must(files.make_directories(data));
        must(write_log_link(
            files, data,
            {.url = "https://log.example:8443", .ack_sign = {signing_key(1).public_key()}}));
    }
    void write(std::string_view page, std::uint64_t change, std::uint8_t signer = 1) {
        fs::remove_all(stick);
        wire::Carried const carried{.change = change,
                                    .documents = {{"pages/nl/pilot.md", bytes(page)},
                                                  {"pictures/foto-1.jpg", bytes("\xff\xd8")},
                                                  {"news.toml", bytes("# no news\n")}}};
        for (wire::Document const& file : wire::carried_files(carried, signing_key(signer))) {
            must(files.make_directories((stick / file.name).parent_path()));
            must(files.create(stick / file.name, file.content));
        }
    }
    Result<std::size_t> take() { return take_carried_pages(files, data, stick); }
    std::string page() {
        auto const read = files.read(data / "pages/nl/pilot.md", 1000);
        return read ? std::string(reinterpret_cast<char const*>(read->data()), read->size()) : "";
    }
};

TEST(CarriedPages, ComeIntoTheSite) {
    Rig rig;
    rig.write("eerste", 7);
    EXPECT_EQ(must(rig.take()), 3U);
    EXPECT_EQ(rig.page(), "eerste");
    EXPECT_TRUE(fs::exists(rig.data / "pictures/foto-1.jpg"));
    EXPECT_TRUE(fs::exists(rig.data / "news.toml"));
}

TEST(CarriedPages, AnOlderStickIsRefusedAndALaterOneIsNot) {
    Rig rig;
    rig.write("nieuw", 9);
    (void)must(rig.take());
    rig.write("oud", 8);
    EXPECT_EQ(rig.take().error().code, ErrorCode::invalid_input);
    EXPECT_EQ(rig.page(), "nieuw");
    rig.write("dezelfde stand", 9);
    (void)must(rig.take());
    rig.write("nieuwer", 10);
    (void)must(rig.take());
    EXPECT_EQ(rig.page(), "nieuwer");
}

TEST(CarriedPages, OfAnotherLogAreRefused) {
    Rig rig;
    rig.write("van een ander", 1, 2);
    EXPECT_EQ(rig.take().error().code, ErrorCode::crypto);
    EXPECT_EQ(rig.page(), "");
}

TEST(CarriedPages, AKioskWithoutALogTakesNone) {
    Rig rig;
    rig.write("eerste", 1);
    fs::remove(rig.data / kLogLinkFile);
    EXPECT_EQ(rig.take().error().code, ErrorCode::not_found);
}

TEST(CarriedPages, NoLinkLeadsOutOfTheStick) {
    Rig rig;
    rig.write("eerste", 1);
    fs::path const elsewhere = rig.scratch.path() / "elsewhere";
    fs::rename(rig.stick / "pages/nl", elsewhere);
    fs::create_directory_symlink(elsewhere, rig.stick / "pages/nl");
    EXPECT_EQ(rig.take().error().code, ErrorCode::invalid_input);
    EXPECT_EQ(rig.page(), "");

    fs::remove(rig.stick / "pages/nl");
    fs::create_directory(rig.stick / "pages/nl");
    fs::create_symlink(elsewhere / "pilot.md", rig.stick / "pages/nl/pilot.md");
    EXPECT_EQ(rig.take().error().code, ErrorCode::invalid_input);

    fs::remove(rig.stick / "pages/nl/pilot.md");
    fs::copy_file(elsewhere / "pilot.md", rig.stick / "pages/nl/pilot.md");
    EXPECT_EQ(must(rig.take()), 3U); // the control: the same bytes in the same place
}

} // namespace
} // namespace inloop::sync
