// SPDX-License-Identifier: EUPL-1.2
#include "platform/net/request_target.h"

#include "kiosk/base/utf8.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <system_error>

namespace inloop::net {

namespace {

// Nothing of the request is in the message: it may be what a visitor typed.
tl::unexpected<Error> refused(char const* why) {
    return fail(ErrorCode::invalid_input, why);
}

bool is_control(char c) {
    auto const byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
}

bool has_dot_segment(std::string_view path) {
    for (std::size_t at = 0; at != std::string_view::npos;) {
        std::size_t const begin = at + 1; // after the '/'
        at = path.find('/', begin);
        auto const segment = path.substr(begin, at == std::string_view::npos ? at : at - begin);
        if (segment == "." || segment == "..") {
            return true;
        }
    }
    return false;
}

} // namespace

Result<std::string> decoded(std::string_view raw) {
    std::string text;
    text.reserve(raw.size());
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] != '%') {
            text += raw[i];
            continue;
        }
        auto const digits = raw.substr(i + 1, 2);
        unsigned char byte = 0;
        auto const [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), byte, 16);
        if (error != std::errc() || digits.size() != 2 || end != digits.data() + 2) {
            return refused("a percent sign without two digits");
        }
        text += static_cast<char>(byte);
        i += 2;
    }
    if (text.find('\0') != std::string::npos || !utf8::is_valid(text)) {
        return refused("not UTF-8");
    }
    return text;
}

Result<std::string> decoded_path(std::string_view raw) {
    if (!raw.starts_with('/')) {
        return refused("the path does not begin with a slash");
    }
    auto path = decoded(raw);
    if (!path) {
        return path;
    }
    if (std::ranges::count(*path, '/') != std::ranges::count(raw, '/')) {
        return refused("an encoded slash");
    }
    bool const odd = std::ranges::any_of(*path, [](char c) { return c == '\\' || is_control(c); });
    if (odd || has_dot_segment(*path)) {
        return refused("not a plain path");
    }
    return path;
}

} // namespace inloop::net
