// SPDX-License-Identifier: EUPL-1.2
// A hundred thousand random touches on the whole kiosk, with lost finger-ups, a display that comes
// and goes, and letters that end well or badly. INLOOP_MONKEY_EVENTS and INLOOP_MONKEY_SEED say how
// many and which.
#include "kiosk/base/utf8.h"
#include "tests/support/kiosk_rig.h"
#include "tests/support/seeded_random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

namespace inloop::journey {
namespace {

using platform::FingerPhase;
using platform::InputEvent;
using support::KioskRig;
using support::SeededRandom;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::uint64_t kUsualEvents = 20'000; // ten times slower
#else
constexpr std::uint64_t kUsualEvents = 100'000;
#endif

std::uint64_t number_from(char const* name, std::uint64_t usual) {
    char const* const value = std::getenv(name);
    return value == nullptr ? usual : std::strtoull(value, nullptr, 10);
}

// What must hold after every event, whatever was touched.
class Invariants {
public:
    explicit Invariants(KioskRig& rig) : m_rig(rig) {}

    void stored(entries::ReceiptCode code) { m_stored = code; }
    // What does not hold; empty when all does.
    [[nodiscard]] std::string broken() {
        flow::Draft const& draft = m_rig.journey().draft();
        for (flow::TypingField const* field : {&draft.message, &draft.contact}) {
            if (!utf8::is_valid(field->text.view())) {
                return "the text is not UTF-8";
            }
            if (within_a_letter(*field)) {
                return "the caret stands within a letter";
            }
        }
        if (std::string wrong = wrong_screen(); !wrong.empty()) {
            return wrong;
        }
        return target_outside();
    }

private:
    [[nodiscard]] static bool within_a_letter(flow::TypingField const& field) {
        std::string_view const text = field.text.view();
        return field.caret > text.size() ||
               (field.caret < text.size() &&
                (static_cast<unsigned char>(text[field.caret]) & 0xC0U) == 0x80U);
    }
    [[nodiscard]] std::string wrong_screen() {
        if (m_rig.on<flow::screen::Receipt>()) {
            auto const& code = std::get<flow::screen::Receipt>(m_rig.journey().screen()).code;
            return m_stored && *m_stored == code ? "" : "a receipt for a letter nobody stored";
        }
        m_stored.reset();
        bool const sending = m_rig.on<flow::screen::Sending>();
        if (sending != (m_rig.held.waiting() + m_rig.held.follow_ups_waiting() == 1)) {
            return "the screen and the sender disagree about a letter on its way";
        }
        bool const letter = !m_rig.journey().follow_up(); // the others may go without a word
        if (m_rig.on<flow::screen::NotStored>() && letter && m_rig.text().empty()) {
            return "not stored, and the text is gone";
        }
        flow::Draft const& draft = m_rig.journey().draft();
        if (m_rig.on<flow::screen::Attract>() &&
            !(m_rig.text().empty() && draft.contact.text.empty() && draft.answers.empty())) {
            return "the visitor left, the text is still there";
        }
        bool const kept =
            m_rig.on<flow::screen::Afterwards>() || m_rig.on<flow::screen::FollowedUp>();
        if (kept && !m_rig.text().empty()) {
            return "the letter was kept, the text is still there";
        }
        return "";
    }
    [[nodiscard]] std::string target_outside() const {
        auto const size = m_rig.terminal().theme().spec.size;
        ui::Rect const screen{-1, -1, static_cast<float>(size.width) + 2,
                              static_cast<float>(size.height) + 2};
        for (ui::Widget const& widget : m_rig.terminal().registry().widgets()) {
            ui::Rect const& rect = widget.rect;
            if (rect.x < screen.x || rect.y < screen.y || rect.right() > screen.right() ||
                rect.bottom() > screen.bottom()) {
                return widget.id + " lies outside the screen";
            }
        }
        return "";
    }

    KioskRig& m_rig;
    std::optional<entries::ReceiptCode> m_stored; // of the receipt that may show
};

// Touches what it sees and what it does not.
class Monkey {
public:
    Monkey(KioskRig& rig, std::uint64_t seed) : invariants(rig), m_rig(rig), m_random(seed) {}

    // One step of the kiosk with the events of a moment; returns how many.
    std::size_t act() {
        m_events.clear();
        std::uint32_t const what = m_random.below(1000);
        if (what < 500) {
            tap_something();
        } else if (what < 940) {
            touch_anywhere();
        } else if (what < 965) {
            pass_time();
        } else if (what < 985) {
            answer_letter();
        } else if (what < 992) {
            type_what_is_rare();
        } else {
            change_display();
        }
        m_rig.clock.advance(Milliseconds(m_random.below(120)));
        return deliver();
    }
    void answer_letter() {
        if (m_rig.on<flow::screen::LookingUp>()) {
            bool const known = m_random.below(3) != 0;
            m_rig.held.answer({.state = known ? flow::CodeState::with_police
                                              : static_cast<flow::CodeState>(m_random.below(4)),
                               .status = static_cast<entries::Status>(1 + m_random.below(7)),
                               .closing = static_cast<entries::Closing>(m_random.below(5)),
                               .answers = {}});
            return;
        }
        if (m_rig.on<flow::screen::Linking>()) {
            answer_pairing();
            return;
        }
        if (m_rig.held.follow_ups_waiting() > 0) {
            if (m_random.below(2) == 0) {
                m_rig.held.store_follow_up();
            } else {
                m_rig.held.refuse(static_cast<flow::NotStoredReason>(m_random.below(4)));
            }
            return;
        }
        if (m_rig.held.waiting() == 0) {
            return;
        }
        if (m_random.below(2) == 0) {
            entries::ReceiptCode code;
            for (std::uint16_t& word : code.words) {
                word = static_cast<std::uint16_t>(m_random.below(2048));
            }
            m_rig.held.store(code);
            invariants.stored(code);
        } else {
            m_rig.held.refuse(static_cast<flow::NotStoredReason>(m_random.below(4)));
        }
    }
    void bring_display_back() {
        push(platform::DisplayEvent{platform::DisplayEvent::What::back});
        (void)deliver();
    }

    Invariants invariants;

private:
    [[nodiscard]] platform::Point somewhere() {
        auto const size = m_rig.display.size();
        // A little beyond the edges too: touch panels are larger than what shows.
        return {
            static_cast<float>(m_random.below(static_cast<std::uint32_t>(size.width) + 20)) - 10,
            static_cast<float>(m_random.below(static_cast<std::uint32_t>(size.height) + 20)) - 10};
    }
    void push(InputEvent const& event) { m_events.push_back(event); }
    void finger(FingerPhase phase, platform::Point at, std::int64_t number) {
        push(m_rig.event(phase, at, number));
    }
    void tap_something() {
        auto const& widgets = m_rig.terminal().registry().widgets();
        if (widgets.empty()) {
            return;
        }
        auto const& widget = widgets[m_random.below(static_cast<std::uint32_t>(widgets.size()))];
        platform::Point const at{widget.touch.x + widget.touch.w / 2,
                                 widget.touch.y + widget.touch.h / 2};
        // Who lets go of the screen now and then starts anew; a monkey that always wipes sees
        // little.
        if (widget.id == "bar.wipe" && m_random.below(8) != 0) {
            return;
        }
        std::int64_t const number = ++m_fingers;
        finger(FingerPhase::down, at, number);
        if (m_random.below(400) != 0) { // else the driver loses it
            m_rig.clock.advance(Milliseconds(m_random.below(90)));
            finger(FingerPhase::up, at, number);
        }
        m_rig.clock.advance(Milliseconds(60)); // no bounce
    }
    void touch_anywhere() {
        constexpr std::array kPhases{FingerPhase::down, FingerPhase::move, FingerPhase::move,
                                     FingerPhase::up, FingerPhase::cancelled};
        std::uint32_t const count = 1 + m_random.below(4);
        for (std::uint32_t i = 0; i < count; ++i) {
            finger(kPhases.at(m_random.below(5)), somewhere(),
                   m_fingers - static_cast<std::int64_t>(m_random.below(3)));
        }
    }
    // What random keys would hardly ever spell: personal data, the same words again, a whole code;
    // and a mark that is held.
    void type_what_is_rare() {
        if (m_rig.on<flow::screen::Write>()) {
            m_rig.put(m_random.below(2) == 0 ? "Bel 0612345678" : "Hallo");
        } else if (m_rig.on<flow::screen::CodeEntry>()) {
            for (int word = 0; word < 5; ++word) {
                m_rig.journey().handle(flow::event::CodeWord{7});
            }
        } else if (m_rig.on<flow::screen::PairingCode>()) {
            for (std::size_t sign = 0; sign < flow::kPairingCodeLength; ++sign) {
                m_rig.journey().handle(flow::event::PairingSign{'7'});
            }
        } else if (m_rig.on<flow::screen::CodeResult>()) {
            m_rig.journey().handle(flow::event::FollowUp{m_random.below(3) != 0
                                                             ? flow::FollowUpAction::withdraw
                                                             : flow::FollowUpAction::more});
        } else if (m_rig.on<flow::screen::Home>()) {
            m_rig.journey().handle(flow::event::OpenCode{});
        } else if (m_rig.on<flow::screen::Attract>()) {
            m_rig.journey().handle(flow::event::OpenService{});
        }
    }
    void answer_pairing() {
        switch (m_random.below(3)) {
        case 0:
            return m_rig.held.tell(
                flow::event::PairingWords{{"boot", "roos", "kaas", "lamp", "wolk"}});
        case 1:
            return m_rig.held.tell(flow::event::PairingDone{});
        default:
            return m_rig.held.tell(flow::event::PairingFailed{flow::PairingFailure::wrong_code});
        }
    }
    void pass_time() {
        constexpr std::array<int, 5> kSeconds{1, 4, 20, 50, 130};
        m_rig.clock.advance(std::chrono::seconds(kSeconds.at(m_random.below(5))));
    }
    void change_display() {
        using What = platform::DisplayEvent::What;
        constexpr std::array<platform::PixelSize, 5> kSizes{
            {{1280, 800}, {800, 480}, {720, 1280}, {1024, 600}, {1280, 800}}};
        switch (m_random.below(4)) {
        case 0:
            push(platform::DisplayEvent{What::lost});
            break;
        case 1:
            push(platform::DisplayEvent{What::back});
            break;
        case 2:
            push(platform::DisplayEvent{What::exposed});
            break;
        default:
            m_rig.display.headless.resize(kSizes.at(m_random.below(5)));
            break;
        }
    }
    std::size_t deliver() {
        for (InputEvent const& event : m_events) {
            m_rig.display.headless.push(event);
        }
        m_rig.display.wake();
        std::vector<InputEvent> arrived;
        m_rig.display.wait(std::nullopt, arrived);
        m_rig.step(arrived);
        return std::max<std::size_t>(1, arrived.size());
    }

    KioskRig& m_rig;
    SeededRandom m_random;
    std::vector<InputEvent> m_events;
    std::int64_t m_fingers = 0;
};

void play(KioskRig& rig, Monkey& monkey, std::uint64_t events) {
    std::array<std::uint64_t, std::variant_size_v<flow::Screen>> seen{};
    for (std::uint64_t done = 0; done < events;) {
        done += monkey.act();
        ++seen.at(rig.journey().screen().index());
        ASSERT_EQ(monkey.invariants.broken(), "") << "after event " << done;
    }
    // It has been nearly everywhere, or it proved little. The letterbox of this kiosk is open.
    constexpr std::uint64_t kEnough = 50'000;
    constexpr std::ptrdiff_t kSeldom = 3;
    auto const never = std::ranges::count(seen, 0U);
    std::string missing;
    for (std::size_t i = 0; i < seen.size(); ++i) {
        missing += seen.at(i) == 0 ? ' ' + std::to_string(i) : "";
    }
    EXPECT_TRUE(events < kEnough || never <= kSeldom) << never << " never seen:" << missing;
}

// Everybody goes: the kiosk comes back to its first screen by itself, and takes the next letter.
void expect_ready_again(KioskRig& rig, Monkey& monkey) {
    monkey.bring_display_back();
    while (rig.held.waiting() > 0 || rig.on<flow::screen::LookingUp>()) {
        monkey.answer_letter();
        rig.step();
    }
    rig.wait(std::chrono::minutes(5));
    EXPECT_TRUE(rig.on<flow::screen::Attract>());
    rig.clock.advance(std::chrono::minutes(15)); // the same words are no duplicate any more
    EXPECT_TRUE(rig.text().empty());
    EXPECT_EQ(rig.journey().language(), "nl");
    EXPECT_EQ(rig.journey().overlay(), flow::Overlay::none);
    EXPECT_FALSE(rig.terminal().quit());
    for (std::string const& line : rig.log) {
        ADD_FAILURE() << line;
    }
    rig.display.headless.resize({1280, 800});
    rig.redraw();
    rig.write_question("Hallo");
    rig.tap("summary.send");
    EXPECT_TRUE(rig.on<flow::screen::Sending>());
}

void let_loose(bool painting, std::uint64_t events) {
    std::uint64_t const seed = number_from("INLOOP_MONKEY_SEED", 20261123);
    SCOPED_TRACE("seed " + std::to_string(seed));
    KioskRig rig(support::KioskSpec{.painting = painting});
    Monkey monkey(rig, seed);
    ASSERT_NO_FATAL_FAILURE(play(rig, monkey, events));
    expect_ready_again(rig, monkey);
}

TEST(Monkey, BreaksNothing) {
    let_loose(false, number_from("INLOOP_MONKEY_EVENTS", kUsualEvents));
}

TEST(Monkey, BreaksNothingWhileEveryFrameIsPainted) {
    let_loose(true, number_from("INLOOP_MONKEY_EVENTS", kUsualEvents) / 10);
}

TEST(MonkeyControl, SeesWhatMustNotBe) {
    KioskRig rig;
    Invariants invariants(rig);
    EXPECT_EQ(invariants.broken(), "");
    rig.journey().screen() = flow::screen::Receipt{.code = {{1, 2, 3, 4, 5}}};
    EXPECT_NE(invariants.broken(), "") << "nobody stored a letter";
    invariants.stored({{1, 2, 3, 4, 6}});
    EXPECT_NE(invariants.broken(), "") << "the code of another letter";
    rig.journey().screen() = flow::screen::NotStored{};
    EXPECT_NE(invariants.broken(), "") << "without the text";
    rig.journey().screen() = flow::screen::Sending{};
    EXPECT_NE(invariants.broken(), "") << "nobody sends anything";
    rig.journey().screen() = flow::screen::Attract{};
    EXPECT_EQ(invariants.broken(), "");
    rig.put("é");
    EXPECT_NE(invariants.broken(), "") << "the text of the visitor before";
    rig.journey().screen() = flow::screen::Write{};
    EXPECT_EQ(invariants.broken(), "");
    rig.journey().draft().message.caret = 1;
    EXPECT_NE(invariants.broken(), "") << "the caret within a letter";
    rig.journey().draft().message.caret = 0;
    rig.display.headless.resize({1280, 800});
    rig.redraw();
    EXPECT_EQ(invariants.broken(), "");
}

} // namespace
} // namespace inloop::journey
