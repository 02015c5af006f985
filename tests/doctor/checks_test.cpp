// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/doctor/checks.h"
#include "kiosk/terminal/doctor/tuning.h"
#include "tests/doctor/good_facts.h"

#include <gmock/gmock.h>

namespace inloop::doctor {
namespace {

using testing::AllOf;
using testing::HasSubstr;

struct Spoiled {
    State state;
    std::string words;
};

Spoiled after(Finding (*check)(Facts const&), void (*spoil)(Facts&)) {
    Facts facts = good_facts();
    EXPECT_EQ(check(facts).state, State::ok) << "negative control: " << check(facts).words;
    spoil(facts);
    Finding finding = check(facts);
    return {finding.state, std::move(finding.words)};
}

TEST(FontsCheck, NamesWhatKeepsTheKioskFromStarting) {
    auto const found = after(check_fonts, [](Facts& facts) {
        facts.assets.usable = fail(ErrorCode::not_found, "fonts.toml:3: no such font. Mend: apt");
    });
    EXPECT_EQ(found.state, State::mend);
    EXPECT_THAT(found.words, HasSubstr("fonts.toml:3: no such font. Mend: apt"));
}

TEST(FontsCheck, CountsFaultsAndSaysWhoNamesThem) {
    auto const found = after(check_fonts, [](Facts& facts) {
        facts.assets.faults = 2;
        facts.assets.folder = "/srv/two words";
    });
    EXPECT_EQ(found.state, State::mend);
    EXPECT_THAT(found.words,
                AllOf(HasSubstr("2 faults"), HasSubstr("check-assets '/srv/two words'")));
}

TEST(FontsCheck, ARemarkIsFine) {
    Facts facts = good_facts();
    facts.assets.remarks = 1;
    EXPECT_EQ(check_fonts(facts).state, State::ok);
    EXPECT_THAT(check_fonts(facts).words, HasSubstr("7 fonts"));
    EXPECT_THAT(check_fonts(facts).words, HasSubstr(", 1 remark"));
}

TEST(DiskCheck, EveryFlawOfTheFolderHasItsMend) {
    struct {
        void (*spoil)(Facts&);
        char const* words;
    } const cases[] = {
        {[](Facts& facts) { facts.place = {}; }, "sudo install -d -m 700 -o inloop-kiosk /var/lib"},
        {[](Facts& facts) { facts.place.kind = platform::PlaceKind::other; }, "no folder"},
        {[](Facts& facts) {
             facts.place.space.survives_reboot = false;
             facts.place.space.filesystem = "overlay";
         },
         "lies on overlay, in memory"},
        {[](Facts& facts) { facts.place.mounted_read_only = true; }, "remount,rw"},
        {[](Facts& facts) {
             facts.place.owned = false;
             facts.place.owner = "root";
         },
         "sudo chown -R inloop-kiosk: /var/lib/inloop-kiosk"},
        {[](Facts& facts) { facts.place.may_write = false; }, "must write it"},
        {[](Facts& facts) { facts.place.open_to_others = true; }, "sudo chmod 700"},
        {[](Facts& facts) {
             facts.place.probe = fail(ErrorCode::io, "fsync x: Input/output error");
         },
         "fsync x: Input/output error"},
    };
    for (auto const& [spoil, words] : cases) {
        auto const found = after(check_disk, spoil);
        EXPECT_EQ(found.state, State::mend) << words;
        EXPECT_THAT(found.words, HasSubstr(words));
    }
}

TEST(DiskCheck, HoldsTheFloorOfTheLetterbox) {
    auto const of = [](std::uint64_t free) {
        Facts facts = good_facts();
        facts.place.space.free_bytes = free;
        return check_disk(facts);
    };
    EXPECT_EQ(of(21).state, State::ok);
    EXPECT_EQ(of(19).state, State::note);
    EXPECT_EQ(of(4).state, State::note);
    EXPECT_EQ(of(1).state, State::mend);
    EXPECT_THAT(of(1).words, HasSubstr("letters are refused"));
}

TEST(LogCheck, WithoutKeysLettersAreRefused) {
    auto const unpaired = after(check_log, [](Facts& facts) {
        facts.log.seals = fail(ErrorCode::not_found, "open log-signing.pub: not there");
    });
    EXPECT_EQ(unpaired.state, State::mend);
    EXPECT_THAT(unpaired.words,
                HasSubstr("sudo -u inloop-kiosk inloop-kiosk pair --data /var/lib/inloop-kiosk "));
    auto const damaged = after(check_log, [](Facts& facts) {
        facts.log.seals = fail(ErrorCode::corrupt, "policy.pkp: cut");
    });
    EXPECT_EQ(damaged.state, State::mend);
    EXPECT_THAT(damaged.words, HasSubstr("policy.pkp: cut"));
}

TEST(LogCheck, WithoutALinkLettersStay) {
    auto const demo = after(check_log, [](Facts& facts) {
        facts.log.linked = fail(ErrorCode::not_found, "log-link.toml");
    });
    EXPECT_EQ(demo.state, State::note);
    EXPECT_THAT(demo.words, HasSubstr("stay here"));
    auto const damaged = after(check_log, [](Facts& facts) {
        facts.log.linked = fail(ErrorCode::corrupt, "log-link.toml: line 2 is not TOML");
    });
    EXPECT_EQ(damaged.state, State::mend);
    EXPECT_THAT(damaged.words, HasSubstr("line 2 is not TOML"));
}

TEST(LogCheck, ALogThatIsAwayIsANoteAndAnotherOneIsNot) {
    auto const away = after(check_log, [](Facts& facts) {
        facts.log.reached = fail(ErrorCode::unavailable, "no connection");
    });
    EXPECT_EQ(away.state, State::note);
    EXPECT_THAT(away.words, AllOf(HasSubstr("https://log.example:8443"), HasSubstr("wait here")));
    auto const other = after(check_log, [](Facts& facts) {
        facts.log.reached = fail(ErrorCode::crypto, "another key");
    });
    EXPECT_EQ(other.state, State::mend);
    EXPECT_THAT(other.words, HasSubstr("somebody stands between"));
}

TEST(LetterboxCheck, WaitingIsFineUntilItIsOld) {
    auto const of = [](std::chrono::seconds age) {
        Facts facts = good_facts();
        facts.letters.waiting = 2;
        facts.letters.oldest = age;
        return check_letterbox(facts);
    };
    using std::chrono::minutes;
    EXPECT_EQ(of(minutes(5)), (Finding{State::ok, "letterbox",
                                       "2 letters wait, the oldest for 5 minutes, 4 at the log"}));
    EXPECT_EQ(of(kOldLetter - minutes(1)).state, State::ok);
    EXPECT_EQ(of(kOldLetter).state, State::note);
    EXPECT_THAT(of(3 * kOldLetter).words, HasSubstr("3 days"));
}

TEST(LetterboxCheck, DamageIsTold) {
    auto const harmed = after(check_letterbox, [](Facts& facts) {
        facts.letters.damaged = 1;
        facts.letters.set_aside = 2;
        facts.letters.refused = 3;
    });
    EXPECT_EQ(harmed.state, State::note);
    EXPECT_THAT(harmed.words, AllOf(HasSubstr("1 damaged letter "), HasSubstr("2 things"),
                                    HasSubstr("3 letters the log refused")));
    auto const dying = after(check_letterbox, [](Facts& facts) { facts.letters.unreadable = 1; });
    EXPECT_EQ(dying.state, State::mend);
    EXPECT_THAT(dying.words, HasSubstr("replace the card"));
}

TEST(LetterboxCheck, NoLetterboxYetIsFineAndAClosedOneIsNot) {
    Facts facts = good_facts();
    facts.letters.looked = fail(ErrorCode::not_found, "letterbox/new");
    EXPECT_EQ(check_letterbox(facts).state, State::ok);
    facts.letters.looked = fail(ErrorCode::read_only, "open letterbox/new: Permission denied");
    EXPECT_EQ(check_letterbox(facts).state, State::mend);
}

} // namespace
} // namespace inloop::doctor
