// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/demo_site_files.h"

#include "kiosk/base/bytes.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <string>
#include <string_view>

namespace inloop::terminal {

namespace {

constexpr std::string_view kRoster =
    R"(# When an officer is here, for the screens of a DEMO: these hours are made up, nobody keeps them.
# Change them while the kiosk runs and see. Without this file nobody is announced.
#
# [[weekly]] every week: day, from, until (the clock on the wall) and kind: "present" (an officer is
#            here; also when kind is left out) or "talk" (an announced moment to talk)
# [[dated]]  once: date = 2026-11-26 instead of day
# [[closed]] date = 2026-12-25: nothing weekly happens on that day

[[weekly]]
day = "tuesday"
from = "09:00"
until = "12:00"

[[weekly]]
day = "thursday"
from = "13:00"
until = "16:00"

[[weekly]]
day = "saturday"
from = "11:00"
until = "12:00"
kind = "talk"
)";

constexpr std::string_view kNewsBegin =
    R"(# The line of news on the first screens of a DEMO: made up, change it while the kiosk runs and see.
#
# [[news]] kind = "notice", or "done" for what visitors asked and the police did; from and until: the
#          first and the last day it is shown; words: at most 90 letters in each language

[[news]]
kind = "notice"
)";
constexpr std::string_view kNewsEnd =
    R"(words = { nl = "Voorbeeld: zaterdag van 11 tot 12 uur is er koffie", en = "Sample: coffee on Saturday from 11 to 12" }
)";

// How long the line of news of a demo is shown.
constexpr std::chrono::days kNewsTime{28};

std::string date(std::string_view key, std::chrono::sys_days day) {
    std::chrono::year_month_day const date(day);
    std::array<char, 48> text{};
    (void)std::snprintf(text.data(), text.size(), "%.*s = %04d-%02u-%02u\n",
                        static_cast<int>(key.size()), key.data(), static_cast<int>(date.year()),
                        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text.data();
}

std::string news(Clock const& clock) {
    LocalTime const now = clock.local();
    std::chrono::sys_days const today = std::chrono::year(now.year) / now.month / now.day;
    return std::string(kNewsBegin) + date("from", today) + date("until", today + kNewsTime) +
           std::string(kNewsEnd);
}

Result<void> write_new(platform::Files& files, std::filesystem::path const& file,
                       std::string_view text) {
    auto created = files.create(file, as_bytes(text));
    if (!created && created.error().code == ErrorCode::already_there) {
        return {};
    }
    return created ? files.sync_file(file) : created;
}

} // namespace

Result<void> write_demo_site_files(platform::Files& files, Clock const& clock,
                                   std::filesystem::path const& directory) {
    return write_new(files, directory / "roster.toml", kRoster)
        .and_then([&] { return write_new(files, directory / "news.toml", news(clock)); })
        .and_then([&] { return files.sync_directory(directory); });
}

} // namespace inloop::terminal
