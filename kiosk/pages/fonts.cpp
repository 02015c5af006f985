// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/fonts.h"

#include "kiosk/pages/asset_file.h"
#include "kiosk/pages/toml_reader.h"
#include "kiosk/pages/tuning.h"

#include <string_view>
#include <system_error>
#include <utility>

namespace inloop::pages {

namespace {

Checked<FontFile> read_font(TomlValue const& value, std::string const& file,
                            std::string const& list) {
    auto const* table = std::get_if<TomlTable>(&value.content);
    if (table == nullptr) {
        return flaw(file, value.line, list + " holds something that is not a table",
                    "begin each font with [[" + list + "]]");
    }
    TomlReader const reader(*table, file, list);
    if (auto fine = reader.only({"path", "package"}); !fine) {
        return tl::unexpected(fine.error());
    }
    auto path = reader.text("path");
    if (!path) {
        return tl::unexpected(path.error());
    }
    auto package = reader.text("package");
    if (!package) {
        return tl::unexpected(package.error());
    }
    return FontFile{std::move(*path), std::move(*package)};
}

// The list without the fonts this machine lacks; the first one must be there, it draws nearly every
// letter.
Checked<std::vector<FontFile>> read_list(TomlTable const& table, std::string const& file,
                                         std::string const& list, std::vector<Problem>& problems) {
    TomlValue const* value = table.find(list);
    auto const* fonts =
        value != nullptr ? std::get_if<std::vector<TomlValue>>(&value->content) : nullptr;
    if (fonts == nullptr || fonts->empty()) {
        return flaw(file, value != nullptr ? value->line : 0, list + " is missing",
                    "begin each font with [[" + list + "]]");
    }
    std::vector<FontFile> found;
    for (TomlValue const& entry : *fonts) {
        auto font = read_font(entry, file, list);
        if (!font) {
            return tl::unexpected(font.error());
        }
        std::error_code error;
        if (std::filesystem::is_regular_file(font->path, error)) {
            found.push_back(std::move(*font));
            continue;
        }
        Problem missing{file, entry.line, "the font " + font->path + " is not on this machine",
                        "apt install " + font->package, ErrorCode::not_found};
        if (&entry == &fonts->front()) {
            return tl::unexpected(std::move(missing));
        }
        missing.weight = Weight::remark; // the next font of the list draws what this one would have
        problems.push_back(std::move(missing));
    }
    return found;
}

} // namespace

Checked<FontSet> FontSet::load(std::filesystem::path const& file, std::vector<Problem>& problems) {
    auto const text = read_text_asset(file, kListBytes);
    if (!text) {
        return tl::unexpected(text.error());
    }
    auto const table = parse_toml(*text, file.string());
    if (!table) {
        return tl::unexpected(table.error());
    }
    if (auto fine = TomlReader(*table, file.string(), "").only({"regular", "bold", "icons"});
        !fine) {
        return tl::unexpected(fine.error());
    }
    FontSet set;
    for (auto const& [name, target] :
         {std::pair{"regular", &FontSet::regular}, std::pair{"bold", &FontSet::bold},
          std::pair{"icons", &FontSet::icons}}) {
        auto list = read_list(*table, file.string(), name, problems);
        if (!list) {
            return tl::unexpected(list.error());
        }
        set.*target = std::move(*list);
    }
    return set;
}

} // namespace inloop::pages
