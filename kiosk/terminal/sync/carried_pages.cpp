// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/sync/carried_pages.h"

#include "kiosk/terminal/sync/log_link.h"
#include "kiosk/terminal/sync/site_documents.h"
#include "kiosk/wire/carried.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

namespace inloop::sync {

namespace {

constexpr std::uint64_t kNumberBytes = 32;

// 0: none was taken yet. A file that is no number counts as none: the worst is an old page.
Result<std::uint64_t> change_taken(platform::Files& files, std::filesystem::path const& data) {
    auto const text = files.read(data / kCarriedFile, kNumberBytes);
    if (!text) {
        return text.error().code == ErrorCode::not_found ? Result<std::uint64_t>(0)
                                                         : tl::unexpected(text.error());
    }
    std::uint64_t number = 0;
    auto const* const begin = reinterpret_cast<char const*>(text->data());
    auto const read = std::from_chars(begin, begin + text->size(), number);
    return read.ec == std::errc() ? number : 0;
}

Result<void> keep_all(platform::Files& files, std::filesystem::path const& data,
                      wire::Carried const& carried) {
    for (wire::Document const& document : carried.documents) {
        if (auto kept = keep_document(files, data, document.name, document.content); !kept) {
            return kept;
        }
    }
    return keep_document(files, data, kCarriedFile, as_bytes(std::to_string(carried.change)));
}

} // namespace

Result<std::size_t> take_carried_pages(platform::Files& files, std::filesystem::path const& data,
                                       std::filesystem::path const& folder) {
    auto const link = read_log_link(files, data);
    auto carried = link ? wire::read_carried(wire::files_below(files, folder), link->ack_sign)
                        : tl::unexpected(link.error());
    auto const before = carried ? change_taken(files, data) : tl::unexpected(carried.error());
    if (!before) {
        return tl::unexpected(before.error());
    }
    if (carried->change < *before) {
        return fail(
            ErrorCode::invalid_input,
            "these pages are older than those this kiosk took before: ask for a new export");
    }
    // Pages last: one whose picture is not there yet would not be shown.
    std::stable_partition(
        carried->documents.begin(), carried->documents.end(),
        [](wire::Document const& document) { return !document.name.starts_with("pages/"); });
    return keep_all(files, data, *carried).map([&] { return carried->documents.size(); });
}

} // namespace inloop::sync
