// SPDX-License-Identifier: EUPL-1.2
// What changes from week to week on one site and stands in its data folder, not in assets: who is
// here when (roster.toml), the line of news on the first screens (news.toml) and whether an officer
// is here at this moment (presence.toml). Each may be absent: then nobody is announced, nothing is
// news and the roster alone says who is here. The log sends them.
#pragma once

#include "kiosk/entries/roster.h"
#include "kiosk/pages/languages.h"
#include "kiosk/pages/problem.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::pages {

enum class NewsKind : unsigned char {
    notice, // "Donderdag 13 tot 16 uur: koffie op het terras"
    done, // "U vroeg, wij deden"
};

struct News {
    NewsKind kind = NewsKind::notice;
    LocalText words; // one sentence, at most kNewsCodePoints
    std::chrono::local_days from; // first and last day it is shown
    std::chrono::local_days until;
};

// What an officer said of himself; goes before the roster until it is over.
struct PresenceNotice {
    bool present = false; // here, whatever the roster says; false: away, whatever it says
    std::chrono::sys_seconds until{};
    friend bool operator==(PresenceNotice const&, PresenceNotice const&) = default;
};

struct SiteFiles {
    entries::Roster roster{};
    std::vector<News> news{}; // in file order
    std::optional<PresenceNotice> presence{};

    // The first line that is current on `today`; nullptr: none. A notice goes before "done".
    [[nodiscard]] News const* news_on(std::chrono::local_days today) const;
};

// roster.toml:
//   [[weekly]]  day = "thursday", from = 13:00 , until = 16:00, kind = "present" | "talk"
//   [[dated]]   date = 2026-11-26, from, until, kind
//   [[closed]]  date = 2026-12-25
// Times are TOML local times or "13:00". A file that is not there is an empty roster. Fails on
// anything else that is not right: a wrong hour sends people to a closed door. `until` may be
// "24:00". kind may be left out: present.
[[nodiscard]] Checked<entries::Roster> load_roster(std::filesystem::path const& file);
// news.toml:
//   [[news]]  kind = "notice" | "done", from = 2026-11-23, until = 2026-11-29, words = { nl, en }
[[nodiscard]] Checked<std::vector<News>> load_news(std::filesystem::path const& file);
// presence.toml:
//   present = true
//   until = 2026-11-24T16:00:00Z
// nullopt for a file that is not there.
[[nodiscard]] Checked<std::optional<PresenceNotice>>
load_presence(std::filesystem::path const& file);
// The same for text that is in memory; `name` is named in faults.
[[nodiscard]] Checked<entries::RosterSpec> parse_roster(std::string_view text,
                                                        std::string const& name);
[[nodiscard]] Checked<std::vector<News>> parse_news(std::string_view text, std::string const& name);
[[nodiscard]] Checked<PresenceNotice> parse_presence(std::string_view text,
                                                     std::string const& name);
// All files of `folder`; a faulty one is added to `problems` and counts as absent.
[[nodiscard]] SiteFiles load_site_files(std::filesystem::path const& folder,
                                        std::vector<Problem>& problems);

} // namespace inloop::pages
