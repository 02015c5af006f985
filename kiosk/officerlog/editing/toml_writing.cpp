// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/editing/toml_writing.h"

#include <array>
#include <cstdio>

namespace inloop::editing {

std::string toml_text(std::string_view text) {
    std::string out = "\"";
    for (char const sign : text) {
        auto const byte = static_cast<unsigned char>(sign);
        if (sign == '"' || sign == '\\') {
            out += '\\';
            out += sign;
        } else if (byte < 0x20 || byte == 0x7F) {
            std::array<char, 8> escape{};
            (void)std::snprintf(escape.data(), escape.size(), "\\u%04X", byte);
            out += escape.data();
        } else {
            out += sign;
        }
    }
    return out + '"';
}

std::string toml_key(std::string_view key) {
    bool const bare =
        !key.empty() &&
        key.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") ==
            std::string_view::npos;
    return bare ? std::string(key) : toml_text(key);
}

std::string toml_date(std::chrono::year_month_day date) {
    std::array<char, 32> text{};
    (void)std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text.data();
}

std::string toml_words(pages::LocalText const& words) {
    std::string const first(pages::kFirstLanguage);
    std::string out = "{ " + first + " = " + toml_text(words.in(first));
    for (auto const& [language, text] : words.all()) {
        if (language != first) {
            out += ", " + toml_key(language) + " = " + toml_text(text);
        }
    }
    return out + " }";
}

} // namespace inloop::editing
