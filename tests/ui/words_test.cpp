// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/frame.h"
#include "tests/support/screen_stage.h"

#include <gtest/gtest.h>

namespace inloop::ui {
namespace {

using support::november_shift;
using support::ScreenStage;

// Hours do not break over two lines: as they are read, with plain spaces.
std::string read(std::string words) {
    auto const replace = [&words](std::string_view from, std::string_view to) {
        for (std::size_t at = words.find(from); at != std::string::npos; at = words.find(from)) {
            words.replace(at, from.size(), to);
        }
    };
    replace("\u2060", "");
    replace("\u00A0", " ");
    return words;
}

// On Monday 23 November 2026.
class WordsTest : public testing::Test {
protected:
    ScreenStage stage;
    std::string shift(unsigned day, int from = 13, int until = 16) {
        return read(shift_words(stage.context(), november_shift(day, from, until)));
    }
};

class EnglishWordsTest : public testing::Test {
protected:
    ScreenStage stage{{.language = "en"}};
};

TEST_F(WordsTest, NamesAShiftByItsDay) {
    EXPECT_EQ(shift(23), "vandaag 13.00 – 16.00 uur");
    EXPECT_EQ(shift(24), "morgen 13.00 – 16.00 uur");
    EXPECT_EQ(shift(26), "donderdag 13.00 – 16.00 uur");
    EXPECT_EQ(shift(29, 9, 10), "zondag 9.00 – 10.00 uur");
}

TEST_F(WordsTest, HoldsHoursTogetherOnOneLine) {
    entries::Shift const one = november_shift(30, 13, 16);
    std::string const words = shift_words(stage.context(), one);
    std::string const loose = read(words);

    stage.draw([&](Ui& ui, ScreenContext const&) {
        TextSpec const spec{.size_px = 40};
        float const hours = ui.text_width(spec, shift_hours(stage.context(), one));
        for (float width = hours + 20; width < 3 * hours; width += 10) {
            for (std::size_t const start : ui.text_lines(spec, {{words, false}}, width).starts) {
                EXPECT_LE(start, words.find("13.00")) << "broken at " << width;
            }
        }
        bool broken = false;
        for (std::size_t const start : ui.text_lines(spec, {{loose, false}}, hours * 2).starts) {
            broken = broken || start > loose.find("13.00");
        }
        EXPECT_TRUE(broken) << "with plain spaces it would break";
    });
}

TEST_F(WordsTest, SaysTheDateOfAShiftBeyondAWeek) {
    EXPECT_EQ(shift(30), "maandag 30 november, 13.00 – 16.00 uur") << "not the Monday of today";
    stage.time = {2026, 11, 12, 4, 9, 5};
    EXPECT_EQ(shift(26), "donderdag 26 november, 13.00 – 16.00 uur");
}

TEST_F(WordsTest, CallsAShiftThatRunsSinceYesterdayTodays) {
    stage.time = {2026, 11, 24, 2, 0, 30};

    EXPECT_EQ(shift(23, 22, 24), "vandaag 22.00 – 0.00 uur");
}

TEST_F(WordsTest, CountsDaysAcrossTheYear) {
    stage.time = {2027, 12, 31, 5, 10, 0};
    namespace ch = std::chrono;
    entries::LocalMinute const new_year{ch::local_days{ch::year(2028) / ch::January / ch::day(1)}};

    EXPECT_EQ(shift_day(stage.context(), {new_year, new_year + ch::hours(1)}), "morgen");
}

TEST_F(WordsTest, ShortensAShift) {
    EXPECT_EQ(read(short_shift_words(stage.context(), november_shift(26, 13, 16))),
              "do 13.00 – 16.00");
    EXPECT_EQ(read(short_shift_words(stage.context(), november_shift(23, 13, 16))),
              "vandaag 13.00 – 16.00");
    EXPECT_EQ(read(short_shift_words(stage.context(), november_shift(30, 13, 16))),
              "ma 30 november 13.00 – 16.00");
}

TEST_F(WordsTest, SaysByWhenSomethingIsRead) {
    EXPECT_EQ(read_by_words(stage.context(), november_shift(23, 13, 16).until),
              "vandaag voor 16.00 uur");
    EXPECT_EQ(read_by_words(stage.context(), november_shift(24, 8, 10).until),
              "morgen voor 10.00 uur");
    EXPECT_EQ(read_by_words(stage.context(), november_shift(30, 8, 10).until),
              "maandag 30 november voor 10.00 uur");
}

TEST_F(WordsTest, SaysTimesAndDates) {
    EXPECT_EQ(clock_words(stage.context(), november_shift(23, 8, 9).from), "8.00 uur");
    EXPECT_EQ(time_of_day(stage.context()), "14.20 uur");
    EXPECT_EQ(long_date(stage.context()), "maandag 23 november");
    EXPECT_EQ(short_date(stage.context()), "ma 23 november");
}

TEST_F(EnglishWordsTest, SaysTheSameInEnglish) {
    ScreenContext const context = stage.context();

    EXPECT_EQ(read(shift_words(context, november_shift(26, 13, 16))), "Thursday 13:00 – 16:00");
    EXPECT_EQ(read(short_shift_words(context, november_shift(26, 13, 16))), "Thu 13:00 – 16:00");
    EXPECT_EQ(read(shift_words(context, november_shift(30, 9, 10))),
              "Monday 30 November, 9:00 – 10:00");
    EXPECT_EQ(read_by_words(context, november_shift(24, 8, 10).until), "tomorrow before 10:00");
    EXPECT_EQ(clock_words(context, november_shift(24, 8, 10).from), "8:00");
}

TEST(SentenceCase, RaisesALatinLetterAndLeavesTheRest) {
    EXPECT_EQ(sentence_case("donderdag"), "Donderdag");
    EXPECT_EQ(sentence_case("Thursday"), "Thursday");
    EXPECT_EQ(sentence_case("الخميس"), "الخميس");
    EXPECT_EQ(sentence_case(""), "");
}

TEST_F(WordsTest, SaysTheEmergencyNumber) {
    EXPECT_EQ(emergency_number(stage.context()), "112");
}

} // namespace
} // namespace inloop::ui
