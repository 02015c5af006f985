// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/shift.h"
#include "kiosk/officerlog/web/pages.h"
#include "kiosk/officerlog/web/respond.h"
#include "kiosk/officerlog/web/row_values.h"
#include "kiosk/officerlog/web/sketch.h"

#include <algorithm>
#include <array>
#include <utility>

namespace inloop::web {
namespace {

using platform::HttpResponse;

constexpr std::array<std::string_view, 7> kWeekdays{"maandag", "dinsdag",  "woensdag", "donderdag",
                                                    "vrijdag", "zaterdag", "zondag"};
constexpr std::array<std::string_view, 4> kParts{"part.night", "part.morning", "part.afternoon",
                                                 "part.evening"};
constexpr std::uint32_t kSmall = 4; // stands for "fewer than five", so that nobody is recognised
constexpr std::uint32_t kShades = 5;

std::string shade_of(std::uint32_t count, std::uint32_t most) {
    if (count == 0 || most == 0) {
        return "0";
    }
    return std::to_string(std::clamp((count * kShades + most - 1) / most, 1U, kShades));
}

std::string count_words(Site const& site, std::uint32_t count) {
    if (count == 0) {
        return "";
    }
    return count <= kSmall ? std::string(site.words.text("pattern.few")) : std::to_string(count);
}

void add_week(Site const& site, Values& values, desk::Pattern const& pattern) {
    std::uint32_t most = 0;
    for (auto const& day : pattern.week) {
        most = std::max(most, *std::ranges::max_element(day));
    }
    for (std::string_view part : kParts) {
        values.add("PART_HEAD").set("LABEL", site.words.text(part));
    }
    for (std::size_t day = 0; day < kWeekdays.size(); ++day) {
        Values& row = values.add("WEEKDAY");
        row.set("DAY_LABEL", kWeekdays[day]);
        row.set("DAY_SHORT", kWeekdays[day].substr(0, 2));
        for (std::uint32_t count : pattern.week[day]) {
            Values& cell = row.add("CELL");
            cell.set("SHADE", shade_of(count, most));
            cell.set("TEXT", count_words(site, count));
        }
    }
    values.set("GRID_NOTE", site.words.text("pattern.note"));
}

void add_places(Site const& site, Values& values, desk::Pattern const& pattern) {
    std::uint32_t most = 0;
    for (auto const& [street, count] : pattern.streets) {
        most = std::max(most, count);
    }
    add_streets(site, values, site.words.text("pattern.sketch"),
                [&](pages::Street const& street) -> std::string {
                    auto const found = std::ranges::find(
                        pattern.streets, street.id, [](auto const& item) { return item.first; });
                    return found == pattern.streets.end() ? "0" : shade_of(found->second, most);
                });
    for (auto const& [id, count] : pattern.streets) {
        pages::Street const* const street = site.desk.assets.map.find(id);
        Values& place = values.add("PLACE");
        place.set("LABEL", street == nullptr ? id : street->name);
        place.set("TEXT", count_words(site, count));
    }
}

} // namespace

HttpResponse pattern_page(Site& site, Visit& visit) {
    std::string_view const subject = first_of(visit.request.query, "subject").value_or("");
    Result<desk::Pattern> const pattern = desk::pattern(site.desk, visit.vault(), subject);
    if (!pattern) {
        return trouble(site, visit, pattern.error());
    }
    Values values;
    values.set("PERIOD", site.words.text("pattern.period"));
    for (pages::Subject const& choice : site.desk.assets.subjects.all()) {
        Values& option = values.add("SUBJECT");
        option.set("KEY", choice.id);
        option.set("LABEL", choice.name.in("nl"));
        if (choice.id == subject) {
            option.show("SELECTED");
        }
    }
    add_week(site, values, *pattern);
    add_places(site, values, *pattern);
    return page(site, visit, {.title = "title.pattern", .current = "/pattern"}, "pattern",
                std::move(values));
}

} // namespace inloop::web
