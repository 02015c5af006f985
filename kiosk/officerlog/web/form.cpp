// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/web/form.h"

#include "kiosk/base/utf8.h"
#include "kiosk/officerlog/web/tuning.h"

#include <algorithm>
#include <optional>

namespace inloop::web {
namespace {

std::optional<unsigned> digit(char c) {
    if (c >= '0' && c <= '9') {
        return static_cast<unsigned>(c - '0');
    }
    char const lower = static_cast<char>(c | 0x20);
    if (lower >= 'a' && lower <= 'f') {
        return static_cast<unsigned>(lower - 'a' + 10);
    }
    return std::nullopt;
}

// Decodes to `out`, which has room, and returns the end; browsers send line ends as "\r\n", of
// which
// "\n" stays. nullptr: a broken escape or a zero byte.
char* decode(std::string_view encoded, char* out) {
    for (std::size_t i = 0; i < encoded.size(); ++i) {
        char c = encoded[i] == '+' ? ' ' : encoded[i];
        if (c == '%') {
            auto const high = i + 2 < encoded.size() ? digit(encoded[i + 1]) : std::nullopt;
            auto const low = i + 2 < encoded.size() ? digit(encoded[i + 2]) : std::nullopt;
            if (!high || !low) {
                return nullptr;
            }
            c = static_cast<char>(*high << 4U | *low);
            i += 2;
        }
        if (c == '\0') {
            return nullptr;
        }
        if (c != '\r') {
            *out++ = c;
        }
    }
    return out;
}

std::string_view text_of(ByteView bytes) {
    return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}

} // namespace

Result<Form> Form::read(ByteView body) {
    if (body.size() > kFormBytes) {
        return fail(ErrorCode::invalid_input, "the form is larger than a form may be");
    }
    // Decoding never makes text longer; one byte more, so that an empty form has a block too.
    Result<seal::SecretBytes> memory = seal::SecretBytes::with_size(body.size() + 1);
    if (!memory) {
        return tl::unexpected(memory.error());
    }
    Form form(std::move(*memory));
    std::string_view rest = text_of(body);
    std::size_t used = 0;
    while (!rest.empty()) {
        std::string_view const field = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(field.size() + 1, rest.size()));
        if (field.empty()) {
            continue;
        }
        if (form.m_fields.size() == kFormFields || !form.add(field, used)) {
            return fail(ErrorCode::invalid_input, "the form is not one that a browser sends");
        }
    }
    return form;
}

bool Form::add(std::string_view encoded, std::size_t& used) {
    std::size_t const equals = std::min(encoded.find('='), encoded.size());
    auto* const memory = reinterpret_cast<char*>(m_decoded.span().data());
    Field field;
    field.name_at = used;
    char* const name_end = decode(encoded.substr(0, equals), memory + used);
    if (name_end == nullptr) {
        return false;
    }
    field.value_at = static_cast<std::size_t>(name_end - memory);
    field.name_size = field.value_at - field.name_at;
    char* const value_end =
        decode(encoded.substr(std::min(equals + 1, encoded.size())), memory + field.value_at);
    if (value_end == nullptr) {
        return false;
    }
    used = static_cast<std::size_t>(value_end - memory);
    field.value_size = used - field.value_at;
    m_fields.push_back(field);
    return utf8::is_valid(part(field.name_at, field.name_size)) &&
           utf8::is_valid(part(field.value_at, field.value_size));
}

std::string_view Form::text(std::string_view name) const {
    std::vector<std::string_view> const found = all(name);
    return found.empty() ? std::string_view() : found.front();
}

bool Form::has(std::string_view name) const {
    return !all(name).empty();
}

std::vector<std::string_view> Form::all(std::string_view name) const {
    std::vector<std::string_view> found;
    for (Field const& field : m_fields) {
        if (part(field.name_at, field.name_size) == name) {
            found.push_back(part(field.value_at, field.value_size));
        }
    }
    return found;
}

std::string_view Form::part(std::size_t at, std::size_t size) const {
    return text_of(m_decoded.view()).substr(at, size);
}

} // namespace inloop::web
