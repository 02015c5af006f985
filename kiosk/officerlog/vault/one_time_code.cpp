// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/vault/one_time_code.h"

#include "kiosk/base/percent.h"
#include "kiosk/officerlog/vault/tuning.h"

#include <liboath/oath.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>

namespace inloop::vault {

namespace {

using Code = std::array<char, kCodeDigits + 1>; // with the zero liboath writes

char const* chars(ByteView bytes) {
    return reinterpret_cast<char const*>(bytes.data());
}

// A secret in base32 on the heap, where liboath puts it; wiped when it goes.
class Base32 {
public:
    explicit Base32(ByteView secret) {
        if (oath_base32_encode(chars(secret), secret.size(), &m_text, &m_size) != OATH_OK) {
            m_text = nullptr;
            m_size = 0;
        }
    }
    Base32(Base32 const&) = delete;
    Base32& operator=(Base32 const&) = delete;
    ~Base32() {
        if (m_text != nullptr) {
            sodium_memzero(m_text, m_size);
            std::free(m_text);
        }
    }
    // Authenticator apps want it without padding.
    [[nodiscard]] std::string_view text() const {
        std::string_view const padded(m_text == nullptr ? "" : m_text, m_size);
        return padded.substr(0, padded.find('='));
    }

private:
    char* m_text = nullptr;
    std::size_t m_size = 0;
};

// What was typed without spaces: apps show "123 456". Longer or other than digits: no code at all.
Code code_of(std::string_view typed) {
    Code code{};
    std::size_t size = 0;
    for (char const sign : typed) {
        if (sign == ' ') {
            continue;
        }
        if (size == kCodeDigits || sign < '0' || sign > '9') {
            return {};
        }
        code[size++] = sign;
    }
    return size == kCodeDigits ? code : Code{};
}

} // namespace

Result<seal::SecretBytes> draw_code_secret(Random& random) {
    auto secret = seal::SecretBytes::with_size(kCodeSecretBytes);
    if (secret) {
        random.fill(secret->span());
    }
    return secret;
}

Result<SecretText> code_uri(ByteView secret, std::string_view site, std::string_view person) {
    Base32 const encoded(secret);
    auto uri = SecretText::with_capacity(kMaxCodeUriBytes);
    if (!uri) {
        return uri;
    }
    std::string const issuer = percent_encoded("Inloop " + std::string(site));
    std::string const head = "otpauth://totp/" + issuer + ":" + percent_encoded(person) +
                             "?issuer=" + issuer +
                             "&algorithm=SHA1&digits=" + std::to_string(kCodeDigits) +
                             "&period=" + std::to_string(kCodeStepSeconds) + "&secret=";
    if (encoded.text().empty()) {
        return fail(ErrorCode::unavailable, "no memory for the secret of one-time codes");
    }
    if (!uri->insert(0, head) || !uri->insert(uri->size(), encoded.text())) {
        return fail(ErrorCode::invalid_input, "the name of the site or the person is too long");
    }
    return uri;
}

CodeCheck check_code(ByteView secret, std::string_view typed, WallTime now,
                     std::uint64_t last_used) {
    Code const code = code_of(typed);
    CodeCheck best;
    auto const step_now = now.time_since_epoch().count() / kCodeStepSeconds;
    for (std::int64_t const step : {step_now - 1, step_now, step_now + 1}) {
        Code right{};
        if (step < 0 || oath_hotp_generate(chars(secret), secret.size(),
                                           static_cast<std::uint64_t>(step), kCodeDigits, false,
                                           OATH_HOTP_DYNAMIC_TRUNCATION, right.data()) != OATH_OK) {
            continue;
        }
        bool const same = sodium_memcmp(code.data(), right.data(), kCodeDigits) == 0;
        sodium_memzero(right.data(), right.size());
        if (same && static_cast<std::uint64_t>(step) > last_used) {
            best = {.fit = CodeFit::fits, .step = static_cast<std::uint64_t>(step)};
        } else if (same && best.fit == CodeFit::wrong) {
            best.fit = CodeFit::used;
        }
    }
    return best;
}

} // namespace inloop::vault
