// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/secret_text.h"

#include "kiosk/base/utf8.h"

#include <sodium.h>

#include <cstring>
#include <utility>

namespace inloop {

namespace {

bool on_code_point(std::string_view text, std::size_t at) {
    return at == text.size() ||
           (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U);
}

} // namespace

Result<SecretText> SecretText::with_capacity(std::size_t capacity) {
    if (sodium_init() < 0) {
        return fail(ErrorCode::unavailable, "libsodium could not start");
    }
    void* data = sodium_malloc(capacity);
    if (data == nullptr) {
        return fail(ErrorCode::unavailable,
                    "no locked memory for a visitor's text: raise LimitMEMLOCK of the service");
    }
    sodium_memzero(data, capacity); // sodium_malloc fills with 0xdb
    return SecretText(static_cast<char*>(data), capacity);
}

SecretText::SecretText(SecretText&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
    , m_capacity(std::exchange(other.m_capacity, 0)) {}

SecretText& SecretText::operator=(SecretText&& other) noexcept {
    if (this != &other) {
        release();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
        m_capacity = std::exchange(other.m_capacity, 0);
    }
    return *this;
}

SecretText::~SecretText() {
    release();
}

bool SecretText::insert(std::size_t at, std::string_view more) {
    if (more.size() > m_capacity - m_size || !on_code_point(view(), at) || !utf8::is_valid(more)) {
        return false;
    }
    if (more.empty()) {
        return true;
    }
    std::memmove(m_data + at + more.size(), m_data + at, m_size - at);
    std::memcpy(m_data + at, more.data(), more.size());
    m_size += more.size();
    return true;
}

bool SecretText::erase(std::size_t from, std::size_t to) {
    if (from > to || !on_code_point(view(), from) || !on_code_point(view(), to)) {
        return false;
    }
    if (from == to) {
        return true;
    }
    std::memmove(m_data + from, m_data + to, m_size - to);
    std::size_t const size = m_size - (to - from);
    sodium_memzero(m_data + size, m_size - size);
    m_size = size;
    return true;
}

void SecretText::clear() {
    if (m_data != nullptr) {
        sodium_memzero(m_data, m_capacity);
    }
    m_size = 0;
}

void SecretText::release() {
    sodium_free(m_data); // wipes before it gives back; does nothing with nullptr
    m_data = nullptr;
    m_size = 0;
    m_capacity = 0;
}

} // namespace inloop
