// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/entries/contact.h"

#include "kiosk/entries/tuning.h"

#include <algorithm>
#include <cstddef>

namespace inloop::entries {

namespace {

// A Dutch number without its first 0 (Nummerplan telefoon- en ISDN-diensten).
constexpr std::size_t kNationalDigits = 9;
// With the country's code: the shortest in use, and the longest of ITU-T E.164.
constexpr std::size_t kFewestForeignDigits = 7;
constexpr std::size_t kMostForeignDigits = 15;
// RFC 5321 section 4.5.3.1.1.
constexpr std::size_t kMostNameBytes = 64;
// No domain of the top level is shorter.
constexpr std::size_t kFewestTopLetters = 2;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string_view trimmed(std::string_view typed) {
    std::size_t const begin = std::min(typed.find_first_not_of(' '), typed.size());
    typed.remove_prefix(begin);
    return typed.substr(0, typed.find_last_not_of(' ') + 1);
}

// The digits of what was typed, one after the other, without copying them.
class Digits {
public:
    explicit Digits(std::string_view typed) : m_rest(typed) {
        m_left = static_cast<std::size_t>(std::ranges::count_if(typed, is_digit));
    }
    [[nodiscard]] std::size_t left() const { return m_left; }
    // Goes past `lead` when the digits that are left begin with it.
    bool skip(std::string_view lead) {
        std::string_view rest = m_rest;
        for (char const wanted : lead) {
            while (!rest.empty() && !is_digit(rest.front())) {
                rest.remove_prefix(1);
            }
            if (rest.empty() || rest.front() != wanted) {
                return false;
            }
            rest.remove_prefix(1);
        }
        m_rest = rest;
        m_left -= lead.size();
        return true;
    }

private:
    std::string_view m_rest;
    std::size_t m_left = 0;
};

ContactDoubt doubt_about_length(std::size_t digits, std::size_t fewest, std::size_t most) {
    if (digits < fewest) {
        return ContactDoubt::too_short;
    }
    return digits > most ? ContactDoubt::too_long : ContactDoubt::none;
}

bool is_phone_sign(char c) {
    return is_digit(c) || std::string_view(" -.()/").find(c) != std::string_view::npos;
}

bool is_name_sign(char c) { // RFC 5322 section 3.2.3, atext and the dot
    return is_letter(c) || is_digit(c) ||
           std::string_view(".!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

bool is_domain_sign(char c) {
    return is_letter(c) || is_digit(c) || c == '.' || c == '-';
}

bool has_lonely_dot(std::string_view name) {
    return name.starts_with('.') || name.ends_with('.') ||
           name.find("..") != std::string_view::npos;
}

bool is_label(std::string_view label) {
    return !label.empty() && !label.starts_with('-') && !label.ends_with('-');
}

// Labels joined by dots, two at least, the last of letters.
bool is_domain(std::string_view domain) {
    std::size_t const last_dot = domain.rfind('.');
    if (last_dot == std::string_view::npos) {
        return false;
    }
    std::string_view const top = domain.substr(last_dot + 1);
    if (top.size() < kFewestTopLetters || !std::ranges::all_of(top, is_letter)) {
        return false;
    }
    for (std::string_view rest = domain.substr(0, last_dot);;) {
        std::size_t const dot = std::min(rest.find('.'), rest.size());
        if (!is_label(rest.substr(0, dot))) {
            return false;
        }
        if (dot == rest.size()) {
            return true;
        }
        rest.remove_prefix(dot + 1);
    }
}

} // namespace

ContactDoubt doubt_about_phone(std::string_view typed) {
    typed = trimmed(typed);
    if (typed.empty()) {
        return ContactDoubt::empty;
    }
    bool const plus = typed.starts_with('+');
    if (plus) {
        typed.remove_prefix(1);
    }
    if (!std::ranges::all_of(typed, is_phone_sign)) {
        return ContactDoubt::strange_sign;
    }
    Digits digits(typed);
    if (digits.left() == 0) {
        return ContactDoubt::too_short;
    }
    if (plus || digits.skip("00")) {
        if (digits.skip("31")) {
            digits.skip("0"); // "+31 (0)6 ..." is how many write it
            return doubt_about_length(digits.left(), kNationalDigits, kNationalDigits);
        }
        if (digits.skip("0")) {
            return ContactDoubt::wrong_start; // no country has a code that begins with 0
        }
        return doubt_about_length(digits.left(), kFewestForeignDigits, kMostForeignDigits);
    }
    return digits.skip("0") ? doubt_about_length(digits.left(), kNationalDigits, kNationalDigits)
                            : ContactDoubt::wrong_start;
}

ContactDoubt doubt_about_email(std::string_view typed) {
    typed = trimmed(typed);
    if (typed.empty()) {
        return ContactDoubt::empty;
    }
    std::size_t const at = typed.find('@');
    if (at == std::string_view::npos || at == 0 || at != typed.rfind('@')) {
        return ContactDoubt::no_at;
    }
    std::string_view const name = typed.substr(0, at);
    std::string_view const domain = typed.substr(at + 1);
    if (!std::ranges::all_of(name, is_name_sign) || has_lonely_dot(name) ||
        !std::ranges::all_of(domain, is_domain_sign)) {
        return ContactDoubt::strange_sign;
    }
    if (typed.size() > kMaxContactBytes || name.size() > kMostNameBytes) {
        return ContactDoubt::too_long;
    }
    return is_domain(domain) ? ContactDoubt::none : ContactDoubt::no_domain;
}

bool is_ripe(ContactDoubt doubt, std::string_view typed) {
    switch (doubt) {
    case ContactDoubt::none:
    case ContactDoubt::empty:
        return false;
    case ContactDoubt::too_short:
        return typed.size() >= kDoubtShortFrom;
    case ContactDoubt::wrong_start:
        return typed.size() >= kDoubtStartFrom;
    case ContactDoubt::no_at: {
        auto const ats = std::count(typed.begin(), typed.end(), '@');
        return ats > 1 || typed.size() >= kDoubtAtFrom;
    }
    case ContactDoubt::no_domain:
        return typed.size() - std::min(typed.size(), typed.find('@')) > kDoubtDomainFrom;
    case ContactDoubt::too_long:
    case ContactDoubt::strange_sign:
        break;
    }
    return true;
}

} // namespace inloop::entries
