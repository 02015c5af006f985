// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/web/line_changes.h"
#include "kiosk/officerlog/web/tuning.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace inloop::web {
namespace {

// "=a -b +c"
std::string told(std::string_view before, std::string_view after) {
    std::string text;
    for (LineChange const& change : line_changes(before, after)) {
        text += text.empty() ? "" : " ";
        text += change.mark == LineMark::same ? "=" : change.mark == LineMark::out ? "-" : "+";
        text += change.line;
    }
    return text;
}

TEST(LineChanges, NameWhatWentAndWhatCame) {
    EXPECT_EQ(told("a\nb\nc\n", "a\nb\nc\n"), "=a =b =c");
    EXPECT_EQ(told("a\nb\nc\n", "a\nc\n"), "=a -b =c");
    EXPECT_EQ(told("a\nc", "a\nb\nc"), "=a +b =c");
    EXPECT_EQ(told("a\nb\nc", "a\nx\nc"), "=a -b +x =c");
    EXPECT_EQ(told("", "a"), "+a");
    EXPECT_EQ(told("a", ""), "-a");
    EXPECT_EQ(told("", ""), "");
}

TEST(LineChanges, KeepAsManyLinesAsThereCanBe) {
    EXPECT_EQ(told("a\nb\nc\nd", "d\na\nb\nc"), "+d =a =b =c -d");
}

TEST(LineChanges, TellALongTextAsNew) {
    std::string text;
    for (std::size_t i = 0; i <= kMostChangedLines; ++i) {
        text += "a\n";
    }
    auto const changes = line_changes(text, text);
    EXPECT_EQ(changes.size(), 2 * (kMostChangedLines + 1));
    EXPECT_TRUE(std::ranges::none_of(
        changes, [](LineMark mark) { return mark == LineMark::same; }, &LineChange::mark));
}

} // namespace
} // namespace inloop::web
