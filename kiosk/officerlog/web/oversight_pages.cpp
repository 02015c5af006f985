// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/web/clock_words.h"
#include "kiosk/officerlog/web/pages.h"
#include "kiosk/officerlog/web/respond.h"
#include "kiosk/officerlog/web/tuning.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

// The audit, and how everything is.
namespace inloop::web {
namespace {

using platform::HttpResponse;

std::uint64_t page_number(Visit const& visit) {
    std::string_view const text = first_of(visit.request.query, "page").value_or("0");
    std::uint64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return std::min<std::uint64_t>(number, 1'000'000);
}

// "retention", or "redacted: what the officer wrote".
std::string reason_text(Site const& site, std::string const& reason) {
    std::string const code = reason.substr(0, reason.find(": "));
    std::string const key = "reason." + code;
    return site.words.has(key) ? std::string(site.words.text(key)) + reason.substr(code.size())
                               : reason;
}

void add_audit_row(Site const& site, Values& values, records::AuditRow const& row) {
    Values& line = values.add("AUDIT_ROW");
    std::string const action = "action." + row.action;
    line.set("NUMBER", std::to_string(row.row));
    line.set("WHEN", day_and_time(row.at));
    line.set("NAME", row.actor);
    line.set("ACTION",
             site.words.has(action) ? site.words.text(action) : std::string_view(row.action));
    line.set("OBJECT", row.object.substr(0, 8));
    std::string const result = "result." + row.result;
    line.set("RESULT",
             site.words.has(result) ? site.words.text(result) : std::string_view(row.result));
    line.set("REASON_TEXT", reason_text(site, row.reason));
}

void add_pager(Site const& site, Values& values, std::uint64_t page, bool older) {
    if (page == 0 && !older) {
        return;
    }
    values.show("PAGER");
    values.set("PAGE_TEXT", site.words.counted("entries.page", static_cast<long long>(page) + 1));
    if (older) {
        values.show("OLDER");
        values.set("OLDER_HREF", fmt::format("/audit?page={}", page + 1));
    }
    if (page > 0) {
        values.show("NEWER");
        values.set("NEWER_HREF", fmt::format("/audit?page={}", page - 1));
    }
}

Result<std::vector<desk::HealthLine>> lines_of(Site& site) {
    desk::Surroundings const around =
        site.surroundings ? site.surroundings() : desk::Surroundings{};
    return desk::health(site.desk, around, false);
}

// One of a machine's lines: green, or what to do.
void add_check(Site const& site, Values& machine, desk::HealthLine const& line) {
    std::string const key = "health." + std::string(desk::name_of(line.check));
    Values& check = machine.add("CHECK");
    check.set("KIND", line.green ? "green" : "late");
    check.set("ICON", line.green ? "check_circle" : "warning");
    check.set("LABEL", site.words.text(key));
    check.set("TEXT", site.words.counted(key + (line.green ? "_right" : "_wrong"), line.value));
    if (!line.green) {
        check.show("MEND");
        check.set("MEND_TEXT", site.words.text(key + "_mend"));
    }
}

} // namespace

HttpResponse audit_page(Site& site, Visit& visit) {
    Result<wire::AuditHead> const head = site.desk.store.audit_head();
    if (!head) {
        return trouble(site, visit, head.error());
    }
    std::uint64_t const page_at = page_number(visit);
    std::uint64_t const skipped = page_at * kRowsOnAPage;
    std::uint64_t const last = head->row - std::min(head->row, skipped);
    std::uint64_t const first = last - std::min<std::uint64_t>(last, kRowsOnAPage) + 1;
    Result<std::vector<records::AuditRow>> const rows =
        site.desk.store.audit_rows(first, last == 0 ? 0 : kRowsOnAPage);
    Result<vault::AuditVerdict> const verdict = vault::verify_audit(site.desk.store, std::nullopt);
    if (!rows || !verdict) {
        return trouble(site, visit, rows ? verdict.error() : rows.error());
    }
    Values values;
    values.set("COUNT_TEXT", site.words.counted("audit.count", static_cast<long long>(head->row)));
    values.show(verdict->whole ? "INTACT" : "BROKEN");
    values.set(verdict->whole ? "INTACT_TEXT" : "BROKEN_TEXT",
               site.words.counted(verdict->whole ? "audit.whole" : "audit.broken",
                                  static_cast<long long>(verdict->first_bad_row)));
    for (auto row = rows->rbegin(); row != rows->rend(); ++row) {
        if (row->row <= last) {
            add_audit_row(site, values, *row);
        }
    }
    add_pager(site, values, page_at, first > 1 && last > 0);
    return page(site, visit, {.title = "title.audit", .current = "/audit"}, "audit",
                std::move(values));
}

HttpResponse health_page(Site& site, Visit& visit) {
    Result<std::vector<desk::HealthLine>> const lines = lines_of(site);
    if (!lines) {
        return trouble(site, visit, lines.error());
    }
    auto const wrong = std::ranges::count(*lines, false, &desk::HealthLine::green);
    Values values;
    values.set("HEADING", wrong == 0 ? std::string(site.words.text("health.all_right"))
                                     : site.words.counted("health.some_wrong", wrong));
    records::Seconds const now = site.desk.clock.wall().time_since_epoch().count();
    values.set("AS_OF", site.words.with("health.as_of", clock_time(now)));
    Values* machine = nullptr;
    std::optional<std::string> subject;
    int number = 0;
    for (desk::HealthLine const& line : *lines) {
        if (subject != line.subject) {
            subject = line.subject;
            machine = &values.add("MACHINE");
            machine->set("KEY", std::to_string(number++));
            machine->set("NAME", line.subject.empty() ? site.words.text("health.log")
                                                      : std::string_view(line.subject));
        }
        add_check(site, *machine, line);
    }
    return page(site, visit, {.title = "title.health", .current = "/health"}, "health",
                std::move(values));
}

HttpResponse health_json(Site& site, Visit& visit) {
    Result<std::vector<desk::HealthLine>> const lines = lines_of(site);
    if (!lines) {
        return trouble(site, visit, lines.error());
    }
    nlohmann::json list = nlohmann::json::array();
    for (desk::HealthLine const& line : *lines) {
        list.push_back({{"subject", line.subject.empty() ? "log" : line.subject},
                        {"check", desk::name_of(line.check)},
                        {"green", line.green},
                        {"value", line.value}});
    }
    HttpResponse response = plain_text(200, nlohmann::json{{"checks", list}}.dump(2) + "\n");
    response.headers = {{"content-type", "application/json"}};
    return response;
}

// https://prometheus.io/docs/instrumenting/exposition_formats/
HttpResponse health_metrics(Site& site, Visit& visit) {
    Result<std::vector<desk::HealthLine>> const lines = lines_of(site);
    if (!lines) {
        return trouble(site, visit, lines.error());
    }
    std::string text = "# HELP inloop_check_green 1 when the check is right.\n"
                       "# TYPE inloop_check_green gauge\n";
    std::string values = "# HELP inloop_check_value What the check looked at.\n"
                         "# TYPE inloop_check_value gauge\n";
    for (desk::HealthLine const& line : *lines) {
        std::string subject = line.subject.empty() ? "log" : line.subject;
        std::ranges::replace_if(
            subject, [](char c) { return c == '"' || c == '\\' || c == '\n'; }, ' ');
        std::string const labels =
            fmt::format("{{subject=\"{}\",check=\"{}\"}}", subject, desk::name_of(line.check));
        text += fmt::format("inloop_check_green{} {}\n", labels, line.green ? 1 : 0);
        values += fmt::format("inloop_check_value{} {}\n", labels, line.value);
    }
    return plain_text(200, text + values);
}

} // namespace inloop::web
