// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/seal/secret_bytes.h"
#include "platform/api/http.h"

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace inloop::web {

// The fields of a form as a browser posts them. What somebody typed stands in one block of guarded
// memory that goes with the form; views of it must not outlive it.
class Form {
public:
    // Of application/x-www-form-urlencoded. `invalid_input` more than `limit` bytes or kFormFields,
    // a broken escape, a zero byte, or not well-formed UTF-8; `unavailable` without guarded memory.
    [[nodiscard]] static Result<Form> read(ByteView body, std::size_t limit);
    // Of multipart/form-data: the parts that are no files. Errors as read().
    [[nodiscard]] static Result<Form> read(std::vector<platform::HttpPart> const& parts);

    // The first field of this name; empty when there is none. Line ends are "\n".
    [[nodiscard]] std::string_view text(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const;
    // Every field of this name, in order.
    [[nodiscard]] std::vector<std::string_view> all(std::string_view name) const;

private:
    struct Field { // places in m_decoded
        std::size_t name_at = 0;
        std::size_t name_size = 0;
        std::size_t value_at = 0;
        std::size_t value_size = 0;
    };
    explicit Form(seal::SecretBytes decoded) : m_decoded(std::move(decoded)) {}
    // Writes what a text stands for to where there is room, and returns the end; nullptr: no text.
    using Reader = char* (*)(std::string_view, char*);
    [[nodiscard]] static Result<Form> with_room(std::size_t bytes);
    [[nodiscard]] bool add(std::string_view name, std::string_view value, Reader take);
    [[nodiscard]] std::string_view part(std::size_t at, std::size_t size) const;

    seal::SecretBytes m_decoded;
    std::size_t m_used = 0;
    std::vector<Field> m_fields;
};

} // namespace inloop::web
