// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/utf8.h"

#include <utf8proc.h>

namespace inloop::utf8 {

namespace {

struct Decoded {
    utf8proc_int32_t code_point = -1;
    std::size_t size = 0; // 0: malformed or at the end
};

Decoded decode(std::string_view text, std::size_t at) {
    Decoded out;
    auto const* bytes = reinterpret_cast<utf8proc_uint8_t const*>(text.data()) + at;
    auto const left = static_cast<utf8proc_ssize_t>(text.size() - at);
    utf8proc_ssize_t const size = left > 0 ? utf8proc_iterate(bytes, left, &out.code_point) : 0;
    out.size = size > 0 ? static_cast<std::size_t>(size) : 0;
    return out;
}

bool leaves_ink(utf8proc_int32_t code_point) {
    switch (utf8proc_category(code_point)) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
        return false;
    default:
        return true;
    }
}

} // namespace

bool is_valid(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        Decoded const next = decode(text, at);
        if (next.size == 0) {
            return false;
        }
        at += next.size;
    }
    return true;
}

std::string repaired(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        Decoded const next = decode(text, at);
        if (next.size == 0) {
            out += "\xEF\xBF\xBD";
            ++at;
        } else {
            out += text.substr(at, next.size);
            at += next.size;
        }
    }
    return out;
}

std::size_t count(std::string_view text) {
    std::size_t n = 0;
    for (char c : text) {
        n += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1U : 0U;
    }
    return n;
}

bool is_blank(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        Decoded const next = decode(text, at);
        if (next.size == 0 || leaves_ink(next.code_point)) {
            return false;
        }
        at += next.size;
    }
    return true;
}

std::size_t next_grapheme(std::string_view text, std::size_t at) {
    Decoded current = decode(text, at);
    if (current.size == 0) {
        return at < text.size() ? at + 1 : at;
    }
    utf8proc_int32_t state = 0;
    at += current.size;
    while (at < text.size()) {
        Decoded const next = decode(text, at);
        if (next.size == 0 ||
            utf8proc_grapheme_break_stateful(current.code_point, next.code_point, &state)) {
            break;
        }
        at += next.size;
        current = next;
    }
    return at;
}

std::size_t previous_grapheme(std::string_view text, std::size_t at) {
    // Boundaries depend on what comes before (flags, joiners), so they are counted from the start:
    // 4,000 code points at most, a few microseconds.
    std::size_t boundary = 0;
    while (boundary < at) {
        std::size_t const next = next_grapheme(text, boundary);
        if (next >= at) {
            break;
        }
        boundary = next;
    }
    return boundary;
}

} // namespace inloop::utf8
