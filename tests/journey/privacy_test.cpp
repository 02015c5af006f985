// SPDX-License-Identifier: EUPL-1.2
// A second after a visitor left, nothing he typed is to be found in the memory of the kiosk nor in
// the files of its site. The program is linked with the wiping heap, as the kiosk is.
#include "platform/linux/linux_files.h"
#include "tests/support/kiosk_rig.h"
#include "tests/support/memory_scan.h"
#include "tests/support/must.h"
#include "tests/support/scratch.h"
#include "tests/support/site_letters.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::journey {
namespace {

using support::KioskRig;
using support::KioskSpec;
using support::Needle;
using support::Scratch;
using support::SiteLetters;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kHeapIsOurs = false;
#else
constexpr bool kHeapIsOurs = true;
#endif

// Under a sanitizer freed memory is not given back, and its own bookkeeping fills terabytes.
constexpr char const* kNotLooked = "the sanitizer owns the heap: memory was not looked at";

// Letter i of what the visitor types, made at run time: nothing but what he typed may hold them
// together.
constexpr std::size_t kLetters = 24;
volatile std::size_t const kStep = 7;
char letter_at(std::size_t i) {
    return static_cast<char>('a' + (i * kStep + 3) % 26);
}

Needle typed_letters() {
    Needle needle("what was typed");
    for (std::size_t i = 0; i < kLetters; ++i) {
        needle.add(static_cast<std::uint8_t>(letter_at(i)));
    }
    return needle;
}

// The code of a receipt as numbers, as digits and as words.
std::vector<Needle> code_needles(entries::ReceiptCode const& code, entries::WordList const& words) {
    Needle numbers("code as numbers");
    Needle spoken("code as words");
    for (std::uint16_t const word : code.words) {
        numbers.add(static_cast<std::uint8_t>(word & 0xFFU));
        numbers.add(static_cast<std::uint8_t>(word >> 8U));
        for (char const letter : words.word(word)) {
            spoken.add(static_cast<std::uint8_t>(letter));
        }
        spoken.add('-');
    }
    Needle digits("code as digits");
    auto shown = code.digits();
    for (char& digit : shown) {
        digits.add(static_cast<std::uint8_t>(digit));
        digit = 0;
    }
    std::vector<Needle> all = support::in_every_encoding(digits);
    for (Needle const& needle : support::in_every_encoding(spoken)) {
        all.push_back(needle);
    }
    all.push_back(numbers);
    return all;
}

class Privacy : public testing::Test {
protected:
    Privacy()
        : rig(KioskSpec{.painting = true}, [this](KioskRig& r) {
            letters = std::make_unique<SiteLetters>(r, files, data.path());
            return letters->post();
        }) {}
    ~Privacy() override { letters.reset(); }
    Privacy(Privacy const&) = delete;
    Privacy& operator=(Privacy const&) = delete;

    void type_it() {
        rig.tap("attract.start");
        rig.tap("home.idea");
        for (std::size_t i = 0; i < kLetters; ++i) {
            char const letter = letter_at(i);
            rig.type({&letter, 1});
        }
    }
    void send_it() {
        rig.tap("write.next");
        rig.tap("summary.send");
        rig.await_outcome();
    }
    void wait_for_idle_wipe() {
        for (int i = 0; i < 300 && !rig.on<flow::screen::Attract>(); ++i) {
            rig.wait(std::chrono::seconds(1));
        }
    }
    void leave_with_the_code() {
        rig.tap("receipt.done");
        rig.tap("afterwards.skip");
        rig.tap("afterwards.skip");
        rig.tap("afterwards.done");
    }
    // What a disk that takes nothing more does to the next letter.
    void break_the_letterbox() { std::filesystem::rename(data / "letterbox", data / "elsewhere"); }
    // A second later.
    void expect_gone() {
        ASSERT_TRUE(rig.on<flow::screen::Attract>());
        rig.wait(std::chrono::seconds(1));
        auto const needles = support::in_every_encoding(typed_letters());
        auto const on_disk = support::scan_files(data.path(), needles);
        EXPECT_TRUE(on_disk.empty()) << support::to_string(on_disk);
        if (!kHeapIsOurs) {
            GTEST_SKIP() << kNotLooked;
        }
        auto const in_memory = support::scan_memory(needles);
        EXPECT_TRUE(in_memory.empty()) << support::to_string(in_memory);
    }

    Scratch data;
    platform::LinuxFiles files;
    std::unique_ptr<SiteLetters> letters; // made by what the rig calls while it is made
    KioskRig rig;
};

// ---- every way out

TEST_F(Privacy, NothingIsLeftAfterWipeAndStop) {
    type_it();
    rig.tap("bar.wipe");

    expect_gone();
}

TEST_F(Privacy, NothingIsLeftAfterWipeAndStopOnTheSummary) {
    type_it();
    rig.tap("write.next");
    rig.tap("bar.wipe");

    expect_gone();
}

TEST_F(Privacy, NothingIsLeftAfterWipeAndStopOnAnotherScreen) {
    type_it();
    rig.tap("bar.back");
    rig.tap("home.information");
    rig.tap("strip.emergency");
    rig.tap("bar.wipe");

    expect_gone();
}

TEST_F(Privacy, NothingIsLeftWhenTheVisitorWalksAwayWhileWriting) {
    type_it();
    wait_for_idle_wipe();

    expect_gone();
}

TEST_F(Privacy, NothingIsLeftWhenTheVisitorWalksAwayFromTheSummary) {
    type_it();
    rig.tap("write.next");
    wait_for_idle_wipe();

    expect_gone();
}

TEST_F(Privacy, NothingIsLeftWhenTheVisitorHasTheCode) {
    type_it();
    send_it();
    ASSERT_TRUE(rig.on<flow::screen::Receipt>());
    leave_with_the_code();

    expect_gone();
}

TEST_F(Privacy, NothingIsLeftWhenTheVisitorWalksAwayFromTheReceipt) {
    type_it();
    send_it();
    ASSERT_TRUE(rig.on<flow::screen::Receipt>());
    wait_for_idle_wipe();

    expect_gone();
}

TEST_F(Privacy, NothingIsLeftAfterALetterThatWasNotStored) {
    break_the_letterbox();
    type_it();
    send_it();
    ASSERT_TRUE(rig.on<flow::screen::NotStored>());
    rig.tap("bar.wipe");

    expect_gone();
}

TEST_F(Privacy, NothingIsLeftWhenTheVisitorWalksAwayFromALetterNotStored) {
    break_the_letterbox();
    type_it();
    send_it();
    rig.tap("not_stored.retry");
    rig.await_outcome();
    ASSERT_TRUE(rig.on<flow::screen::NotStored>());
    wait_for_idle_wipe();

    expect_gone();
}

TEST_F(Privacy, NothingIsLeftAfterMuchChangingOfTheText) {
    type_it();
    rig.tap("key.digits");
    for (int i = 0; i < 12; ++i) {
        rig.tap("key.left");
    }
    rig.tap("key.letters");
    rig.tap("key.enter");
    rig.tap("bar.contrast");
    for (int i = 0; i < 5; ++i) {
        rig.tap("key.backspace");
    }
    rig.tap("bar.wipe");

    expect_gone();
}

TEST_F(Privacy, NothingIsLeftOfTheCode) {
    type_it();
    send_it();
    ASSERT_TRUE(rig.on<flow::screen::Receipt>());
    auto const needles =
        code_needles(std::get<flow::screen::Receipt>(rig.journey().screen()).code, rig.words);
    leave_with_the_code();
    rig.wait(std::chrono::seconds(1));

    auto const on_disk = support::scan_files(data.path(), needles);
    EXPECT_TRUE(on_disk.empty()) << support::to_string(on_disk);
    if (!kHeapIsOurs) {
        GTEST_SKIP() << kNotLooked;
    }
    auto const in_memory = support::scan_memory(needles);
    EXPECT_TRUE(in_memory.empty()) << support::to_string(in_memory);
}

// ---- an answer of the police

// Puts an answer of the letters above to the letter with the code into memory, and comes back.
class AnsweredPrivacy : public Privacy {
protected:
    void read_the_answer() {
        type_it();
        send_it();
        auto const code = std::get<flow::screen::Receipt>(rig.journey().screen()).code;
        leave_with_the_code();
        {
            auto answer = support::must(SecretText::with_capacity(kLetters));
            for (std::size_t i = 0; i < kLetters; ++i) {
                char const letter = letter_at(i);
                ASSERT_TRUE(answer.insert(i, {&letter, 1}));
            }
            letters->answer(code, entries::Status::referred, answer.view());
        }
        rig.tap("attract.start");
        rig.tap("home.code");
        rig.tap("code.by_digits");
        for (char const digit : code.digits()) {
            rig.tap(std::string("key.") + digit);
        }
        rig.tap("code.look");
        rig.await_outcome();
        ASSERT_TRUE(rig.on<flow::screen::CodeResult>());
        ASSERT_EQ(rig.journey().visit()->news.answers.size(), 1U);
        EXPECT_EQ(rig.journey().visit()->news.answers.front().size(), kLetters);
        EXPECT_EQ(rig.journey().visit()->news.status, entries::Status::referred);
    }
    // No lettering of the screen may say it, in whatever view.
    [[nodiscard]] bool on_record() {
        std::vector<char> words; // on the heap, which is wiped: no stack is
        for (std::size_t i = 0; i < 8; ++i) {
            words.push_back(letter_at(i));
        }
        std::string_view const looked_for(words.data(), words.size());
        return std::ranges::any_of(rig.terminal().registry().letterings(),
                                   [&](ui::Lettering const& one) {
                                       return one.text.find(looked_for) != std::string::npos;
                                   }) ||
               std::ranges::any_of(rig.terminal().registry().widgets(), [&](ui::Widget const& one) {
                   return one.label.find(looked_for) != std::string::npos;
               });
    }
};

TEST_F(AnsweredPrivacy, NothingIsLeftOfAnAnswerAMinuteAfterItWasRead) {
    read_the_answer();
    EXPECT_FALSE(on_record());
    rig.journey().handle(flow::event::ToggleLargeLetters{});
    rig.step();
    EXPECT_FALSE(on_record());

    rig.wait(std::chrono::seconds(60));

    EXPECT_TRUE(letters->log().empty());
    expect_gone();
}

TEST_F(AnsweredPrivacy, NothingIsLeftOfAnAnswerAfterWipeAndStop) {
    read_the_answer();
    rig.tap("bar.wipe");

    expect_gone();
}

TEST_F(AnsweredPrivacy, NothingIsLeftOfAnAnswerWhenAnotherCodeIsTyped) {
    read_the_answer();
    rig.tap("bar.back");
    ASSERT_TRUE(rig.on<flow::screen::CodeEntry>());
    rig.tap("bar.wipe");

    expect_gone();
}

TEST_F(AnsweredPrivacy, NothingIsLeftAfterAFollowUp) {
    read_the_answer();
    rig.tap("code_result.more");
    for (std::size_t i = 0; i < kLetters; ++i) {
        char const letter = letter_at(i);
        rig.type({&letter, 1});
    }
    rig.tap("write.next");
    rig.await_outcome();
    ASSERT_TRUE(rig.on<flow::screen::FollowedUp>());
    rig.tap("followed_up.done");

    expect_gone();
}

TEST_F(AnsweredPrivacy, IsLookedForWhereItIs) {
    if (!kHeapIsOurs) {
        GTEST_SKIP() << kNotLooked;
    }
    read_the_answer();

    EXPECT_FALSE(support::scan_memory(support::in_every_encoding(typed_letters())).empty());
    rig.tap("bar.wipe");
}

// ---- the same look finds what is there

TEST_F(Privacy, IsLookedForWhereItIs) {
    if (!kHeapIsOurs) {
        GTEST_SKIP() << kNotLooked;
    }
    auto const needles = support::in_every_encoding(typed_letters());
    EXPECT_TRUE(support::scan_memory(needles).empty()) << "not before anybody typed";
    type_it();

    EXPECT_GE(support::scan_memory(needles).size(), 3U) << "all parts of the draft";
    rig.tap("bar.wipe");
}

template <class Unit>
std::vector<Unit> copy_of_it() {
    std::vector<Unit> copy;
    for (std::size_t i = 0; i < kLetters; ++i) {
        copy.push_back(static_cast<Unit>(letter_at(i)));
    }
    return copy;
}

TEST(PrivacyControl, FindsACopyInEveryEncoding) {
    if (!kHeapIsOurs) {
        GTEST_SKIP() << kNotLooked;
    }
    auto const needles = support::in_every_encoding(typed_letters());
    std::size_t found = 0;
    {
        auto const copy = copy_of_it<char>();
        found = support::scan_memory(needles).size();
        EXPECT_EQ(copy.size(), kLetters);
    }
    EXPECT_GE(found, 3U);
    {
        auto const copy = copy_of_it<char16_t>();
        found = support::scan_memory(needles).size();
        EXPECT_EQ(copy.size(), kLetters);
    }
    EXPECT_GE(found, 3U);
    {
        auto const copy = copy_of_it<char32_t>();
        found = support::scan_memory(needles).size();
        EXPECT_EQ(copy.size(), kLetters);
    }
    EXPECT_GE(found, 3U);
}

TEST(PrivacyControl, FindsADraftThatWasNotWiped) {
    if (!kHeapIsOurs) {
        GTEST_SKIP() << kNotLooked;
    }
    KioskRig rig;
    rig.tap("attract.start");
    rig.tap("home.idea");
    for (std::size_t i = 0; i < kLetters; ++i) {
        char const letter = letter_at(i);
        rig.type({&letter, 1});
    }
    // A careless kiosk: the screen goes, the draft stays.
    rig.journey().screen() = flow::screen::Attract{};
    rig.wait(std::chrono::seconds(1));

    EXPECT_FALSE(support::scan_memory(support::in_every_encoding(typed_letters())).empty());
}

TEST(PrivacyControl, FindsItInAFile) {
    Scratch folder;
    auto const needles = support::in_every_encoding(typed_letters());
    EXPECT_TRUE(support::scan_files(folder.path(), needles).empty());
    {
        std::ofstream out(folder / "note");
        for (std::size_t i = 0; i < kLetters; ++i) {
            out << letter_at(i);
        }
    }

    EXPECT_EQ(support::scan_files(folder.path(), needles).size(), 3U);
}

} // namespace
} // namespace inloop::journey
