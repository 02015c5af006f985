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
// which "\n" stays. nullptr: a broken escape or a zero byte.
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

// The same for text that is not encoded.
char* copy(std::string_view text, char* out) {
    for (char c : text) {
        if (c == '\0') {
            return nullptr;
        }
        if (c != '\r') {
            *out++ = c;
        }
    }
    return out;
}

tl::unexpected<Error> not_of_a_browser() {
    return fail(ErrorCode::invalid_input, "the form is not one that a browser sends");
}

std::string_view text_of(ByteView bytes) {
    return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}

} // namespace

Result<Form> Form::with_room(std::size_t bytes) {
    // One byte more, so that an empty form has a block too.
    return seal::SecretBytes::with_size(bytes + 1).map(
        [](seal::SecretBytes memory) { return Form(std::move(memory)); });
}

Result<Form> Form::read(ByteView body, std::size_t limit) {
    if (body.size() > limit) {
        return fail(ErrorCode::invalid_input, "the form is larger than a form may be");
    }
    Result<Form> form = with_room(body.size()); // decoding never makes text longer
    std::string_view rest = text_of(body);
    while (form && !rest.empty()) {
        std::string_view const field = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(field.size() + 1, rest.size()));
        std::size_t const equals = std::min(field.find('='), field.size());
        std::string_view const value = field.substr(std::min(equals + 1, field.size()));
        if (!field.empty() && !form->add(field.substr(0, equals), value, decode)) {
            return not_of_a_browser();
        }
    }
    return form;
}

Result<Form> Form::read(std::vector<platform::HttpPart> const& parts) {
    std::size_t bytes = 0;
    for (platform::HttpPart const& part : parts) {
        bytes += part.name.size() + part.content.size();
    }
    Result<Form> form = with_room(bytes);
    for (platform::HttpPart const& part : parts) {
        bool const is_text = part.file_name.empty() && part.content_type.empty();
        if (form && is_text && !form->add(part.name, text_of(part.content), copy)) {
            return not_of_a_browser();
        }
    }
    return form;
}

bool Form::add(std::string_view name, std::string_view value, Reader take) {
    if (m_fields.size() == kFormFields) {
        return false;
    }
    auto* const memory = reinterpret_cast<char*>(m_decoded.span().data());
    char* const name_at = memory + m_used;
    char* const value_at = take(name, name_at);
    char* const end = value_at == nullptr ? nullptr : take(value, value_at);
    if (end == nullptr) {
        return false;
    }
    Field const field{.name_at = m_used,
                      .name_size = static_cast<std::size_t>(value_at - name_at),
                      .value_at = static_cast<std::size_t>(value_at - memory),
                      .value_size = static_cast<std::size_t>(end - value_at)};
    m_used = static_cast<std::size_t>(end - memory);
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
