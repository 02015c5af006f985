// SPDX-License-Identifier: EUPL-1.2
// One journey for each kind of visitor, from the first touch to what lies sealed on the disk.
// Letters go through the real worker; what was sealed is opened as the log would open it.
#include "platform/linux/linux_files.h"
#include "tests/support/kiosk_rig.h"
#include "tests/support/scratch.h"
#include "tests/support/site_letters.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::journey {
namespace {

using support::KioskRig;
using support::ReadLetter;
using support::Scratch;
using support::SiteLetters;

// A kiosk with a site on the real disk.
class Kiosk {
public:
    Kiosk()
        : rig({}, [this](KioskRig& r) {
            letters = std::make_unique<SiteLetters>(r, files, scratch.path());
            return letters->post();
        }) {}
    ~Kiosk() { letters.reset(); } // its worker ends while what it uses is there
    Kiosk(Kiosk const&) = delete;
    Kiosk& operator=(Kiosk const&) = delete;

    void begin(std::string_view language = "nl") {
        rig.tap("attract.language." + std::string(language));
    }
    // One touch after the other.
    void tap(std::initializer_list<std::string_view> ids) {
        for (std::string_view const id : ids) {
            rig.tap(id);
        }
    }
    void skip_questions() {
        while (rig.on<flow::screen::Question>()) {
            rig.tap("question.skip");
        }
    }
    void send() {
        rig.tap("summary.send");
        rig.await_outcome();
    }
    void leave_with_the_code() {
        tap({"receipt.done", "afterwards.skip", "afterwards.skip", "afterwards.done"});
    }
    [[nodiscard]] std::vector<ReadLetter> sealed() {
        return support::read_letters(files, scratch.path());
    }
    // Whether any file of the site holds these bytes.
    [[nodiscard]] bool on_disk(std::string_view words) const {
        for (auto const& entry : std::filesystem::recursive_directory_iterator(scratch.path())) {
            if (!entry.is_regular_file()) {
                continue;
            }
            std::ifstream in(entry.path(), std::ios::binary);
            std::string const bytes{std::istreambuf_iterator<char>(in), {}};
            if (bytes.find(words) != std::string::npos) {
                return true;
            }
        }
        return false;
    }
    [[nodiscard]] bool nothing_left() {
        flow::Draft const& draft = rig.journey().draft();
        return rig.on<flow::screen::Attract>() && draft.message.text.empty() &&
               draft.contact.text.empty() && draft.subject.empty() && draft.answers.empty() &&
               draft.spot == entries::Spot{} && rig.journey().language() == "nl" &&
               rig.journey().settings() == flow::ViewSettings{};
    }

    Scratch scratch;
    platform::LinuxFiles files;
    std::unique_ptr<SiteLetters> letters;
    KioskRig rig;
};

TEST(Visitor, ShyTipsterAboutDrugsLeavesNothingThatPointsAtAnyone) {
    Kiosk kiosk;
    kiosk.begin();
    kiosk.tap({"home.pass_on", "happening.no", "subject.drugs"});
    kiosk.skip_questions();
    kiosk.rig.type("Dealen in de steeg. Auto 12-AB-34. Bel 06-12345678");
    kiosk.rig.tap("write.next");
    ASSERT_TRUE(kiosk.rig.on<flow::screen::PersonalData>());
    kiosk.rig.tap("personal.remove");
    ASSERT_TRUE(kiosk.rig.on<flow::screen::Recognisable>());
    kiosk.tap({"recognisable.next", "where.skip", "contact.by_code"});
    kiosk.send();

    auto const sealed = kiosk.sealed();
    ASSERT_EQ(sealed.size(), 1U);
    entries::Letter const& letter = sealed.front().letter;
    EXPECT_EQ(letter.text.view(), "Dealen in de steeg. Auto [...]. Bel [...]");
    EXPECT_EQ(letter.facts.subject, "drugs");
    EXPECT_EQ(letter.facts.kind, entries::EntryKind::pass_on);
    EXPECT_EQ(letter.facts.contact, entries::ContactWish::by_code);
    EXPECT_EQ(letter.facts.spot, entries::Spot{});
    EXPECT_TRUE(letter.contact.empty());
    EXPECT_FALSE(kiosk.on_disk("steeg"));
    EXPECT_FALSE(kiosk.on_disk("12345678"));
    kiosk.leave_with_the_code();
    EXPECT_TRUE(kiosk.nothing_left());
}

TEST(Visitor, ComplaintForTheMunicipalityIsSentTheRightWayAndMayBePassedOn) {
    Kiosk kiosk;
    kiosk.begin();
    kiosk.tap({"home.question", "happening.no", "subject.street"});
    ASSERT_TRUE(kiosk.rig.on<flow::screen::Desk>());
    kiosk.rig.tap("desk.pass");
    kiosk.skip_questions();
    kiosk.rig.type("Lantaarn stuk");
    kiosk.tap({"write.next", "where.street.kruisstraat", "where.next", "contact.by_code"});
    kiosk.send();

    auto const sealed = kiosk.sealed();
    ASSERT_EQ(sealed.size(), 1U);
    EXPECT_EQ(sealed.front().letter.facts.subject, "street");
    EXPECT_EQ(sealed.front().letter.facts.passing, entries::Passing::yes);
    EXPECT_EQ(sealed.front().letter.facts.spot.street, "kruisstraat");
}

TEST(Visitor, ComplaintForTheMunicipalityMayEndWithKnowingWhoToCall) {
    Kiosk kiosk;
    kiosk.begin();
    kiosk.tap({"home.question", "happening.no", "subject.street", "desk.enough"});

    EXPECT_TRUE(kiosk.nothing_left());
    EXPECT_TRUE(kiosk.sealed().empty());
}

TEST(Visitor, QuestionWithCallBackSealsTheNumberWithTheText) {
    Kiosk kiosk;
    kiosk.begin();
    kiosk.tap({"home.question", "happening.no", "subject.traffic", "option.speed", "option.often",
               "question.skip"});
    kiosk.rig.type("Kan het hier rustiger?");
    kiosk.tap({"write.next", "where.skip", "contact.call"});
    kiosk.rig.type("0592123456");
    kiosk.rig.tap("contact_detail.next");
    kiosk.send();

    auto const sealed = kiosk.sealed();
    ASSERT_EQ(sealed.size(), 1U);
    entries::Letter const& letter = sealed.front().letter;
    EXPECT_EQ(letter.facts.contact, entries::ContactWish::call);
    EXPECT_EQ(letter.contact.view(), "0592123456");
    std::vector<entries::TapAnswer> const answers{{"what", "speed"}, {"how-often", "often"}};
    EXPECT_EQ(letter.facts.answers, answers);
    EXPECT_FALSE(kiosk.on_disk("0592123456"));
    kiosk.leave_with_the_code();
    EXPECT_TRUE(kiosk.nothing_left());
}

TEST(Visitor, ComplimentIsAskedNothingElse) {
    Kiosk kiosk;
    kiosk.begin();
    kiosk.rig.tap("home.idea");
    kiosk.rig.type("Fijn dat u er bent!");
    kiosk.rig.tap("write.next");
    ASSERT_TRUE(kiosk.rig.on<flow::screen::Summary>());
    kiosk.send();

    auto const sealed = kiosk.sealed();
    ASSERT_EQ(sealed.size(), 1U);
    EXPECT_EQ(sealed.front().letter.facts.kind, entries::EntryKind::idea);
    EXPECT_EQ(sealed.front().letter.facts.subject, "idea");
    EXPECT_EQ(sealed.front().letter.facts.happening, entries::Happening::not_asked);
}

TEST(Visitor, EmergencyComesBeforeAnythingIsTyped) {
    Kiosk kiosk;
    kiosk.begin();
    kiosk.tap({"home.pass_on", "happening.yes"});
    ASSERT_EQ(kiosk.rig.journey().overlay(), flow::Overlay::emergency);
    EXPECT_TRUE(kiosk.rig.text().empty());
    kiosk.tap({"emergency.not_urgent", "subject.other"});
    kiosk.skip_questions();
    kiosk.rig.type("Het is nu bezig");
    kiosk.tap({"write.next", "where.skip", "contact.by_code"});
    kiosk.send();

    auto const sealed = kiosk.sealed();
    ASSERT_EQ(sealed.size(), 1U);
    EXPECT_EQ(sealed.front().letter.facts.happening, entries::Happening::yes);
}

TEST(Visitor, EnglishSpeakerIsKnownByTheLanguageOfTheLetterOnly) {
    Kiosk kiosk;
    kiosk.begin("en");
    kiosk.tap({"home.question", "happening.no", "subject.officer"});
    kiosk.skip_questions();
    kiosk.rig.type("Where can I park?");
    kiosk.tap({"write.next", "contact.by_code"});
    kiosk.send();

    auto const sealed = kiosk.sealed();
    ASSERT_EQ(sealed.size(), 1U);
    EXPECT_EQ(sealed.front().letter.facts.language, "en");
    kiosk.leave_with_the_code();
    EXPECT_TRUE(kiosk.nothing_left());
}

TEST(Visitor, WhoStopsHalfWayLeavesNothing) {
    Kiosk kiosk;
    kiosk.begin();
    kiosk.tap({"bar.contrast", "home.question", "happening.no", "subject.people"});
    kiosk.skip_questions();
    kiosk.rig.type("Toch maar niet");
    kiosk.rig.wait(std::chrono::seconds(70));

    EXPECT_TRUE(kiosk.nothing_left());
    EXPECT_TRUE(kiosk.sealed().empty());
    EXPECT_FALSE(kiosk.on_disk("Toch maar niet"));
}

TEST(Visitor, WhoComesBackWithTheCodeSeesThatItIsStoredAndAnotherCodeShowsNothing) {
    Kiosk kiosk;
    kiosk.begin();
    kiosk.rig.tap("home.idea");
    kiosk.rig.type("Dank u");
    kiosk.rig.tap("write.next");
    kiosk.send();
    entries::ReceiptCode const code =
        std::get<flow::screen::Receipt>(kiosk.rig.journey().screen()).code;
    kiosk.leave_with_the_code();

    auto const look_up = [&](entries::ReceiptCode const& typed) {
        kiosk.begin();
        kiosk.rig.tap("home.code");
        kiosk.rig.tap("code.by_digits");
        for (char const digit : typed.digits()) {
            kiosk.rig.tap(std::string("key.") + digit);
        }
        kiosk.rig.tap("code.look");
        kiosk.rig.await_outcome();
        auto const state = kiosk.rig.journey().visit()->news.state;
        kiosk.rig.tap("bar.wipe");
        return state;
    };
    EXPECT_EQ(look_up(code), flow::CodeState::stored);
    entries::ReceiptCode other = code;
    other.words[4] = static_cast<std::uint16_t>((other.words[4] + 1) % entries::kWordCount);
    EXPECT_EQ(look_up(other), flow::CodeState::nothing_to_see);
    EXPECT_TRUE(kiosk.nothing_left());
}

TEST(Visitor, WhoOnlyReadsLeavesNothing) {
    Kiosk kiosk;
    kiosk.begin();
    kiosk.rig.tap("home.information");
    for (pages::Page const* page : kiosk.rig.assets->listed_pages("nl")) {
        kiosk.rig.tap("pages." + page->id);
        EXPECT_EQ(kiosk.rig.findings(), "") << page->id;
        kiosk.rig.tap("bar.back");
    }
    kiosk.rig.wait(std::chrono::seconds(90));

    EXPECT_TRUE(kiosk.nothing_left());
    EXPECT_TRUE(kiosk.sealed().empty());
}

} // namespace
} // namespace inloop::journey
