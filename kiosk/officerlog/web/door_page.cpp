// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/hex.h"
#include "kiosk/officerlog/editing/door_tally.h"
#include "kiosk/officerlog/web/clock_words.h"
#include "kiosk/officerlog/web/editing_values.h"
#include "kiosk/officerlog/web/pages.h"
#include "kiosk/officerlog/web/respond.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

// The tally at the door: a press is a person.
namespace inloop::web {
namespace {

using editing::DoorDay;
using platform::HttpResponse;
using records::DoorReason;

struct Button {
    std::string_view key;
    std::string_view icon;
    DoorReason reason;
};
constexpr std::array kButtons{
    Button{"curious", "visibility", DoorReason::curious},
    Button{"question", "forum", DoorReason::question},
    Button{"report", "assignment", DoorReason::report},
    Button{"other", "people_outline", DoorReason::other},
};

std::string label_of(Site const& site, Button const& button) {
    return std::string(site.words.text("door." + std::string(button.key)));
}

std::uint32_t count_of(DoorDay const& day, DoorReason reason) {
    std::uint32_t sum = 0;
    for (records::DoorCount const& count : day.counts) {
        sum += count.reason == reason ? count.count : 0;
    }
    return sum;
}

void add_day(Site const& site, Values& values, DoorDay const& day) {
    Values& row = values.add("DAY");
    row.set("DAY_LABEL", date_words(std::chrono::year_month_day(day.day)));
    std::uint32_t total = 0;
    for (Button const& button : kButtons) {
        std::uint32_t const count = count_of(day, button.reason);
        total += count;
        Values& cell = row.add("CELL");
        cell.set("LABEL", label_of(site, button));
        cell.set("TEXT", std::to_string(count));
    }
    row.set("TOTAL", std::to_string(total));
}

// The press that a form tells of; without a script the program makes one.
std::optional<records::DoorPress> press_in(Site& site, Form const& form) {
    auto const button = std::ranges::find(kButtons, form.text("reason"), &Button::key);
    if (button == kButtons.end()) {
        return std::nullopt;
    }
    records::DoorPress press{.hour = site.editing.clock.wall().time_since_epoch().count(),
                             .reason = button->reason};
    if (!form.has("press")) {
        site.desk.random.fill(press.id);
        return press;
    }
    std::string_view const hour = form.text("hour");
    bool const read =
        read_hex(form.text("press"), press.id) &&
        std::from_chars(hour.data(), hour.data() + hour.size(), press.hour).ec == std::errc();
    return read ? std::optional(press) : std::nullopt;
}

// A script asks for no page.
HttpResponse quiet_answer(Site& site, Visit const& visit, editing::Outcome<void> const& outcome) {
    if (!outcome) {
        return trouble(site, visit, outcome.error());
    }
    return {.status = *outcome ? 204 : 409};
}

} // namespace

HttpResponse door_page(Site& site, Visit& visit) {
    auto const week = editing::door_week(site.editing);
    if (!week) {
        return trouble(site, visit, week.error());
    }
    Values values;
    for (Button const& button : kButtons) {
        Values& out = values.add("BUTTON");
        out.set("KEY", button.key);
        out.set("LABEL", label_of(site, button));
        out.set("ICON", button.icon);
        out.set("NUMBER", std::to_string(count_of(week->front(), button.reason)));
        values.add("REASON_HEAD").set("LABEL", label_of(site, button));
    }
    for (DoorDay const& day : *week) {
        add_day(site, values, day);
    }
    ByteArray<16> last{};
    if (read_hex(first_of(visit.request.query, "press").value_or(""), last)) {
        Values& undo = values.add("UNDO");
        undo.set("PRESS_ID", hex(last));
        undo.set("UNDO_TEXT", site.words.text("door.undo"));
    }
    return page(site, visit, {.title = "title.door", .current = "/door"}, "door",
                std::move(values));
}

HttpResponse press_door(Site& site, Visit& visit) {
    auto const press = press_in(site, *visit.form);
    if (!press) {
        return message(site, visit, "bad_form", 400);
    }
    auto const counted = editing::press(site.editing, visit.vault(), *press);
    return visit.form->has("quiet")
               ? quiet_answer(site, visit, counted)
               : back(site, visit, "/door?press=" + hex(press->id), counted, "door_counted");
}

HttpResponse undo_door(Site& site, Visit& visit) {
    records::PressId id{};
    if (!read_hex(visit.form->text("press"), id)) {
        return message(site, visit, "bad_form", 400);
    }
    auto const undone = editing::undo_press(site.editing, visit.vault(), id);
    return visit.form->has("quiet") ? quiet_answer(site, visit, undone)
                                    : back(site, visit, "/door", undone, "door_undone");
}

} // namespace inloop::web
