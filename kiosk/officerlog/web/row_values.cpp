// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/web/row_values.h"

#include "kiosk/base/hex.h"
#include "kiosk/officerlog/web/clock_words.h"

#include <algorithm>
#include <array>

namespace inloop::web {
namespace {

using entries::Status;

struct StatusKey {
    Status status;
    std::string_view key;
    pages::Phrase visitor;
};
constexpr std::array kStatusKeys{
    StatusKey{Status::arrived, "arrived", pages::Phrase::code_result_arrived_title},
    StatusKey{Status::in_hand, "in_hand", pages::Phrase::code_result_in_hand_title},
    StatusKey{Status::asked, "asked", pages::Phrase::code_result_asked_title},
    StatusKey{Status::set_aside, "set_aside", pages::Phrase::code_result_set_aside_title},
    StatusKey{Status::referred, "referred", pages::Phrase::code_result_referred_title},
    StatusKey{Status::taken_over, "taken_over", pages::Phrase::code_result_taken_over_title},
    StatusKey{Status::closed, "closed", pages::Phrase::code_result_closed_title},
};

constexpr std::array<std::string_view, 6> kRightToLeft{"ar", "fa", "he", "ps", "ur", "ckb"};

records::Seconds now_of(Site const& site) {
    return site.desk.clock.wall().time_since_epoch().count();
}

// How late, or by when: what a promise means for whoever reads the list.
void add_promise(Site const& site, Values& values, records::Entry const& root) {
    if (root.first_read_at != 0 || root.promised_by == 0) {
        return;
    }
    records::Seconds const now = now_of(site);
    if (root.promised_by >= now) {
        bool const today = iso_day(root.promised_by) == iso_day(now);
        add_badge(values, "neutral",
                  site.words.with("badge.promised", today ? clock_time(root.promised_by)
                                                          : day_and_time(root.promised_by)));
        return;
    }
    auto const days = (now - root.promised_by) / 86'400;
    add_badge(values, "late",
              days == 0 ? std::string(site.words.text("badge.late"))
                        : site.words.counted("badge.late_days", days));
}

} // namespace

void add_badge(Values& values, std::string_view kind, std::string_view text) {
    Values& badge = values.add("BADGE");
    badge.set("KIND", kind);
    badge.set("TEXT", text);
}

std::string subject_name(Site const& site, entries::EntryFacts const& facts) {
    if (facts.subject.empty()) {
        return std::string(site.words.text("subject.none"));
    }
    pages::Subject const* const subject = site.desk.assets.subjects.find(facts.subject);
    return subject == nullptr ? facts.subject : subject->name.in("nl");
}

std::string place_name(Site const& site, entries::EntryFacts const& facts) {
    pages::Street const* const street = site.desk.assets.map.find(facts.spot.street);
    if (street != nullptr) {
        return street->name;
    }
    return std::string(site.words.text(facts.spot.point ? "place.point" : "place.none"));
}

std::string_view status_key(Status status) {
    auto const found = std::ranges::find(kStatusKeys, status, &StatusKey::status);
    return found == kStatusKeys.end() ? std::string_view() : found->key;
}

std::string visitor_reads(Site const& site, Status status) {
    auto const found = std::ranges::find(kStatusKeys, status, &StatusKey::status);
    return found == kStatusKeys.end() ? std::string()
                                      : site.desk.assets.phrases_in("nl").plain(found->visitor);
}

std::optional<Status> status_of(std::string_view key) {
    auto const found = std::ranges::find(kStatusKeys, key, &StatusKey::key);
    return found == kStatusKeys.end() ? std::nullopt : std::optional(found->status);
}

std::string language_name(Site const& site, std::string_view tag) {
    std::string const key = "language." + std::string(tag);
    return std::string(site.words.has(key) ? site.words.text(key) : tag);
}

std::string_view direction_of(std::string_view tag) {
    return std::ranges::find(kRightToLeft, tag.substr(0, tag.find('-'))) == kRightToLeft.end()
               ? "ltr"
               : "rtl";
}

void add_badges(Site const& site, Values& values, desk::Row const& row) {
    if (row.hurry) {
        add_badge(values, "late", site.words.text("badge.hurry"));
    }
    if (row.root.urgency == records::Urgency::now) {
        add_badge(values, "late", site.words.text("badge.urgent"));
    }
    if (!row.glance.readable) {
        add_badge(values, "late", site.words.text("badge.unreadable"));
    }
    if (row.letters > 1) {
        add_badge(values, "neutral",
                  site.words.counted("badge.letters", static_cast<long long>(row.letters)));
    }
    if (row.handler_away) {
        add_badge(values, "neutral", site.words.with("badge.away", row.handler));
    }
    if (row.root.status != Status::arrived) {
        add_badge(values, row.root.status == Status::closed ? "done" : "neutral",
                  site.words.text("status." + std::string(status_key(row.root.status))));
    }
    add_promise(site, values, row.root);
}

void add_row(Site const& site, Values& values, std::string_view section, desk::Row const& row) {
    Values& line = values.add(section);
    line.set("ID", hex(row.root.id.bytes));
    line.set("SUBJECT", row.glance.readable ? subject_name(site, row.glance.facts)
                                            : std::string(site.words.text("subject.unreadable")));
    entries::EntryFacts const& facts = row.glance.facts;
    line.set("WHERE",
             place_name(site, facts) + " · " + day_part(facts.day, static_cast<int>(facts.part)));
    if (row.root.set_aside_until != 0 && row.root.status == Status::set_aside) {
        line.show("REASON");
        line.set("REASON_TEXT", site.words.with("row.until", day_of(row.root.set_aside_until - 1)));
    }
    add_badges(site, line, row);
}

} // namespace inloop::web
