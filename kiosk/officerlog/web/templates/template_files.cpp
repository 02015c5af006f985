// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/web/templates/template_files.h"

#include "kiosk/base/text_file.h"
#include "kiosk/officerlog/web/templates/tuning.h"

#include <algorithm>
#include <system_error>
#include <vector>

namespace inloop::web {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEscaping = R"({{%AUTOESCAPE context="HTML"}})";

bool is_name(std::string_view name) {
    return !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
}

std::string page_name(std::string_view marker) {
    std::string page(marker);
    std::ranges::transform(page, page.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return page;
}

// What stands between the braces: "NAME", "NAME:p", "#NAME", "/NAME", ">NAME", "!..." or "%...".
Result<void> note_marker(std::string_view inside, TemplateFile& file) {
    if (inside.empty() || inside.front() == '!' || inside.front() == '%') {
        return {};
    }
    char const kind = inside.front();
    if (kind == '#' || kind == '/' || kind == '>') {
        inside.remove_prefix(1);
    }
    auto const colon = inside.find(':');
    auto const name = inside.substr(0, colon);
    if (!is_name(name)) {
        return fail(ErrorCode::invalid_input,
                    "marker {{" + std::string(inside) + "}} is not in capitals");
    }
    // The only modifier a page may use keeps line ends and still escapes.
    if (colon != std::string_view::npos && inside.substr(colon) != ":p") {
        return fail(ErrorCode::invalid_input,
                    "marker {{" + std::string(inside) + "}} may only be changed by :p");
    }
    if (kind == '>') {
        file.includes.insert(page_name(name));
    } else {
        file.markers.emplace(name);
    }
    return {};
}

Result<TemplateFile> read_template(fs::path const& path) {
    auto text = read_text_file(path, kMaxTemplateBytes);
    if (!text) {
        return tl::unexpected(text.error());
    }
    TemplateFile file{std::move(*text), {}, {}};
    std::string_view rest = file.text;
    if (!rest.starts_with(kEscaping)) {
        return fail(ErrorCode::invalid_input,
                    path.native() + ":1: must begin with " + std::string(kEscaping));
    }
    for (auto open = rest.find("{{"); open != std::string_view::npos; open = rest.find("{{")) {
        rest.remove_prefix(open + 2);
        auto const close = rest.find("}}");
        if (close == std::string_view::npos) {
            return fail(ErrorCode::invalid_input, path.native() + ": a marker is never closed");
        }
        if (auto noted = note_marker(rest.substr(0, close), file); !noted) {
            return fail(noted.error().code, path.native() + ": " + noted.error().message);
        }
        rest.remove_prefix(close + 2);
    }
    return file;
}

Result<void> check_includes(TemplateFiles const& files) {
    for (auto const& [page, file] : files) {
        for (auto const& included : file.includes) {
            if (!files.contains(included)) {
                return fail(ErrorCode::not_found,
                            page + ".tpl includes " + included + ".tpl, which is not there");
            }
        }
    }
    return {};
}

void gather(TemplateFiles const& files, std::string_view page,
            std::set<std::string, std::less<>>& seen, std::set<std::string, std::less<>>& markers) {
    auto const at = files.find(page);
    if (at == files.end() || !seen.emplace(page).second) {
        return;
    }
    markers.insert(at->second.markers.begin(), at->second.markers.end());
    for (auto const& included : at->second.includes) {
        gather(files, included, seen, markers);
    }
}

} // namespace

Result<TemplateFiles> read_template_files(fs::path const& folder) {
    std::error_code error;
    TemplateFiles files;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        if (at->path().extension() != ".tpl") {
            continue;
        }
        auto file = read_template(at->path());
        if (!file) {
            return tl::unexpected(file.error());
        }
        files.emplace(at->path().stem().native(), std::move(*file));
    }
    if (error) {
        return fail(ErrorCode::not_found, folder.native() + ": " + error.message());
    }
    if (files.empty()) {
        return fail(ErrorCode::not_found, "no page (*.tpl) in " + folder.native());
    }
    if (auto checked = check_includes(files); !checked) {
        return tl::unexpected(checked.error());
    }
    return files;
}

std::set<std::string, std::less<>> all_markers(TemplateFiles const& files, std::string_view page) {
    std::set<std::string, std::less<>> seen;
    std::set<std::string, std::less<>> markers;
    gather(files, page, seen, markers);
    return markers;
}

} // namespace inloop::web
