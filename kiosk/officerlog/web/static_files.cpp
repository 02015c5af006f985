// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/web/static_files.h"

#include "kiosk/base/hex.h"
#include "kiosk/base/text_file.h"
#include "kiosk/officerlog/web/tuning.h"
#include "kiosk/seal/envelope.h"

#include <algorithm>
#include <array>
#include <utility>

namespace inloop::web {
namespace {

namespace fs = std::filesystem;

struct Type {
    std::string_view ending;
    std::string_view type;
};
constexpr std::array kTypes{
    Type{".css", "text/css; charset=utf-8"},
    Type{".js", "text/javascript; charset=utf-8"},
    Type{".svg", "image/svg+xml"},
    Type{".woff2", "font/woff2"},
    Type{".png", "image/png"},
};

} // namespace

Result<StaticFiles> StaticFiles::open(fs::path const& folder) {
    std::error_code error;
    fs::recursive_directory_iterator const found(folder, error);
    if (error) {
        return fail(ErrorCode::not_found,
                    folder.string() + ": the files of the pages are not there; build web_assets");
    }
    StaticFiles files;
    std::size_t together = 0;
    for (fs::directory_entry const& entry : found) {
        auto const type = std::ranges::find(kTypes, entry.path().extension().string(),
                                            [](Type const& t) { return std::string(t.ending); });
        if (type == kTypes.end() || !entry.is_regular_file()) {
            continue;
        }
        Result<std::string> const text = read_text_file(entry.path(), kStaticBytes);
        if (!text) {
            return tl::unexpected(text.error());
        }
        ByteView const content = as_bytes(*text);
        together += content.size();
        if (together > kStaticBytes) {
            return fail(ErrorCode::invalid_input, folder.string() + ": more than pages need");
        }
        std::string tag = '"' + hex(seal::hash_of(content).bytes).substr(0, 32) + '"';
        files.m_files.emplace(
            fs::relative(entry.path(), folder).generic_string(),
            File{std::string(type->type), std::move(tag), Bytes(content.begin(), content.end())});
    }
    return files;
}

platform::HttpResponse StaticFiles::get(std::string_view name,
                                        platform::HttpRequest const& request) const {
    auto const found = m_files.find(name);
    if (found == m_files.end()) {
        return {.status = 404};
    }
    File const& file = found->second;
    std::vector<platform::HttpHeader> headers{
        {"content-type", file.type}, {"etag", file.tag}, {"cache-control", "public, max-age=0"}};
    if (first_of(request.headers, "if-none-match") == file.tag) {
        return {.status = 304, .headers = std::move(headers)};
    }
    return {.status = 200, .headers = std::move(headers), .body = file.content};
}

} // namespace inloop::web
