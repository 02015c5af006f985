// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/database/migrations.h"

#include "kiosk/base/text_file.h"
#include "kiosk/database/tuning.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <system_error>

namespace inloop::database {

namespace {

namespace fs = std::filesystem;

// "0001_letters.sql" -> 1
std::optional<int> number_in(std::string_view name) {
    constexpr std::size_t kDigits = 4;
    if (name.size() <= kDigits || name[kDigits] != '_' || !name.ends_with(".sql")) {
        return std::nullopt;
    }
    int number = 0;
    for (char const c : name.substr(0, kDigits)) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        number = number * 10 + (c - '0');
    }
    return number;
}

Result<void> check_numbers(std::vector<Migration> const& migrations, fs::path const& folder) {
    if (migrations.empty()) {
        return fail(ErrorCode::not_found, "no schema file (0001_....sql) in " + folder.native());
    }
    for (std::size_t i = 0; i < migrations.size(); ++i) {
        if (migrations[i].number != static_cast<int>(i) + 1) {
            return fail(ErrorCode::invalid_input, (folder / migrations[i].name).native() +
                                                      ": expected number " + std::to_string(i + 1) +
                                                      " here");
        }
    }
    return {};
}

} // namespace

Result<std::vector<Migration>> read_migrations(fs::path const& folder) {
    std::error_code error;
    std::vector<Migration> migrations;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        std::string const name = at->path().filename().native();
        auto const number = number_in(name);
        if (!number) {
            continue;
        }
        auto text = read_text_file(at->path(), kMaxSchemaBytes);
        if (!text) {
            return tl::unexpected(text.error());
        }
        migrations.push_back({*number, name, std::move(*text)});
    }
    if (error) {
        return fail(ErrorCode::not_found, folder.native() + ": " + error.message());
    }
    std::ranges::sort(migrations, {}, &Migration::number);
    if (auto checked = check_numbers(migrations, folder); !checked) {
        return tl::unexpected(checked.error());
    }
    return migrations;
}

} // namespace inloop::database
