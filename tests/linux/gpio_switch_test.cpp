// SPDX-License-Identifier: EUPL-1.2
// The switch over a line that the test moves; what stands behind request_gpio_line() needs a chip.
#include "platform/linux/gpio_switch.h"
#include "tests/support/must.h"

#include <gtest/gtest.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace inloop::platform {
namespace {

using support::must;

// What the line and the test share: the switch owns the line.
struct Contact {
    Descriptor edges{::eventfd(0, EFD_CLOEXEC | EFD_SEMAPHORE)};
    std::atomic<bool> closed = false;
    std::atomic<bool> gone = false;
    std::mutex mutex;
    std::deque<bool> after; // how it stands after each edge that waits
    bool read_while_bouncing = false;

    // So many edges at once: no time passes between them.
    void turn(std::vector<bool> const& to) {
        std::scoped_lock const lock(mutex);
        after.insert(after.end(), to.begin(), to.end());
        std::uint64_t const count = to.size();
        (void)!::write(edges.number(), &count, sizeof count);
    }
};

class ContactLine final : public GpioLine {
public:
    explicit ContactLine(std::shared_ptr<Contact> contact) : m_contact(std::move(contact)) {}
    Result<bool> closed() override {
        if (m_contact->gone) {
            return fail(ErrorCode::io, "the chip is gone");
        }
        std::scoped_lock const lock(m_contact->mutex);
        m_contact->read_while_bouncing |= !m_contact->after.empty();
        return m_contact->closed.load();
    }
    int descriptor() const override { return m_contact->edges.number(); }
    Result<void> take_edge() override {
        std::uint64_t one = 0;
        (void)!::read(m_contact->edges.number(), &one, sizeof one);
        std::scoped_lock const lock(m_contact->mutex);
        m_contact->closed = m_contact->after.front();
        m_contact->after.pop_front();
        return {};
    }

private:
    std::shared_ptr<Contact> m_contact;
};

class GpioSwitchCase : public testing::Test {
protected:
    void open() {
        turned = must(GpioSwitch::over(
            std::make_unique<ContactLine>(contact),
            [this](std::string const& line) {
                std::scoped_lock const lock(m_mutex);
                m_log.push_back(line);
                m_happened.notify_all();
            },
            Milliseconds(1)));
        turned->on_change([this] {
            std::scoped_lock const lock(m_mutex);
            m_told.push_back(turned->on());
            m_happened.notify_all();
        });
    }
    // What on() was at each change so far, once there are as many.
    std::vector<bool> told(std::size_t count) {
        std::unique_lock lock(m_mutex);
        m_happened.wait(lock, [&] { return m_told.size() >= count; });
        return m_told;
    }
    std::vector<std::string> logged(std::size_t count) {
        std::unique_lock lock(m_mutex);
        m_happened.wait(lock, [&] { return m_log.size() >= count; });
        return m_log;
    }

    std::shared_ptr<Contact> contact = std::make_shared<Contact>();

private:
    std::mutex m_mutex;
    std::condition_variable m_happened;
    std::vector<bool> m_told;
    std::vector<std::string> m_log;

protected:
    std::unique_ptr<GpioSwitch> turned; // last: its thread uses what stands above
};

TEST_F(GpioSwitchCase, CountsAsItStandsAtTheStart) {
    open();
    EXPECT_FALSE(turned->on());
    contact->closed = true;
    open();
    EXPECT_TRUE(turned->on());
}

TEST_F(GpioSwitchCase, TellsWhenItIsTurned) {
    open();
    contact->turn({true});
    EXPECT_EQ(told(1), (std::vector<bool>{true}));
    contact->turn({false});
    EXPECT_EQ(told(2), (std::vector<bool>{true, false}));
    EXPECT_FALSE(turned->on());
}

TEST_F(GpioSwitchCase, CountsABouncingContactOnce) {
    open();
    contact->turn({true, false, true, false, true});
    EXPECT_EQ(told(1), (std::vector<bool>{true}));
    std::scoped_lock const lock(contact->mutex);
    EXPECT_FALSE(contact->read_while_bouncing);
}

TEST_F(GpioSwitchCase, TellsNothingOfAKnockAgainstIt) {
    open();
    contact->turn({true, false}); // it stands as before
    contact->turn({true});
    EXPECT_EQ(told(1), (std::vector<bool>{true}));
    std::scoped_lock const lock(contact->mutex);
    EXPECT_FALSE(contact->read_while_bouncing);
}

TEST_F(GpioSwitchCase, IsOffWhenItCanNoLongerBeRead) {
    contact->closed = true;
    open();
    ASSERT_TRUE(turned->on());
    contact->gone = true;
    contact->turn({true});
    EXPECT_EQ(told(1), (std::vector<bool>{false}));
    EXPECT_EQ(logged(1), (std::vector<std::string>{"the chip is gone"}));
}

TEST_F(GpioSwitchCase, IsNoneWhereItCannotBeReadAtTheStart) {
    contact->gone = true;
    EXPECT_FALSE(GpioSwitch::over(std::make_unique<ContactLine>(contact), [](auto const&) {}));
}

TEST_F(GpioSwitchCase, TellsNobodyWhenAskedTo) {
    contact->closed = true;
    open();
    std::atomic<int> others = 0;
    turned->on_change([&] { ++others; });
    turned->on_change(nullptr);
    contact->gone = true;
    contact->turn({true});
    EXPECT_EQ(logged(1).size(), 1U) << "it goes on without anybody to tell";
    EXPECT_EQ(others, 0);
}

TEST(GpioLine, SaysWhatIsMissingAndWhatToDo) {
    auto const none = GpioSwitch::open({.chip = "gpiochip-none", .line = 17}, [](auto const&) {});
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, ErrorCode::not_found);
    for (char const* const part :
         {"/dev/gpiochip-none", "line 17", "No such file", "--presence-gpio", "gpiodetect"}) {
        EXPECT_NE(none.error().message.find(part), std::string::npos) << none.error().message;
    }
}

TEST(GpioLine, IsNamedByChipAndNumber) {
    EXPECT_EQ(parse_gpio_place("gpiochip0:17"), (GpioPlace{"gpiochip0", 17}));
    for (char const* const wrong :
         {"", "17", ":17", "gpiochip0", "gpiochip0:", "gpiochip0:x", "gpiochip0:-1", "../mem:1",
          "gpiochip0:17 ", "gpiochip0:1:2", "gpiochip0:99999999999"}) {
        EXPECT_FALSE(parse_gpio_place(wrong)) << wrong;
    }
}

} // namespace
} // namespace inloop::platform
