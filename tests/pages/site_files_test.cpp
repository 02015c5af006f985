// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/site_files.h"
#include "tests/pages/samples.h"
#include "tests/support/asset_folder.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace inloop::pages {
namespace {

using namespace std::chrono_literals;
using entries::ShiftKind;
using std::chrono::local_days;

constexpr char const* kRoster = "roster.toml";
constexpr char const* kNews = "news.toml";
constexpr char const* kPresence = "presence.toml";

void expect_refused(Problem const& problem, std::string_view cause, int line) {
    EXPECT_NE(problem.cause.find(cause), std::string::npos) << to_string(problem);
    EXPECT_EQ(problem.line, line) << to_string(problem);
    EXPECT_FALSE(problem.mend.empty());
}

TEST(RosterFile, IsReadAsItStands) {
    auto const spec = parse_roster(kSampleRoster, kRoster);

    ASSERT_TRUE(spec) << to_string(spec.error());
    ASSERT_EQ(spec->weekly.size(), 2U);
    EXPECT_EQ(spec->weekly[0].weekday, std::chrono::Thursday);
    EXPECT_EQ(spec->weekly[0].from, 13h);
    EXPECT_EQ(spec->weekly[0].until, 16h);
    EXPECT_EQ(spec->weekly[0].kind, ShiftKind::present);
    EXPECT_EQ(spec->weekly[1].until, 24h);
    EXPECT_EQ(spec->weekly[1].kind, ShiftKind::talk);
    ASSERT_EQ(spec->dated.size(), 1U);
    EXPECT_EQ(spec->dated[0].from, local_days(2026y / 11 / 24) + 10h);
    EXPECT_EQ(spec->dated[0].until, local_days(2026y / 11 / 24) + 11h + 30min);
    EXPECT_EQ(spec->dated[0].kind, ShiftKind::present) << "when kind is left out";
    EXPECT_EQ(spec->closed, std::vector{local_days(2026y / 12 / 24)});
}

TEST(RosterFile, MayHoldShiftsThatOverlap) {
    support::AssetFolder const folder;
    folder.write(kRoster, kSampleRoster);

    auto const roster = load_roster(folder.path() / kRoster);

    ASSERT_TRUE(roster) << to_string(roster.error());
    auto const shift = roster->at(local_days(2026y / 11 / 26) + 14h);
    ASSERT_TRUE(shift) << "a Thursday";
    EXPECT_EQ(shift->until, local_days(2026y / 11 / 27)) << "13 to 16 and 15 to 24 are one";
    EXPECT_FALSE(roster->at(local_days(2026y / 12 / 24) + 14h)) << "closed, a Thursday too";
}

TEST(RosterFile, MayHoldNoShiftsAndDatesLongPastOrFarOff) {
    EXPECT_TRUE(parse_roster("# niemand\n", kRoster)->weekly.empty());
    for (std::string_view const day : {"0001-01-01", "1970-01-01", "9999-12-31"}) {
        std::string const text = replaced(kSampleRoster, "2026-11-24", day);
        ASSERT_TRUE(parse_roster(text, kRoster)) << day;
        entries::Roster const roster(*parse_roster(text, kRoster));
        EXPECT_FALSE(roster.at(local_days(2026y / 11 / 24) + 10h + 30min)) << day;
        EXPECT_EQ(roster.upcoming(local_days(2026y / 11 / 24), 1).size(), 1U) << day;
    }
}

TEST(RosterFile, RefusesAnHourOrDayThatCannotBe) {
    for (auto const& [from, to, cause] : {
             std::tuple{"\"13:00\"", "\"25:00\"", "time of the day"},
             {"\"13:00\"", "\"13:60\"", "time of the day"},
             {"\"13:00\"", "\"24:01\"", "time of the day"},
             {"\"13:00\"", "\"-1:00\"", "time of the day"},
             {"\"13:00\"", "\"1:00\"", "time of the day"},
             {"\"13:00\"", "\"13.00\"", "time of the day"},
             {"\"13:00\"", "\"13:00 \"", "time of the day"},
             {"\"13:00\"", "13", "time of the day"},
             {"\"13:00\"", "13:00:30", "time of the day"},
             {"\"13:00\"", "\"16:00\"", "not after from"},
             {"\"13:00\"", "\"16:01\"", "not after from"},
             {"\"13:00\"", "\"24:00\"", "not after from"},
             {"from = \"13:00\"\n", "", "from is missing"},
             {"\"thursday\"", "\"donderdag\"", "day of the week"},
             {"\"thursday\"", "4", "not a text"},
             {"\"present\"", "\"absent\"", "present or talk"},
             {"2026-11-24", "\"2026-11-24\"", "a date"},
             {"2026-12-24", "2026-12-24T00:00:00", "a date"},
             {"kind = \"present\"", "kind = \"present\"\nextra = 1", "not a known key"},
         }) {
        std::string const text = replaced(kSampleRoster, from, to);
        auto const spec = parse_roster(text, kRoster);
        ASSERT_FALSE(spec) << cause << to;
        EXPECT_NE(spec.error().cause.find(cause), std::string::npos) << to_string(spec.error());
        EXPECT_GT(spec.error().line, 1) << to_string(spec.error());
    }
    expect_refused(parse_roster(replaced(kSampleRoster, "\"11:30\"", "\"9:30\""), kRoster).error(),
                   "time of the day", line_of(kSampleRoster, "11:30"));
    EXPECT_FALSE(parse_roster(replaced(kSampleRoster, "2026-12-24", "2026-13-24"), kRoster));
    EXPECT_FALSE(parse_roster(replaced(kSampleRoster, "2026-12-24", "2026-02-29"), kRoster));
    EXPECT_FALSE(parse_roster(replaced(kSampleRoster, "[[closed]]", "[closed]"), kRoster));
    EXPECT_FALSE(parse_roster("[[monthly]]\n", kRoster));
}

TEST(RosterFile, HoldsAYearOfWeeksTwiceAndNoMore) {
    std::string text;
    for (int i = 0; i < 120; ++i) {
        text += "[[closed]]\ndate = 2026-12-25\n";
    }
    EXPECT_TRUE(parse_roster(text, kRoster));
    text += "[[closed]]\ndate = 2026-12-26\n";
    ASSERT_FALSE(parse_roster(text, kRoster));
    EXPECT_NE(parse_roster(text, kRoster).error().cause.find("120"), std::string::npos);
}

TEST(PresenceFile, IsReadAsItStands) {
    auto const until = std::chrono::sys_days(2026y / 11 / 24) + 16h;
    auto const utc = parse_presence("present = true\nuntil = 2026-11-24T16:00:00Z\n", kPresence);
    ASSERT_TRUE(utc) << to_string(utc.error());
    EXPECT_EQ(*utc, (PresenceNotice{.present = true, .until = until}));
    auto const here =
        parse_presence("present = false\nuntil = 2026-11-24T17:00:30+01:00\n", kPresence);
    ASSERT_TRUE(here) << to_string(here.error());
    EXPECT_EQ(*here, (PresenceNotice{.present = false, .until = until + 30s}));
}

TEST(PresenceFile, MayBeAbsent) {
    support::AssetFolder const folder;
    auto const none = load_presence(folder.path() / kPresence);
    ASSERT_TRUE(none) << to_string(none.error());
    EXPECT_FALSE(none->has_value());
}

TEST(PresenceFile, RefusesWhatNobodyCanTell) {
    for (auto const& [text, cause] : {
             std::pair<std::string, std::string>{"until = 2026-11-24T16:00:00Z\n", "present"},
             {"present = true\n", "until is missing"},
             {"present = 1\nuntil = 2026-11-24T16:00:00Z\n", "true or false"},
             {"present = true\nuntil = 2026-11-24T16:00:00\n", "a date with a time"},
             {"present = true\nuntil = 2026-11-24T16:00:00.5Z\n", "a date with a time"},
             {"present = true\nuntil = 2026-11-24\n", "a date with a time"},
             {"present = true\nuntil = \"2026-11-24T16:00:00Z\"\n", "a date with a time"},
             {"present = true\nuntil = 2026-11-31T16:00:00Z\n", ""},
             {"present = true\nuntil = 2026-11-24T16:00:00Z\nname = \"x\"\n", "not a known key"},
         }) {
        auto const read = parse_presence(text, kPresence);
        ASSERT_FALSE(read) << text;
        EXPECT_NE(read.error().cause.find(cause), std::string::npos) << to_string(read.error());
        EXPECT_FALSE(read.error().mend.empty());
    }
}

TEST(NewsFile, IsReadAsItStands) {
    auto const news = parse_news(kSampleNews, kNews);

    ASSERT_TRUE(news) << to_string(news.error());
    ASSERT_EQ(news->size(), 2U);
    EXPECT_EQ(news->at(0).kind, NewsKind::done);
    EXPECT_EQ(news->at(1).kind, NewsKind::notice);
    EXPECT_EQ(news->at(1).words.in("en"), "Thursday 1 to 4 pm: coffee");
    EXPECT_EQ(news->at(1).from, local_days(2026y / 11 / 23));
}

TEST(NewsFile, RefusesWhatCannotBeShown) {
    for (auto const& [from, to, cause] : {
             std::tuple<std::string, std::string, std::string>{"\"done\"", "\"news\"",
                                                               "notice or done"},
             {"kind = \"done\"\n", "", "kind is missing"},
             {"until = 2026-11-30", "until = 2026-10-31", "before from"},
             {"until = 2026-11-30", "until = \"later\"", "a date"},
             {"U vroeg om licht", std::string(91, 'x'), "90 letters"},
             {"U vroeg om licht", "Bel 0900-8844", "phone number"},
             {"U vroeg om licht", "Bel {number}", "a { or }"},
             {"{ nl = \"U vroeg", "{ de = \"U vroeg", "no Dutch"},
             {"words = { nl = \"U vroeg", "word = { nl = \"U vroeg", "not a known key"},
         }) {
        auto const news = parse_news(replaced(kSampleNews, from, to), kNews);
        ASSERT_FALSE(news) << cause;
        EXPECT_NE(news.error().cause.find(cause), std::string::npos) << to_string(news.error());
        EXPECT_GT(news.error().line, 1) << to_string(news.error());
    }
    EXPECT_TRUE(parse_news("# geen nieuws\n", kNews)->empty());
    EXPECT_FALSE(parse_news("", kNews)) << "a file that was cut";
}

TEST(SiteFiles, ShowANoticeBeforeWhatWasDoneAndOnlyOnItsDays) {
    SiteFiles const files{{}, parse_news(kSampleNews, kNews).value()};
    auto const kind_on = [&](std::chrono::year_month_day day) -> std::string {
        News const* news = files.news_on(local_days(day));
        return news == nullptr ? "none" : news->kind == NewsKind::notice ? "notice" : "done";
    };

    EXPECT_EQ(kind_on(2026y / 10 / 31), "none");
    EXPECT_EQ(kind_on(2026y / 11 / 1), "done");
    EXPECT_EQ(kind_on(2026y / 11 / 23), "notice");
    EXPECT_EQ(kind_on(2026y / 11 / 26), "notice");
    EXPECT_EQ(kind_on(2026y / 11 / 27), "done");
    EXPECT_EQ(kind_on(2026y / 12 / 1), "none");
    EXPECT_EQ(kind_on(1970y / 1 / 1), "none");
    EXPECT_EQ(kind_on(9999y / 12 / 31), "none");
}

TEST(SiteFiles, MayBeAbsentAndAreLeftOutWhenFaulty) {
    support::AssetFolder const folder;
    std::vector<Problem> problems;

    EXPECT_TRUE(load_site_files(folder.path(), problems).roster.empty());
    EXPECT_TRUE(problems.empty()) << "absent is fine";

    folder.write(kRoster, kSampleRoster);
    folder.write(kNews, kSampleNews);
    SiteFiles const good = load_site_files(folder.path(), problems);
    EXPECT_FALSE(good.roster.empty());
    EXPECT_EQ(good.news.size(), 2U);
    EXPECT_TRUE(problems.empty());

    folder.write(kRoster, replaced(kSampleRoster, "\"13:00\"", "\"25:00\""));
    SiteFiles const half = load_site_files(folder.path(), problems);
    EXPECT_TRUE(half.roster.empty());
    EXPECT_EQ(half.news.size(), 2U) << "the other file still counts";
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_TRUE(problems[0].file.ends_with(kRoster));
    EXPECT_EQ(problems[0].line, line_of(kSampleRoster, "\"13:00\""));

    folder.remove(kRoster);
    folder.write("roster.toml/x", "a folder in its place");
    EXPECT_TRUE(load_site_files(folder.path(), problems).roster.empty());
    EXPECT_EQ(problems.size(), 2U);
}

} // namespace
} // namespace inloop::pages
