// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/demo_site.h"
#include "kiosk/seal/policy.h"
#include "kiosk/seal/receipt.h"
#include "kiosk/seal/sealer.h"
#include "tests/support/manual_clock.h"
#include "tests/support/memory_files.h"
#include "tests/support/must.h"
#include "tests/support/sealed_site.h"
#include "tests/support/seeded_random.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>

namespace inloop::seal {
namespace {

using support::MemoryFiles;
using support::must;
using support::SeededRandom;

std::filesystem::path const kDirectory = "/srv/demo";
std::filesystem::path const kKeyPath = kDirectory / kDemoKeyFile;

struct Demo {
    Result<void> make(std::uint64_t seed = 1) {
        SeededRandom random(seed);
        return make_demo_site(files, random, clock, kDirectory);
    }
    Error fault() {
        auto const made = make(2);
        return made ? Error{ErrorCode::io, "made"} : made.error();
    }
    std::string text(char const* name) {
        Bytes const file = files.peek(kDirectory / name).value();
        return {reinterpret_cast<char const*>(file.data()), file.size()};
    }
    void put(char const* name, std::string_view text) {
        ByteView const view = as_bytes(text);
        files.put(kDirectory / name, Bytes(view.begin(), view.end()));
    }
    Policy policy() {
        return must(read_policy(files.peek(kDirectory / kPolicyFile).value(),
                                must(read_log_signing_key(files, kDirectory))));
    }

    MemoryFiles files;
    support::ManualClock clock; // week 22 since 2024-01-01
};

TEST(DemoSite, OpensWhatItsKioskSeals) {
    // given
    Demo demo;
    must(demo.make());
    SeededRandom random(9);
    Sealer sealer = must(Sealer::create(
        demo.policy(), DeviceKey(must(SigningKey::generate(random))), demo.clock, random));
    // when
    Bytes const letter = must(sealer.seal(support::letter_of("Hallo"), {}, 1));
    // then
    DemoKey const key = must(read_demo_key(demo.files, kKeyPath));
    WeekSecretKey const* week = key.find(22);
    ASSERT_NE(week, nullptr);
    EXPECT_EQ(must(open_letter(letter, *week)).text.view(), "Hallo");
    EXPECT_EQ(key.find(21), nullptr);
    EXPECT_EQ(key.find(31), nullptr);
}

TEST(DemoSite, ReadsAKeyFileUnderAnyName) {
    // given
    Demo demo;
    must(demo.make());
    std::filesystem::path const elsewhere = "/media/stick/key of the demo.txt";
    demo.files.put(elsewhere, demo.files.peek(kKeyPath).value());
    // when
    auto const key = read_demo_key(demo.files, elsewhere);
    auto const missing = read_demo_key(demo.files, kDirectory); // a folder is no key file
    // then
    ASSERT_TRUE(key.has_value()) << key.error().message;
    EXPECT_NE(key->find(22), nullptr);
    EXPECT_FALSE(missing.has_value());
}

TEST(DemoSite, AnnouncesThisWeekAndTheNextEight) {
    Demo demo;
    must(demo.make());
    auto const weeks = demo.policy().weeks();
    ASSERT_EQ(weeks.size(), 9U);
    EXPECT_EQ(weeks.front().epoch, 22U);
    EXPECT_EQ(weeks.front().not_before, 1'704'067'200U + 22U * 604'800U);
    EXPECT_EQ(weeks.back().epoch, 30U);
}

TEST(DemoSite, TakesAClockThatWasNeverSet) {
    Demo demo;
    demo.clock.set_wall({});
    must(demo.make());
    EXPECT_EQ(demo.policy().weeks().front().epoch, 0U);
}

TEST(DemoSite, SaysInItsFirstLineThatItsKeysAreNotSecret) {
    Demo demo;
    must(demo.make());
    EXPECT_TRUE(demo.text(kDemoKeyFile).starts_with("DEMO KEYS OF INLOOP, NOT SECRET"));
}

TEST(DemoSite, IsLeftAsItIsWhenItIsThere) {
    Demo demo;
    must(demo.make(1));
    std::string const policy = demo.text(kPolicyFile);
    std::string const keys = demo.text(kDemoKeyFile);
    std::size_t const before = demo.files.operations().size();
    must(demo.make(2));
    EXPECT_EQ(demo.text(kPolicyFile), policy);
    EXPECT_EQ(demo.text(kDemoKeyFile), keys);
    for (std::size_t i = before; i < demo.files.operations().size(); ++i) {
        EXPECT_EQ(demo.files.operations()[i].call, support::Call::read);
    }
}

TEST(DemoSite, IsNotMendedWhenHalfOfItIsThere) {
    for (char const* name : {kPolicyFile, kLogSigningFile, kDemoKeyFile}) {
        Demo demo;
        must(demo.make());
        must(demo.files.remove(kDirectory / name));
        Error const fault = demo.fault();
        EXPECT_EQ(fault.code, ErrorCode::corrupt);
        EXPECT_EQ(fault.message,
                  "/srv/demo: only half of a demo is there, missing: " + std::string(name) +
                      ". Move policy.pkp, log-signing.pub and demo-log.key away "
                      "and start again for a new demo");
        EXPECT_FALSE(demo.files.has(kDirectory / name));
    }
}

TEST(DemoSite, IsNotTakenWhenItsFilesDoNotFit) {
    Demo other;
    must(other.make(7));
    for (char const* name : {kPolicyFile, kLogSigningFile, kDemoKeyFile}) {
        Demo demo;
        must(demo.make());
        demo.put(name, other.text(name));
        EXPECT_EQ(demo.fault().code, ErrorCode::corrupt) << name;
    }
    // Same signing key, but a week's secret of somebody else, or none.
    Demo demo;
    must(demo.make());
    std::string keys = demo.text(kDemoKeyFile);
    std::string const shorter = keys.substr(0, keys.rfind("week 30"));
    keys[keys.size() - 2] = keys[keys.size() - 2] == '0' ? '1' : '0';
    for (std::string const& text : {keys, shorter}) {
        demo.put(kDemoKeyFile, text);
        EXPECT_NE(demo.fault().message.find("not those of policy.pkp"), std::string::npos);
    }
}

TEST(DemoSite, NamesFileAndLineOfADamagedKeyFile) {
    Demo demo;
    must(demo.make());
    std::string const good = demo.text(kDemoKeyFile);
    std::size_t const second = good.find('\n') + 1;
    std::size_t const third = good.find('\n', second) + 1;
    auto const fault_with = [&](std::string const& text) {
        demo.put(kDemoKeyFile, text);
        auto const key = read_demo_key(demo.files, kKeyPath);
        return key ? "read" : key.error().message;
    };
    std::string const hex(64, 'a');
    EXPECT_EQ(fault_with(good), "read");
    EXPECT_EQ(fault_with(""), "/srv/demo/demo-log.key:1: not the key file of a demo: its first "
                              "line must say so");
    std::string const bad_signing =
        "/srv/demo/demo-log.key:2: not \"log-signing\" and 64 hex digits";
    EXPECT_EQ(fault_with(good.substr(0, second)), bad_signing);
    EXPECT_EQ(fault_with(good.substr(0, second) + "log-sining " + hex + "\n"), bad_signing);
    EXPECT_EQ(fault_with(good.substr(0, second) + "log-signing " + hex + "0\n"), bad_signing);
    EXPECT_EQ(fault_with(good.substr(0, second) + "log-signing " + std::string(64, 'x') + "\n"),
              bad_signing);
    std::string const bad_week = "/srv/demo/demo-log.key:3: not \"week NUMBER\" and 64 hex digits";
    for (std::string const& line :
         {"weak 22 " + hex, "week x " + hex, "week 22" + hex, "week 22 " + hex.substr(1),
          "week 99999999999 " + hex, "week  22 " + hex, std::string("week 22"), std::string()}) {
        EXPECT_EQ(fault_with(good.substr(0, third) + line + "\n"), bad_week) << line;
    }
}

TEST(DemoSite, NamesFileAndLineOfADamagedSigningKey) {
    Demo demo;
    must(demo.make());
    std::string const good = demo.text(kLogSigningFile);
    auto const fault_with = [&](std::string const& text) {
        demo.put(kLogSigningFile, text);
        auto const key = read_log_signing_key(demo.files, kDirectory);
        return key ? "read" : key.error().message;
    };
    EXPECT_EQ(fault_with(good), "read");
    EXPECT_EQ(fault_with("x"), "/srv/demo/log-signing.pub:1: not the public signing key of a log: "
                               "its first line must say so");
    std::string const bad = "/srv/demo/log-signing.pub:2: not one line of 64 hex digits";
    EXPECT_EQ(fault_with(good.substr(0, good.size() - 2)), bad);
    EXPECT_EQ(fault_with(good + "more\n"), bad);
    demo.put(kLogSigningFile, "x");
    EXPECT_NE(demo.fault().message.find("a file of the demo cannot be read"), std::string::npos);
}

TEST(DemoSite, PassesOnWhatTheDiskSays) {
    Demo whole;
    must(whole.make());
    std::size_t const steps = whole.files.operations().size();
    for (std::size_t step = 0; step < steps; ++step) {
        Demo demo;
        demo.files.fail_at(step, ErrorCode::io);
        ASSERT_EQ(demo.fault().code, ErrorCode::io) << "step " << step;
    }
    for (std::size_t step = 0; step < 6; ++step) {
        Demo demo;
        must(demo.make());
        demo.files.fail_at(demo.files.operations().size() + step, ErrorCode::io);
        ASSERT_NE(demo.fault().message, "made") << "step " << step;
    }
}

} // namespace
} // namespace inloop::seal
