// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/sync/site_documents.h"

#include "kiosk/seal/durable_file.h"
#include "kiosk/wire/document_names.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

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

// Below the data folder, and durable: each folder's name stands in the one above it.
Result<void> make_folder(platform::Files& files, std::filesystem::path const& data,
                         std::filesystem::path folder) {
    if (folder == data) {
        return {};
    }
    Result<void> made = files.make_directories(folder);
    while (made && folder != data) {
        folder = folder.parent_path();
        made = files.sync_directory(folder);
    }
    return made;
}

} // namespace

bool is_site_document(wire::Document const& document) {
    bool const known = document.name == kPresenceFile || wire::is_document_name(document.name);
    return known && document.content.size() <= wire::kMaxDocumentBytes;
}

Result<void> keep_document(platform::Files& files, std::filesystem::path const& data,
                           std::string const& name, ByteView content) {
    std::filesystem::path const file = data / name;
    return make_folder(files, data, file.parent_path()).and_then([&] {
        return seal::store_durably(files, file, content);
    });
}

std::string presence_text(wire::Presence const& presence) {
    return std::string("# Set by an officer at the log; goes before the roster until it is over.\n"
                       "present = ") +
           (presence.present ? "true" : "false") + "\nuntil = " + rfc3339(presence.until) + "\n";
}

} // namespace inloop::sync
