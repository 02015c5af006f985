// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"

#include <cstddef>
#include <string_view>

namespace inloop {

// Text a visitor typed. It lives in one block of guarded, locked memory (sodium_malloc: no swap, no
// core dump, guard pages), never grows into another block and is wiped when cleared, moved from or
// destroyed. Always well-formed UTF-8. There is no copy: whoever needs the text borrows view() and
// must not keep it.
//
// One owner at a time, any thread.
class SecretText {
public:
    // Room for `capacity` bytes. Fails with `unavailable` when the system will not give guarded
    // memory.
    [[nodiscard]] static Result<SecretText> with_capacity(std::size_t capacity);

    SecretText(SecretText&& other) noexcept;
    SecretText& operator=(SecretText&& other) noexcept;
    SecretText(SecretText const&) = delete;
    SecretText& operator=(SecretText const&) = delete;
    ~SecretText();

    [[nodiscard]] std::string_view view() const { return {m_data, m_size}; }
    [[nodiscard]] std::size_t size() const { return m_size; } // bytes
    [[nodiscard]] std::size_t capacity() const { return m_capacity; }
    [[nodiscard]] bool empty() const { return m_size == 0; }

    // Puts `more` before byte `at`. False, and nothing changed, when it does not fit, is malformed,
    // or `at` lies inside a code point or outside the text.
    [[nodiscard]] bool insert(std::size_t at, std::string_view more);

    // Takes the bytes [from, to) out and wipes what moved. False when the ends are not on code
    // points.
    [[nodiscard]] bool erase(std::size_t from, std::size_t to);

    // Overwrites everything.
    void clear();

private:
    SecretText(char* data, std::size_t capacity) : m_data(data), m_capacity(capacity) {}
    void release();

    char* m_data = nullptr;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

} // namespace inloop
