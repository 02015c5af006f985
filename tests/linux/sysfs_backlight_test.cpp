// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/sysfs_backlight.h"
#include "tests/support/must.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>

namespace inloop::platform {
namespace {

namespace fs = std::filesystem;
using support::must;

class SysfsBacklightCase : public testing::Test {
protected:
    static void write(fs::path const& file, std::string_view text) {
        std::ofstream(file, std::ios::binary | std::ios::trunc) << text;
    }
    static std::string read(fs::path const& file) {
        std::ifstream in(file);
        std::string word;
        in >> word;
        return word;
    }
    // As the kernel has it: the class holds links to where the devices are.
    fs::path device(std::string const& name, std::string_view type, std::string_view most) {
        fs::path folder = m_top / "devices" / name;
        fs::create_directories(folder);
        fs::create_directories(root);
        fs::create_directory_symlink(folder, root / name);
        write(folder / "type", std::string(type) + "\n");
        write(folder / "max_brightness", std::string(most) + "\n");
        write(folder / "brightness", "77\n");
        write(folder / "bl_power", "0\n");
        return folder;
    }
    [[nodiscard]] std::unique_ptr<SysfsBacklight> open() const {
        return must(SysfsBacklight::open(root));
    }

private:
    support::Scratch m_scratch;
    fs::path m_top = m_scratch.path();

protected:
    fs::path root = m_top / "class/backlight";
};

TEST_F(SysfsBacklightCase, SetsAPartOfWhatTheDeviceCan) {
    fs::path const panel = device("10-0045", "raw", "255");
    auto const light = open();
    must(light->set(1));
    EXPECT_EQ(read(panel / "brightness"), "255");
    must(light->set(0.1F));
    EXPECT_EQ(read(panel / "brightness"), "26");
    must(light->set(7));
    EXPECT_EQ(read(panel / "brightness"), "255");
    EXPECT_EQ(read(panel / "bl_power"), "0");
}

TEST_F(SysfsBacklightCase, IsOffOnlyAtZero) {
    fs::path const panel = device("panel", "raw", "31");
    auto const light = open();
    must(light->set(0.001F));
    EXPECT_EQ(read(panel / "brightness"), "1") << "one step at least";
    EXPECT_EQ(read(panel / "bl_power"), "0");
    must(light->set(0));
    EXPECT_EQ(read(panel / "brightness"), "0");
    EXPECT_EQ(read(panel / "bl_power"), "1");
    must(light->set(1));
    EXPECT_EQ(read(panel / "brightness"), "31");
    EXPECT_EQ(read(panel / "bl_power"), "0") << "power comes back";
}

TEST_F(SysfsBacklightCase, NeedsNoPowerFile) {
    fs::path const panel = device("panel", "raw", "31");
    fs::remove(panel / "bl_power");
    auto const light = open();
    must(light->set(0));
    EXPECT_EQ(read(panel / "brightness"), "0");
    must(light->set(1));
    EXPECT_EQ(read(panel / "brightness"), "31");
    EXPECT_FALSE(fs::exists(panel / "bl_power")) << "no file is made";
}

TEST_F(SysfsBacklightCase, SaysSoWhereThePowerStaysOff) {
    fs::path const panel = device("panel", "raw", "31");
    fs::remove(panel / "bl_power");
    fs::create_symlink("/proc/uptime", panel / "bl_power"); // not 0, and takes nothing
    auto const light = open();
    auto const set = light->set(1);
    ASSERT_FALSE(set);
    EXPECT_NE(set.error().message.find("bl_power"), std::string::npos) << set.error().message;
}

TEST_F(SysfsBacklightCase, TakesTheHardwareItself) {
    device("a-firmware", "firmware", "10");
    device("b-platform", "platform", "10");
    device("c-raw", "raw", "10");
    device("d-raw", "raw", "10");
    EXPECT_EQ(open()->device().filename(), "c-raw");
}

TEST_F(SysfsBacklightCase, TakesTheFirmwareWhereThatIsAll) {
    device("acpi", "firmware", "10");
    device("broken", "raw", "0");
    EXPECT_EQ(open()->device().filename(), "acpi");
}

TEST_F(SysfsBacklightCase, SaysThatThereIsNone) {
    auto const none = SysfsBacklight::open(root);
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, ErrorCode::not_found);
    EXPECT_NE(none.error().message.find(root.string()), std::string::npos);
    EXPECT_NE(none.error().message.find("--night"), std::string::npos) << "what to do";
}

TEST_F(SysfsBacklightCase, FailsWhileItIsUnpluggedAndWorksAgainAfterwards) {
    fs::path const panel = device("panel", "raw", "31");
    auto const light = open();
    fs::rename(panel, panel.string() + ".gone");
    auto const set = light->set(0.5F);
    ASSERT_FALSE(set);
    EXPECT_EQ(set.error().code, ErrorCode::not_found);
    EXPECT_NE(set.error().message.find("panel/brightness"), std::string::npos);
    fs::rename(panel.string() + ".gone", panel);
    EXPECT_TRUE(light->set(0.5F));
}

} // namespace
} // namespace inloop::platform
