// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/typed_words.h"

#include "kiosk/base/utf8.h"
#include "kiosk/seal/secret_bytes.h"
#include "kiosk/seal/tuning.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

namespace inloop::seal {

namespace {

constexpr std::string_view kOneByteSeparators = " \t\r\n-_.,";

// What phones make of a space or a hyphen: no-break space, the dashes U+2010 to U+2015, minus.
constexpr std::array<std::string_view, 8> kWideSeparators{
    "\xC2\xA0",     "\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x92",
    "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\x95", "\xE2\x88\x92"};

// Bytes of the separator that `text` begins with; 0 when it begins with none.
std::size_t separator_size(std::string_view text) {
    if (kOneByteSeparators.find(text.front()) != std::string_view::npos) {
        return 1;
    }
    auto const* const wide = std::ranges::find_if(
        kWideSeparators, [&](std::string_view sign) { return text.starts_with(sign); });
    return wide == kWideSeparators.end() ? 0 : wide->size();
}

char lower(char sign) {
    return sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign - 'A' + 'a') : sign;
}

// Writes to `out`, which has room for all of `typed`; returns the bytes written.
std::size_t write_normal(std::string_view typed, std::span<char> out) {
    std::size_t size = 0;
    bool apart = false;
    while (!typed.empty()) {
        if (std::size_t const separator = separator_size(typed); separator != 0) {
            apart = size != 0;
            typed.remove_prefix(separator);
            continue;
        }
        if (apart) {
            out[size++] = ' ';
            apart = false;
        }
        out[size++] = lower(typed.front());
        typed.remove_prefix(1);
    }
    return size;
}

} // namespace

Result<SecretText> normalise_words(std::string_view typed) {
    if (typed.size() > kMaxTypedWordBytes) {
        return fail(ErrorCode::invalid_input, "what was typed is far longer than the words asked");
    }
    if (!utf8::is_valid(typed)) {
        return fail(ErrorCode::invalid_input, "what was typed is not UTF-8");
    }
    auto buffer = SecretBytes::with_size(typed.size() + 1);
    if (!buffer) {
        return tl::unexpected(buffer.error());
    }
    std::span<char> const signs(reinterpret_cast<char*>(buffer->span().data()), typed.size());
    std::string_view const normal(signs.data(), write_normal(typed, signs));
    auto text = SecretText::with_capacity(normal.size());
    if (text && !text->insert(0, normal)) {
        return fail(ErrorCode::invalid_input, "what was typed is not UTF-8");
    }
    return text;
}

} // namespace inloop::seal
