// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "platform/api/http.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace inloop::web {

// Style, script, letters and pictures of the pages, read once. Only what lies in the folder at the
// start is ever given out: no name from outside reaches the disk. Constant; any thread.
class StaticFiles {
public:
    // Every .css .js .svg .woff2 .png of `folder` and below it, at most 8 MiB together. Errors:
    // not_found, io, invalid_input too much.
    [[nodiscard]] static Result<StaticFiles> open(std::filesystem::path const& folder);

    // `name` is what stands behind "/assets/". 404 when there is none; 304 when the browser has it.
    [[nodiscard]] platform::HttpResponse get(std::string_view name,
                                             platform::HttpRequest const& request) const;

private:
    struct File {
        std::string type;
        std::string tag; // for If-None-Match
        Bytes content;
    };
    std::map<std::string, File, std::less<>> m_files;
};

} // namespace inloop::web
