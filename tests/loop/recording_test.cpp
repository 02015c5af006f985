// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/loop/recording.h"
#include "tests/support/kiosk_rig.h"
#include "tests/support/must.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::loop {
namespace {

using platform::DisplayEvent;
using platform::FingerEvent;
using platform::FingerPhase;
using platform::InputEvent;
using platform::Key;
using platform::KeyEvent;
using support::KioskRig;
using support::must;
using support::Scratch;

std::vector<InputEvent> one_of_each() {
    Instant const at{Milliseconds(40)};
    std::vector<InputEvent> all;
    for (FingerPhase const phase :
         {FingerPhase::down, FingerPhase::move, FingerPhase::up, FingerPhase::cancelled}) {
        all.emplace_back(FingerEvent{phase, 7, {12.5F, 799.25F}, at});
    }
    for (Key const key :
         {Key::up, Key::down, Key::left, Key::right, Key::enter, Key::back, Key::presence}) {
        all.emplace_back(KeyEvent{key, true, at});
        all.emplace_back(KeyEvent{key, false, at});
    }
    for (auto const what : {DisplayEvent::What::lost, DisplayEvent::What::back,
                            DisplayEvent::What::resized, DisplayEvent::What::exposed}) {
        all.emplace_back(DisplayEvent{what});
    }
    all.emplace_back(platform::QuitEvent{});
    return all;
}

// Records a visit that writes "Hallo", reads the summary and leaves.
void record_visit(std::filesystem::path const& file, TypedTouches typed) {
    KioskRig rig;
    Recorder recorder = must(Recorder::create(file, rig.clock.now(), typed));
    rig.observer = [&](InputEvent const& event, Sensitivity sensitivity) {
        recorder.record(event, sensitivity, rig.clock.now());
    };
    rig.write_idea("Hallo");
    rig.tap("bar.back");
    rig.observer = nullptr;
}

void replay(KioskRig& rig, std::vector<RecordedEvent> const& recorded) {
    Instant const start = rig.clock.now();
    for (RecordedEvent const& one : recorded) {
        rig.clock.manual.advance_to(start + one.after);
        std::array<InputEvent, 1> event{one.event};
        if (auto* finger = std::get_if<FingerEvent>(event.data())) {
            finger->time = rig.clock.now();
        }
        rig.step(event);
    }
}

std::size_t count(std::string const& text, std::string_view word) {
    std::size_t found = 0;
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        ++found;
    }
    return found;
}

TEST(Recording, GivesBackEveryEvent) {
    Scratch scratch;
    auto const file = scratch / "visit.txt";
    auto const events = one_of_each();
    {
        Recorder recorder = must(Recorder::create(file, Instant(), TypedTouches::written_down));
        for (InputEvent const& event : events) {
            recorder.record(event, Sensitivity::plain, Instant(Milliseconds(40)));
        }
    }

    auto const read = must(read_recording(file));
    ASSERT_EQ(read.size(), events.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
        EXPECT_EQ(read[i].event, events[i]) << to_line(events[i], Milliseconds(40));
        EXPECT_EQ(read[i].after, Milliseconds(40));
    }
}

TEST(Recording, PlaysAVisitAgain) {
    Scratch scratch;
    auto const file = scratch / "visit.txt";
    record_visit(file, TypedTouches::written_down);
    KioskRig rig;
    replay(rig, must(read_recording(file)));

    EXPECT_TRUE(rig.on<flow::screen::Write>());
    EXPECT_EQ(rig.text(), "Hallo");
}

TEST(Recording, LeavesOutWhatWasTyped) {
    Scratch scratch;
    auto const file = scratch / "visit.txt";
    record_visit(file, TypedTouches::left_out);
    std::string const content = support::content_of(file);
    EXPECT_EQ(count(content, " typing\n"), 10U) << "five keys, down and up";
    EXPECT_EQ(count(content, " down "), 4U) << "start, question, on, back";
    KioskRig rig;
    replay(rig, must(read_recording(file)));

    EXPECT_TRUE(rig.text().empty());
    EXPECT_TRUE(rig.on<flow::screen::Write>() || rig.on<flow::screen::Home>());
}

TEST(Recording, LeavesOutNothingOfTypingInATestBuildOnly) {
#ifdef INLOOP_TEST_BUILD
    EXPECT_EQ(usual_typed_touches(), TypedTouches::written_down);
#else
    EXPECT_EQ(usual_typed_touches(), TypedTouches::left_out);
#endif
}

// ---- which touches are typing

class SensitivityTest : public testing::Test {
protected:
    SensitivityTest() {
        rig.tap("attract.start");
        rig.tap("home.idea");
        rig.observer = [this](InputEvent const& /*event*/, Sensitivity sensitivity) {
            seen.push_back(sensitivity);
        };
    }
    KioskRig rig;
    std::vector<Sensitivity> seen;
};

TEST_F(SensitivityTest, KeysAndTheTextBoxAreTyping) {
    rig.tap("key.h");
    rig.tap("write.box");
    rig.tap("key.backspace");

    EXPECT_EQ(seen, std::vector<Sensitivity>(6, Sensitivity::typing));
}

TEST_F(SensitivityTest, EverythingElseIsNot) {
    rig.tap("bar.back");
    rig.tap("home.information");

    EXPECT_EQ(seen, std::vector<Sensitivity>(4, Sensitivity::plain));
}

TEST_F(SensitivityTest, AFingerThatLeavesTheKeysIsStillTyping) {
    platform::Point const key = rig.middle("key.h");
    rig.finger(FingerPhase::down, key);
    rig.finger(FingerPhase::move, {key.x, 100});
    rig.finger(FingerPhase::up, {key.x, 100});

    EXPECT_EQ(seen, std::vector<Sensitivity>(3, Sensitivity::typing));
}

TEST_F(SensitivityTest, SeveralFingersTypeAtATime) {
    rig.finger(FingerPhase::down, rig.middle("key.h"), 1);
    rig.finger(FingerPhase::down, rig.middle("key.o"), 2);
    rig.finger(FingerPhase::up, rig.middle("bar.back"), 1);
    rig.finger(FingerPhase::up, rig.middle("bar.back"), 2);

    EXPECT_EQ(seen, std::vector<Sensitivity>(4, Sensitivity::typing));
}

TEST_F(SensitivityTest, ATouchWhoseBeginningWasLostIsTypingToo) {
    rig.finger(FingerPhase::up, rig.middle("key.h"), 5);

    EXPECT_EQ(seen, std::vector<Sensitivity>(1, Sensitivity::typing));
}

// ---- files that are no recordings

TEST(Recording, NamesTheLineThatIsWrong) {
    struct Case {
        std::string_view text;
        std::string_view place;
    };
    for (Case const& one : {
             Case{"", "file:1:"},
             Case{"inloop-recording 2\n", "file:1:"},
             Case{"1250 down 1 640 400\n", "file:1:"},
             Case{"inloop-recording 1\nnonsense\n", "file:2:"},
             Case{"inloop-recording 1\n\n", "file:2:"},
             Case{"inloop-recording 1\n10 quit\n5 quit\n", "file:3:"},
             Case{"inloop-recording 1\n-1 quit\n", "file:2:"},
             Case{"inloop-recording 1\n10 down 1 640\n", "file:2:"},
             Case{"inloop-recording 1\n10 down one 640 400\n", "file:2:"},
             Case{"inloop-recording 1\n10 down 1 nan 400\n", "file:2:"},
             Case{"inloop-recording 1\n10 down 1 inf 400\n", "file:2:"},
             Case{"inloop-recording 1\n10 down 1 1e999 400\n", "file:2:"},
             Case{"inloop-recording 1\n10 hover 1 640 400\n", "file:2:"},
             Case{"inloop-recording 1\n10 key q pressed\n", "file:2:"},
             Case{"inloop-recording 1\n10 key enter\n", "file:2:"},
             Case{"inloop-recording 1\n10 display gone\n", "file:2:"},
             Case{"inloop-recording 1\n99999999999999999999 quit\n", "file:2:"},
         }) {
        auto const read = parse_recording(one.text, "file");
        ASSERT_FALSE(read.has_value()) << one.text;
        EXPECT_EQ(read.error().message.find(one.place), 0U) << read.error().message;
        EXPECT_NE(read.error().message.find(';'), std::string::npos) << "and how to mend it";
    }
}

TEST(Recording, ReadsAnEmptyVisit) {
    EXPECT_TRUE(must(parse_recording("inloop-recording 1\n", "file")).empty());
    EXPECT_TRUE(must(parse_recording("inloop-recording 1\n10 typing\n", "file")).empty());
}

TEST(Recording, SaysWhenAFileCannotBeReadOrWritten) {
    Scratch scratch;
    EXPECT_EQ(read_recording(scratch / "none").error().code, ErrorCode::not_found);
    EXPECT_FALSE(read_recording(scratch.path()).has_value()) << "a folder";
    EXPECT_EQ(Recorder::create(scratch / "no" / "such", Instant()).error().code, ErrorCode::io);
    auto const huge = scratch / "huge";
    std::ofstream(huge).put('x');
    std::filesystem::resize_file(huge, std::uintmax_t{65} << 20U);
    EXPECT_EQ(read_recording(huge).error().code, ErrorCode::invalid_input);
}

} // namespace
} // namespace inloop::loop
