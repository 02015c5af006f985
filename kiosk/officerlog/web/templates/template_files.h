// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"

#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace inloop::web {

// The text of one template and the names in it.
struct TemplateFile {
    std::string text;
    std::set<std::string, std::less<>> markers; // {{NAME}} and {{#NAME}}
    std::set<std::string, std::less<>> includes; // {{>NAME}} as page names: "header"
};

// By page name: "entry" is entry.tpl.
using TemplateFiles = std::map<std::string, TemplateFile, std::less<>>;

// Every *.tpl of `folder`. Each must begin with the line that turns escaping on and may nowhere
// turn it off, because a page shows what strangers typed. Errors name the file: not_found when the
// folder or an included page is not there, or there is no page at all; invalid_input when the
// escaping is not as above, a marker is malformed or a file is too large; io.
[[nodiscard]] Result<TemplateFiles> read_template_files(std::filesystem::path const& folder);

// The markers of `page` and of all it includes.
[[nodiscard]] std::set<std::string, std::less<>> all_markers(TemplateFiles const& files,
                                                             std::string_view page);

} // namespace inloop::web
