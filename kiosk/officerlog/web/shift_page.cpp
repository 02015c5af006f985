// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/hex.h"
#include "kiosk/officerlog/desk/presence.h"
#include "kiosk/officerlog/vault/roles.h"
#include "kiosk/officerlog/web/clock_words.h"
#include "kiosk/officerlog/web/pages.h"
#include "kiosk/officerlog/web/respond.h"
#include "kiosk/officerlog/web/routes.h"
#include "kiosk/officerlog/web/row_values.h"
#include "kiosk/officerlog/web/tuning.h"

#include <array>
#include <utility>
#include <vector>

namespace inloop::web {
namespace {

using platform::HttpResponse;

struct Group {
    std::string_view key;
    std::string_view icon;
    std::vector<desk::Row> desk::ShiftReview::*rows;
};
// In the order of reading.
constexpr std::array kGroups{
    Group{"missed", "timer", &desk::ShiftReview::missed},
    Group{"today", "schedule", &desk::ShiftReview::today},
    Group{"replied", "forum", &desk::ShiftReview::replied},
    Group{"fresh", "assignment", &desk::ShiftReview::fresh},
    Group{"due", "event", &desk::ShiftReview::due},
    Group{"absent", "groups", &desk::ShiftReview::absent},
    Group{"unfinished", "flag", &desk::ShiftReview::unfinished},
};
// Of these the number stands on top also when it is nought.
constexpr std::size_t kCounted = 4;

void add_group(Site const& site, Values& values, Group const& group,
               std::vector<desk::Row> const& rows) {
    Values& section = values.add("GROUP");
    section.set("KEY", group.key);
    section.set("ICON", group.icon);
    section.set("LABEL", site.words.text("group." + std::string(group.key)));
    section.set("NUMBER", std::to_string(rows.size()));
    for (std::size_t i = 0; i < rows.size() && i < kRowsOnAPage; ++i) {
        add_row(site, section, "ROW", rows[i]);
    }
    if (rows.size() > kRowsOnAPage) {
        section.show("MORE");
        section.set("MORE_HREF", "/entries?view=open");
        section.set("MORE_TEXT", site.words.counted("group.more", static_cast<long long>(
                                                                      rows.size() - kRowsOnAPage)));
    }
}

void add_counts(Site const& site, Values& values, desk::ShiftReview const& review) {
    for (std::size_t i = 0; i < kCounted; ++i) {
        std::size_t const number = (review.*kGroups[i].rows).size();
        Values& count = values.add("COUNT");
        count.set("NUMBER", std::to_string(number));
        count.set("LABEL", site.words.text("group." + std::string(kGroups[i].key)));
        if (i == 0 && number > 0) {
            count.show("LATE");
        }
    }
}

Values shift_values(Site const& site, desk::ShiftReview const& review) {
    Values values;
    std::size_t total = 0;
    std::string first;
    add_counts(site, values, review);
    for (Group const& group : kGroups) {
        std::vector<desk::Row> const& rows = review.*group.rows;
        if (rows.empty()) {
            continue;
        }
        if (first.empty()) {
            first = hex(rows.front().root.id.bytes);
        }
        total += rows.size();
        add_group(site, values, group, rows);
    }
    values.set("PERIOD", review.since == 0
                             ? std::string(site.words.text("shift.first"))
                             : site.words.with("shift.since", day_and_time(review.since)));
    values.set("TOTAL", site.words.counted("shift.total", static_cast<long long>(total)));
    values.set("END_LABEL", site.words.counted("shift.end", static_cast<long long>(review.open)));
    if (total == 0) {
        values.show("EMPTY");
        values.set("EMPTY_TEXT", site.words.text("shift.empty"));
    } else {
        values.show("FIRST");
        values.set("FIRST_ID", first);
        values.show("MINUTES");
        // Half a minute each, measured by reading the longest letter aloud.
        values.set("MINUTES_TEXT",
                   site.words.counted("shift.minutes", static_cast<long long>((total + 1) / 2)));
    }
    return values;
}

} // namespace

// An officer begins with the review; who reads nothing begins with what is his.
HttpResponse front_page(Site& site, Visit& visit) {
    records::Role const role = visit.vault().person().role;
    if (!vault::may_read(role)) {
        return redirect(role == records::Role::volunteer         ? "/pages"
                        : role == records::Role::privacy_officer ? "/audit"
                                                                 : "/health");
    }
    Result<desk::ShiftReview> const review = desk::review(site.desk, visit.vault());
    if (!review) {
        return trouble(site, visit, review.error());
    }
    return page(site, visit, {.title = "title.shift", .current = "/"}, "shift",
                shift_values(site, *review));
}

HttpResponse end_shift(Site& site, Visit& visit) {
    Result<std::size_t> const open = desk::end_shift(site.desk, visit.vault());
    return open ? done("/", "shift_ended") : trouble(site, visit, open.error());
}

HttpResponse set_presence(Site& site, Visit& visit) {
    bool const present = visit.form->text("present") == "yes";
    Result<records::Presence> const set = desk::set_present(site.desk, visit.vault(), present);
    if (!set) {
        return trouble(site, visit, set.error());
    }
    // Back to where the switch was touched; only to a page of ours.
    std::string const from(visit.form->text("from"));
    bool const ours =
        from.starts_with('/') && !from.starts_with("//") && match("GET", from).route != nullptr;
    return done(ours ? from : "/", present ? "present" : "absent");
}

} // namespace inloop::web
