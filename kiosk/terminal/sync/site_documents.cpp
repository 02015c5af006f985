// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/sync/site_documents.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <optional>
#include <string_view>

namespace inloop::sync {

namespace {

std::string rfc3339(std::int64_t seconds) {
    namespace ch = std::chrono;
    constexpr std::int64_t kLastSecond = 253'402'300'799; // 9999-12-31T23:59:59Z
    ch::sys_seconds const moment{ch::seconds(std::clamp<std::int64_t>(seconds, 0, kLastSecond))};
    auto const midnight = ch::floor<ch::days>(moment);
    ch::year_month_day const date(midnight);
    ch::hh_mm_ss const time(moment - midnight);
    std::array<char, 64> text{};
    (void)std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ",
                        static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                        static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()),
                        static_cast<int>(time.minutes().count()),
                        static_cast<int>(time.seconds().count()));
    return text.data();
}

// Without the beginning, when the text begins so.
std::optional<std::string_view> after(std::string_view text, std::string_view beginning) {
    return text.starts_with(beginning) ? std::optional(text.substr(beginning.size()))
                                       : std::nullopt;
}

// [a-z0-9-] and not empty: no dots and no slashes, so that nothing leads out of a folder.
bool is_plain_name(std::string_view name) {
    return !name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") ==
                                std::string_view::npos;
}

bool ends_in(std::string_view name, std::string_view extension) {
    return name.ends_with(extension) &&
           is_plain_name(name.substr(0, name.size() - extension.size()));
}

// "nl/pilot.md"
bool is_page(std::string_view name) {
    std::size_t const slash = name.find('/');
    return slash != std::string_view::npos && is_plain_name(name.substr(0, slash)) &&
           ends_in(name.substr(slash + 1), ".md");
}

bool is_picture(std::string_view name) {
    return ends_in(name, ".png") || ends_in(name, ".jpg");
}

bool is_page_or_picture(std::string_view name) {
    auto const page = after(name, "pages/");
    auto const picture = after(name, "pictures/");
    return (page && is_page(*page)) || (picture && is_picture(*picture));
}

} // namespace

bool is_site_document(wire::Document const& document) {
    constexpr std::array<std::string_view, 4> kNames{"roster.toml", "news.toml", "facts.toml",
                                                     kPresenceFile};
    bool const known = std::ranges::find(kNames, document.name) != kNames.end() ||
                       is_page_or_picture(document.name);
    return known && document.content.size() <= wire::kMaxDocumentBytes;
}

std::string presence_text(wire::Presence const& presence) {
    return std::string("# Set by an officer at the log; goes before the roster until it is over.\n"
                       "present = ") +
           (presence.present ? "true" : "false") + "\nuntil = " + rfc3339(presence.until) + "\n";
}

} // namespace inloop::sync
