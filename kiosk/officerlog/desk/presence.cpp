// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/presence.h"

#include "kiosk/base/utf8.h"
#include "kiosk/officerlog/desk/officer.h"
#include "kiosk/officerlog/desk/tuning.h"
#include "kiosk/pages/site_files.h"

#include <ctime>
#include <utility>

namespace inloop::desk {
namespace {

constexpr std::string_view kRosterName = "roster.toml";
// A kiosk takes an empty file for one that was cut off, and keeps what it had.
constexpr std::string_view kNoFixedTimes = "# no fixed times\n";

std::string text_of(Bytes const& bytes) {
    return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}

} // namespace

entries::LocalMinute local_minute_of(records::Seconds at) {
    auto const time = static_cast<std::time_t>(at);
    std::tm parts{};
    if (localtime_r(&time, &parts) == nullptr) {
        return {}; // a year that no calendar holds
    }
    return entries::local_minute({.year = parts.tm_year + 1900,
                                  .month = parts.tm_mon + 1,
                                  .day = parts.tm_mday,
                                  .weekday = parts.tm_wday,
                                  .hour = parts.tm_hour,
                                  .minute = parts.tm_min});
}

records::Seconds seconds_of(entries::LocalMinute minute) {
    auto const day = std::chrono::floor<std::chrono::days>(minute);
    std::chrono::year_month_day const date(day);
    std::chrono::hh_mm_ss const time(minute - day);
    std::tm parts{};
    parts.tm_year = static_cast<int>(date.year()) - 1900;
    parts.tm_mon = static_cast<int>(static_cast<unsigned>(date.month())) - 1;
    parts.tm_mday = static_cast<int>(static_cast<unsigned>(date.day()));
    parts.tm_hour = static_cast<int>(time.hours().count());
    parts.tm_min = static_cast<int>(time.minutes().count());
    parts.tm_isdst = -1; // the machine knows when summer time holds
    return std::mktime(&parts);
}

Result<std::string> roster_text(Desk& desk) {
    return desk.store.document(kRosterName).map([](auto const& record) {
        return record ? text_of(record->document.content) : std::string();
    });
}

Result<entries::Roster> roster(Desk& desk) {
    auto const text = roster_text(desk);
    if (!text) {
        return tl::unexpected(text.error());
    }
    if (text->empty()) {
        return entries::Roster();
    }
    auto spec = pages::parse_roster(*text, std::string(kRosterName));
    if (!spec) {
        return tl::unexpected(pages::to_error(spec.error()));
    }
    return entries::Roster(std::move(*spec));
}

Result<std::vector<std::string>> set_roster(Desk& desk, vault::Session& session,
                                            std::string_view text) {
    if (!is_officer(session)) {
        return not_for(session);
    }
    if (utf8::is_blank(text)) {
        text = kNoFixedTimes;
    }
    auto const spec = pages::parse_roster(text, std::string(kRosterName));
    if (!spec) {
        return std::vector{pages::to_string(spec.error())};
    }
    if (text.size() > wire::kMaxDocumentBytes) {
        return std::vector{std::string("roster.toml is longer than 64 KiB")};
    }
    ByteView const content = as_bytes(text);
    records::DocumentRecord const record{
        .document = {.name = std::string(kRosterName), .content = {content.begin(), content.end()}},
        .by = session.actor().name,
        .at = now_of(desk)};
    auto const kept = desk.store.transaction([&]() -> Result<void> {
        if (auto done = desk.store.put_document(record); !done) {
            return done;
        }
        return desk.audit.write(session.actor(),
                                {.action = "roster", .object = std::string(kRosterName)});
    });
    return kept.map([] { return std::vector<std::string>(); });
}

Result<records::Presence> set_present(Desk& desk, vault::Session& session, bool present) {
    if (!is_officer(session)) {
        return not_for(session);
    }
    auto const plan = roster(desk);
    if (!plan) {
        return tl::unexpected(plan.error());
    }
    records::Seconds const now = now_of(desk);
    auto const shift = plan->at(local_minute_of(now));
    records::Presence const presence{.present = present,
                                     .until = shift ? seconds_of(shift->until)
                                                    : now + kPresenceHours * 3600,
                                     .by = session.person().id,
                                     .at = now};
    auto const kept = desk.store.transaction([&]() -> Result<void> {
        if (auto done = desk.store.set_presence(presence); !done) {
            return done;
        }
        return desk.audit.write(session.actor(),
                                {.action = "presence", .reason = present ? "present" : "absent"});
    });
    return kept.map([&] { return presence; });
}

Result<records::Presence> presence_now(Desk& desk) {
    auto said = desk.store.presence();
    if (!said) {
        return said;
    }
    records::Seconds const now = now_of(desk);
    if (said->until > now) {
        return said;
    }
    auto const plan = roster(desk);
    if (!plan) {
        return tl::unexpected(plan.error());
    }
    auto const minute = local_minute_of(now);
    if (auto const shift = plan->at(minute)) {
        return records::Presence{.present = true, .until = seconds_of(shift->until)};
    }
    auto const next = plan->upcoming(minute, 1);
    return records::Presence{.until = next.empty() ? 0 : seconds_of(next.front().from)};
}

} // namespace inloop::desk
