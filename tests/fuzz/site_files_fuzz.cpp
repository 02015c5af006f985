// SPDX-License-Identifier: EUPL-1.2
// Any bytes as roster.toml and as news.toml: no shift ends before it begins, no line of news is too
// long.
#include "kiosk/base/utf8.h"
#include "kiosk/pages/site_files.h"
#include "kiosk/pages/tuning.h"

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace inloop::pages;
    std::string_view const text(reinterpret_cast<char const*>(data), size);
    if (auto const spec = parse_roster(text, "fuzz")) {
        auto const today = std::chrono::local_days(std::chrono::year(2026) / 11 / 24);
        for (auto const& shift : inloop::entries::Roster(*spec).upcoming(today, SIZE_MAX)) {
            require(shift.from < shift.until && shift.from >= today);
        }
    }
    if (auto const news = parse_news(text, "fuzz")) {
        for (News const& one : *news) {
            require(one.from <= one.until);
            require(inloop::utf8::count(one.words.in("nl")) <= kNewsCodePoints);
        }
    }
    return 0;
}
