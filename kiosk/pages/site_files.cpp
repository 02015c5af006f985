// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/site_files.h"

#include "kiosk/base/utf8.h"
#include "kiosk/pages/asset_file.h"
#include "kiosk/pages/page_text.h"
#include "kiosk/pages/toml_reader.h"
#include "kiosk/pages/tuning.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace inloop::pages {

namespace {

using entries::ShiftKind;
using std::chrono::local_days;
using std::chrono::minutes;

constexpr std::chrono::hours kDay{24};

struct NamedDay {
    std::string_view name;
    std::chrono::weekday day;
};
constexpr std::array<NamedDay, 7> kDays{{{"monday", std::chrono::Monday},
                                         {"tuesday", std::chrono::Tuesday},
                                         {"wednesday", std::chrono::Wednesday},
                                         {"thursday", std::chrono::Thursday},
                                         {"friday", std::chrono::Friday},
                                         {"saturday", std::chrono::Saturday},
                                         {"sunday", std::chrono::Sunday}}};

struct Hours {
    minutes from{};
    minutes until{};
    ShiftKind kind = ShiftKind::present;
};

Checked<ShiftKind> read_shift_kind(TomlReader const& reader) {
    if (!reader.has("kind")) {
        return ShiftKind::present;
    }
    auto const kind = reader.text("kind");
    if (!kind) {
        return tl::unexpected(kind.error());
    }
    if (*kind == "talk") {
        return ShiftKind::talk;
    }
    if (*kind != "present") {
        return reader.refuse("kind", "is not present or talk", "write one of the two");
    }
    return ShiftKind::present;
}

Checked<Hours> read_hours(TomlReader const& reader) {
    Hours hours;
    Problem problem;
    if (!take(hours.from, reader.time("from"), problem) ||
        !take(hours.until, reader.time("until"), problem) ||
        !take(hours.kind, read_shift_kind(reader), problem)) {
        return tl::unexpected(std::move(problem));
    }
    if (hours.until <= hours.from || hours.from >= kDay) {
        return reader.refuse("until", "is not after from",
                             "write the end of the shift; one that goes past midnight is two");
    }
    return hours;
}

Checked<local_days> read_date(TomlReader const& reader, std::string_view key) {
    auto const date = reader.date(key);
    if (!date) {
        return tl::unexpected(date.error());
    }
    return local_days(*date);
}

Checked<std::chrono::weekday> read_weekday(TomlReader const& reader) {
    auto const name = reader.text("day");
    if (!name) {
        return tl::unexpected(name.error());
    }
    auto const* found = std::find_if(kDays.begin(), kDays.end(),
                                     [&](NamedDay const& day) { return day.name == *name; });
    if (found == kDays.end()) {
        return reader.refuse("day", "is not a day of the week", "write it as in thursday");
    }
    return found->day;
}

Checked<void> read_weekly(TomlReader const& reader, entries::RosterSpec& into) {
    if (auto fine = reader.only({"day", "from", "until", "kind"}); !fine) {
        return fine;
    }
    std::chrono::weekday day;
    Hours hours;
    Problem problem;
    if (!take(day, read_weekday(reader), problem) || !take(hours, read_hours(reader), problem)) {
        return tl::unexpected(std::move(problem));
    }
    into.weekly.push_back({day, hours.from, hours.until, hours.kind});
    return {};
}

Checked<void> read_dated(TomlReader const& reader, entries::RosterSpec& into) {
    if (auto fine = reader.only({"date", "from", "until", "kind"}); !fine) {
        return fine;
    }
    local_days day;
    Hours hours;
    Problem problem;
    if (!take(day, read_date(reader, "date"), problem) ||
        !take(hours, read_hours(reader), problem)) {
        return tl::unexpected(std::move(problem));
    }
    into.dated.push_back({day + hours.from, day + hours.until, hours.kind});
    return {};
}

Checked<void> read_closed(TomlReader const& reader, entries::RosterSpec& into) {
    if (auto fine = reader.only({"date"}); !fine) {
        return fine;
    }
    auto const day = read_date(reader, "date");
    if (!day) {
        return tl::unexpected(day.error());
    }
    into.closed.push_back(*day);
    return {};
}

Checked<TomlTable> parse_site_file(std::string_view text, std::string const& name) {
    if (auto fine = check_text(text, name); !fine) {
        return tl::unexpected(fine.error());
    }
    return parse_toml(text, name);
}

Checked<NewsKind> read_news_kind(TomlReader const& reader) {
    auto const kind = reader.text("kind");
    if (!kind) {
        return tl::unexpected(kind.error());
    }
    if (*kind != "notice" && *kind != "done") {
        return reader.refuse("kind", "is not notice or done", "write one of the two");
    }
    return *kind == "done" ? NewsKind::done : NewsKind::notice;
}

Checked<void> refuse_news_words(LocalText const& words, TomlReader const& reader,
                                std::string const& name) {
    for (auto const& [language, text] : words.all()) {
        if (utf8::count(text) > kNewsCodePoints) {
            return reader.refuse("words",
                                 "are longer than " + std::to_string(kNewsCodePoints) + " letters",
                                 "make them shorter");
        }
        if (text.find_first_of("{}") != std::string::npos) {
            return reader.refuse("words", "hold a { or }", "write the word itself");
        }
        if (auto refused = refuse_text({Span{text, false}}, name, words.line())) {
            return tl::unexpected(std::move(*refused));
        }
    }
    return {};
}

Checked<News> read_news(TomlTable const& table, std::string const& name) {
    TomlReader const reader(table, name, "news");
    if (auto fine = reader.only({"kind", "from", "until", "words"}); !fine) {
        return tl::unexpected(fine.error());
    }
    News news;
    Problem problem;
    if (!take(news.kind, read_news_kind(reader), problem) ||
        !take(news.from, read_date(reader, "from"), problem) ||
        !take(news.until, read_date(reader, "until"), problem) ||
        !take(news.words, reader.local_text("words"), problem)) {
        return tl::unexpected(std::move(problem));
    }
    if (news.until < news.from) {
        return reader.refuse("until", "is before from", "write the last day it is shown");
    }
    if (auto fine = refuse_news_words(news.words, reader, name); !fine) {
        return tl::unexpected(fine.error());
    }
    return news;
}

Problem too_many(std::string const& name) {
    return Problem{name, 0, "there are more than " + std::to_string(kSiteEntries) + " entries",
                   "take out what is over"};
}

template <class T>
T or_absent(Checked<T> loaded, std::vector<Problem>& problems) {
    if (!loaded) {
        problems.push_back(std::move(loaded.error()));
        return T();
    }
    return std::move(*loaded);
}

// The text of the file; nullopt when there is none.
Checked<std::optional<std::string>> read_if_there(std::filesystem::path const& file) {
    auto text = read_text_asset(file, kListBytes);
    if (text) {
        return std::optional<std::string>(std::move(*text));
    }
    if (text.error().code == ErrorCode::not_found) {
        return std::nullopt;
    }
    return tl::unexpected(text.error());
}

} // namespace

Checked<entries::RosterSpec> parse_roster(std::string_view text, std::string const& name) {
    auto const table = parse_site_file(text, name);
    if (!table) {
        return tl::unexpected(table.error());
    }
    TomlReader const reader(*table, name, "");
    if (auto fine = reader.only({"weekly", "dated", "closed"}); !fine) {
        return tl::unexpected(fine.error());
    }
    entries::RosterSpec spec;
    for (auto const& [key, read] :
         {std::pair{"weekly", &read_weekly}, {"dated", &read_dated}, {"closed", &read_closed}}) {
        auto const tables = reader.tables(key);
        if (!tables) {
            return tl::unexpected(tables.error());
        }
        for (TomlTable const* one : *tables) {
            if (auto fine = read(TomlReader(*one, name, key), spec); !fine) {
                return tl::unexpected(fine.error());
            }
        }
    }
    if (spec.weekly.size() + spec.dated.size() + spec.closed.size() > kSiteEntries) {
        return tl::unexpected(too_many(name));
    }
    return spec;
}

Checked<std::vector<News>> parse_news(std::string_view text, std::string const& name) {
    auto const table = parse_site_file(text, name);
    if (!table) {
        return tl::unexpected(table.error());
    }
    TomlReader const reader(*table, name, "");
    if (auto fine = reader.only({"news"}); !fine) {
        return tl::unexpected(fine.error());
    }
    auto const tables = reader.tables("news");
    if (!tables) {
        return tl::unexpected(tables.error());
    }
    if (tables->size() > kSiteEntries) {
        return tl::unexpected(too_many(name));
    }
    std::vector<News> all;
    for (TomlTable const* one : *tables) {
        auto news = read_news(*one, name);
        if (!news) {
            return tl::unexpected(news.error());
        }
        all.push_back(std::move(*news));
    }
    return all;
}

Checked<PresenceNotice> parse_presence(std::string_view text, std::string const& name) {
    auto const table = parse_site_file(text, name);
    if (!table) {
        return tl::unexpected(table.error());
    }
    TomlReader const reader(*table, name, "");
    if (auto fine = reader.only({"present", "until"}); !fine) {
        return tl::unexpected(fine.error());
    }
    if (!reader.has("present")) {
        return reader.refuse("present", "is not there", "write true or false");
    }
    PresenceNotice notice;
    Problem problem;
    if (!take(notice.present, reader.flag("present", false), problem) ||
        !take(notice.until, reader.moment("until"), problem)) {
        return tl::unexpected(std::move(problem));
    }
    return notice;
}

Checked<entries::Roster> load_roster(std::filesystem::path const& file) {
    auto const text = read_if_there(file);
    if (!text) {
        return tl::unexpected(text.error());
    }
    if (!*text) {
        return entries::Roster();
    }
    return parse_roster(**text, file.string()).map([](entries::RosterSpec spec) {
        return entries::Roster(std::move(spec));
    });
}

Checked<std::vector<News>> load_news(std::filesystem::path const& file) {
    auto const text = read_if_there(file);
    if (!text) {
        return tl::unexpected(text.error());
    }
    return *text ? parse_news(**text, file.string()) : std::vector<News>();
}

Checked<std::optional<PresenceNotice>> load_presence(std::filesystem::path const& file) {
    auto const text = read_if_there(file);
    if (!text) {
        return tl::unexpected(text.error());
    }
    if (!*text) {
        return std::nullopt;
    }
    return parse_presence(**text, file.string()).map([](PresenceNotice notice) {
        return std::optional(notice);
    });
}

SiteFiles load_site_files(std::filesystem::path const& folder, std::vector<Problem>& problems) {
    return {or_absent(load_roster(folder / "roster.toml"), problems),
            or_absent(load_news(folder / "news.toml"), problems),
            or_absent(load_presence(folder / "presence.toml"), problems)};
}

News const* SiteFiles::news_on(std::chrono::local_days today) const {
    for (NewsKind const kind : {NewsKind::notice, NewsKind::done}) {
        auto const found = std::find_if(news.begin(), news.end(), [&](News const& one) {
            return one.kind == kind && one.from <= today && today <= one.until;
        });
        if (found != news.end()) {
            return &*found;
        }
    }
    return nullptr;
}

} // namespace inloop::pages
