// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/audit.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace inloop::ui {
namespace {

class AuditTest : public testing::Test {
protected:
    AuditTest() {
        // Nothing a person would stumble over.
        registry.add(widget("home.question", {40, 100, 300, 120}));
        registry.add(widget("home.idea", {360, 100, 300, 120}));
        registry.add(lettering("Een vraag", {60, 120, 200, 40}));
        registry.add(lettering("Een idee", {380, 120, 200, 40}));
    }
    static Widget widget(std::string id, Rect rect) {
        return {.id = std::move(id), .label = "label", .rect = rect, .touch = rect};
    }
    [[nodiscard]] Lettering lettering(std::string text, Rect place) const {
        return {.text = std::move(text),
                .place = place,
                .used = place,
                .colour = theme.palette.ink,
                .ground = theme.palette.paper,
                .size_px = 28};
    }
    [[nodiscard]] std::vector<Finding> found() const { return audit(registry, theme); }
    [[nodiscard]] std::vector<Finding> found_in_low_reach() const {
        return audit(registry, Theme::make({.reach = Reach::low}));
    }
    void expect_only(std::string_view rule, std::string_view about) const {
        auto const findings = found();
        ASSERT_EQ(findings.size(), 1U);
        EXPECT_EQ(findings[0].rule, rule);
        EXPECT_NE(findings[0].what.find(about), std::string::npos) << findings[0].what;
    }

    Theme theme = Theme::make({});
    Registry registry;
};

TEST_F(AuditTest, FindsNothingOnACleanScreen) {
    EXPECT_TRUE(found().empty());
}

TEST_F(AuditTest, FindsLetteringThatIsCut) {
    Lettering cut = lettering("Doorgeven", {60, 300, 100, 30});
    cut.cut = true;
    registry.add(cut);

    expect_only("cut", "Doorgeven");
}

TEST_F(AuditTest, FindsLetteringOverOther) {
    registry.add(lettering("Terug", {150, 125, 80, 40}));

    expect_only("overlap", "Terug");
}

TEST_F(AuditTest, FindsLetteringOutsideTheScreen) {
    registry.add(lettering("Wis en stop", {1240, 700, 120, 40}));

    expect_only("outside", "Wis en stop");
}

TEST_F(AuditTest, FindsLowContrast) {
    Lettering pale = lettering("Bleek", {60, 300, 100, 40});
    pale.colour = rgb(0x999999);
    registry.add(pale);

    expect_only("contrast", "Bleek");
}

TEST_F(AuditTest, FindsATargetUnderNineMillimetres) {
    float const nine = theme.mm(kSmallestTargetMm);
    registry.add(widget("large.enough", {40, 300, nine, nine}));
    EXPECT_TRUE(found().empty());

    registry.add(widget("too.low", {40, 400, 200, nine - 1}));
    expect_only("small", "too.low");
}

TEST_F(AuditTest, MeasuresWhatCanBeTouchedNotWhatIsSeen) {
    Widget lean = widget("lean", {40, 300, 200, 30});
    lean.touch = {40, 280, 200, 70};
    registry.add(lean);

    EXPECT_TRUE(found().empty());
}

TEST_F(AuditTest, FindsATargetOutsideTheScreen) {
    registry.add(widget("half.out", {1200, 300, 200, 100}));

    expect_only("outside", "half.out");
}

TEST_F(AuditTest, FindsATargetOverAnother) {
    registry.add(widget("on.top", {300, 150, 100, 200}));

    auto const findings = found();
    EXPECT_EQ(findings.size(), 2U) << "over both tiles";
    EXPECT_TRUE(std::ranges::all_of(
        findings, [](Finding const& finding) { return finding.rule == "overlap"; }));
}

TEST_F(AuditTest, FindsInLowReachWhatLiesAboveTheMiddle) {
    registry.clear();
    registry.add(widget("home.code", {40, 400, 300, 120}));
    registry.add(widget("home.idea", {360, 399, 300, 120}));
    registry.add(widget("list.up", {700, 100, 100, 100}));

    auto const findings = found_in_low_reach();
    ASSERT_EQ(std::ranges::count(findings, "high", &Finding::rule), 2);
    EXPECT_TRUE(std::ranges::none_of(findings, [](Finding const& finding) {
        return finding.what.starts_with("home.code");
    })) << "it begins at the middle";
    EXPECT_EQ(std::ranges::count(found(), "high", &Finding::rule), 0) << "normal reach may be high";
}

TEST_F(AuditTest, LetsTheEmergencyStripAndTheKeysLieHigh) {
    registry.clear();
    registry.add(widget("strip.emergency", {0, 0, 1280, 54}));
    Widget key = widget("key.q", {40, 300, 100, 80});
    key.role = Role::key;
    registry.add(key);
    Widget box = widget("write.text", {40, 100, 800, 150});
    box.role = Role::text_box;
    registry.add(box);

    EXPECT_TRUE(found_in_low_reach().empty());
}

TEST_F(AuditTest, LeavesOutWhatIsCovered) {
    Widget small = widget("under.dialog", {40, 300, 10, 10});
    small.covered = true;
    Lettering cut = lettering("onder", {60, 120, 200, 40});
    cut.cut = true;
    cut.covered = true;
    registry.add(small);
    registry.add(cut);

    EXPECT_TRUE(found().empty());
}

TEST_F(AuditTest, LetsAScrollAreaLieUnderOtherTargets) {
    Widget area = widget("attract.anywhere", {0, 0, 1280, 800});
    area.role = Role::scroll_area;
    registry.add(area);

    EXPECT_TRUE(found().empty());
}

TEST_F(AuditTest, NeverRepeatsWhatAVisitorTyped) {
    Lettering typed = lettering("", {60, 120, 200, 40});
    registry.add(typed);

    expect_only("overlap", "(private)");
}

TEST(Registry, FindsTheWidgetDrawnLast) {
    Registry registry;
    registry.add(Widget{.id = "one", .label = "below"});
    registry.add(Widget{.id = "two"});
    registry.add(Widget{.id = "one", .label = "above"});

    ASSERT_NE(registry.find("one"), nullptr);
    EXPECT_EQ(registry.find("one")->label, "above");
    EXPECT_EQ(registry.find("three"), nullptr);
    EXPECT_EQ(registry.find(""), nullptr);
}

TEST(Registry, IsEmptyAfterClearing) {
    Registry registry;
    registry.add(Widget{.id = "one"});
    registry.add(Lettering{.text = "words"});
    registry.clear();

    EXPECT_TRUE(registry.widgets().empty());
    EXPECT_TRUE(registry.letterings().empty());
    EXPECT_EQ(registry.find("one"), nullptr);
}

} // namespace
} // namespace inloop::ui
