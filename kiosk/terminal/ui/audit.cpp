// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/audit.h"

#include <cmath>
#include <cstdio>

namespace inloop::ui {

namespace {

// WCAG 2.2, 1.4.3.
constexpr double kLeastContrast = 4.5;
// Lettering may touch by this much: line boxes are taller than letters.
constexpr float kSlackShare = 0.22F;

std::string describe(Rect const& r) {
    char text[96];
    std::snprintf(text, sizeof text, " [%.0f,%.0f %.0fx%.0f]", static_cast<double>(r.x),
                  static_cast<double>(r.y), static_cast<double>(r.w), static_cast<double>(r.h));
    return text;
}

std::string name(Lettering const& lettering) {
    return '"' + (lettering.text.empty() ? std::string("(private)") : lettering.text) + '"' +
           describe(lettering.used);
}

bool inside(Rect const& part, Rect const& whole) {
    constexpr float kRounding = 1.5F;
    return part.x >= whole.x - kRounding && part.y >= whole.y - kRounding &&
           part.right() <= whole.right() + kRounding && part.bottom() <= whole.bottom() + kRounding;
}

Rect screen_of(Theme const& theme) {
    return {0, 0, static_cast<float>(theme.spec.size.width),
            static_cast<float>(theme.spec.size.height)};
}

// Where the ink can be: the line box less the room above and below the letters.
Rect ink_of(Lettering const& lettering) {
    return lettering.used.grown(0, -lettering.size_px * kSlackShare);
}

void audit_letterings(Registry const& registry, Theme const& theme,
                      std::vector<Finding>& findings) {
    auto const& all = registry.letterings();
    for (std::size_t i = 0; i < all.size(); ++i) {
        Lettering const& one = all[i];
        if (one.covered) {
            continue;
        }
        if (one.cut) {
            findings.push_back({"cut", name(one) + " does not fit" + describe(one.place)});
        }
        if (!inside(one.used, screen_of(theme))) {
            findings.push_back({"outside", name(one)});
        }
        if (contrast(one.colour, one.ground) < kLeastContrast) {
            findings.push_back(
                {"contrast", name(one) + " " + std::to_string(contrast(one.colour, one.ground))});
        }
        for (std::size_t j = i + 1; j < all.size(); ++j) {
            if (!all[j].covered && ink_of(one).overlaps(ink_of(all[j]))) {
                findings.push_back({"overlap", name(one) + " lies over " + name(all[j])});
            }
        }
    }
}

void audit_widget(Widget const& one, Theme const& theme, Rect const& screen,
                  std::vector<Finding>& findings) {
    float const least = theme.mm(kSmallestTargetMm);
    if (one.touch.w < least || one.touch.h < least) {
        findings.push_back({"small", one.id + describe(one.touch) + " under 9 mm"});
    }
    if (!inside(one.rect, screen)) {
        findings.push_back({"outside", one.id + describe(one.rect)});
    }
}

// Low reach is for who sits: only reading stays above the middle. 112 keeps its place; so do the
// keys and the text they fill, which lie as low as they fit.
bool may_lie_high(Widget const& one) {
    return one.id.starts_with("strip.") || one.role == Role::key || one.role == Role::text_box;
}

void audit_reach(Widget const& one, Theme const& theme, std::vector<Finding>& findings) {
    float const middle = std::floor(static_cast<float>(theme.spec.size.height) / 2);
    if (theme.low_reach() && !may_lie_high(one) && one.rect.y < middle) {
        findings.push_back({"high", one.id + describe(one.rect) + " above the middle"});
    }
}

void audit_widgets(Registry const& registry, Theme const& theme, std::vector<Finding>& findings) {
    Rect const screen = screen_of(theme);
    auto const& all = registry.widgets();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].covered || all[i].role == Role::scroll_area) {
            continue;
        }
        audit_widget(all[i], theme, screen, findings);
        audit_reach(all[i], theme, findings);
        for (std::size_t j = i + 1; j < all.size(); ++j) {
            if (!all[j].covered && all[j].role != Role::scroll_area &&
                all[i].rect.overlaps(all[j].rect)) {
                findings.push_back({"overlap", all[i].id + describe(all[i].rect) + " lies over " +
                                                   all[j].id + describe(all[j].rect)});
            }
        }
    }
}

} // namespace

std::vector<Finding> audit(Registry const& registry, Theme const& theme) {
    std::vector<Finding> findings;
    audit_letterings(registry, theme, findings);
    audit_widgets(registry, theme, findings);
    return findings;
}

} // namespace inloop::ui
