// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace inloop::web {

// The words that are chosen in code: names of statuses, what a refusal means. They stand in
// assets/web/words.toml as [table] key = "text"; {n} in a text is replaced. Constant; any thread.
class Words {
public:
    // Errors: not_found, invalid_input naming the line.
    [[nodiscard]] static Result<Words> open(std::filesystem::path const& file);

    // "status.in_hand"; a key that is not there comes back as it is, so that it shows.
    [[nodiscard]] std::string_view text(std::string_view key) const;
    [[nodiscard]] bool has(std::string_view key) const;
    // With {n} as this number; where it is 1, the key followed by "_one" if there is one.
    [[nodiscard]] std::string counted(std::string_view key, long long n) const;
    // With {what} as this.
    [[nodiscard]] std::string with(std::string_view key, std::string_view what) const;

private:
    std::map<std::string, std::string, std::less<>> m_texts;
};

} // namespace inloop::web
