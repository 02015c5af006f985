// SPDX-License-Identifier: EUPL-1.2
//
// Addresses as people type them. The scan walks away from each @ and stops at the next one, so that
// no sign is looked at more than a few times.
#include "kiosk/entries/finders.h"
#include "kiosk/entries/text_signs.h"

#include <algorithm>
#include <array>

namespace inloop::entries {

namespace {

constexpr std::size_t kFewestTopLetters = 2;

// "anna @ gmail.com": with spaces only where the end is what addresses here end in.
constexpr std::array<std::string_view, 8> kUsualEnds{"nl", "com", "net", "org",
                                                     "eu", "be",  "de",  "info"};

bool is_name_sign(char sign) {
    return is_letter(sign) || is_digit(sign) ||
           std::string_view("._%+-&'").find(sign) != std::string_view::npos;
}

bool is_domain_sign(char sign) {
    return is_letter(sign) || is_digit(sign) || sign == '-' || sign == '.';
}

std::size_t name_begin(std::string_view text, std::size_t end) {
    std::size_t begin = end;
    std::size_t first = end; // the leftmost sign an address can begin with
    for (Sign sign = sign_before(text, begin); sign.size > 0 && is_name_sign(sign.as);
         sign = sign_before(text, begin)) {
        begin -= sign.size;
        if (is_letter(sign.as) || is_digit(sign.as) || sign.as == '_') {
            first = begin;
        }
    }
    return first;
}

struct Domain {
    std::size_t end = 0; // 0 when there is none
    std::size_t top = 0; // where its last label begins
};

// The longest domain that begins at `at`: labels joined by dots, two at least, the last of letters.
// The sentence may go on right behind it: "anna@gmail.com, of", "anna@gmail.com0612345678".
Domain domain_at(std::string_view text, std::size_t at) {
    Domain found;
    std::size_t label = at;
    std::size_t letters = 0; // at the beginning of the label
    bool plain = true; // so far the label is letters only
    for (std::size_t place = at;;) {
        Sign const sign = sign_at(text, place);
        if (plain && is_letter(sign.as)) {
            ++letters;
        } else {
            if (plain && label != at && letters >= kFewestTopLetters) {
                found = {place, label};
            }
            bool const empty_label = sign.as == '.' && place == label;
            if (sign.size == 0 || !is_domain_sign(sign.as) || empty_label) {
                return found;
            }
            plain = sign.as == '.';
            label = plain ? place + sign.size : label;
            letters = 0;
        }
        place += sign.size;
    }
}

bool ends_as_usual(std::string_view text, Domain const& domain) {
    return std::ranges::any_of(kUsualEnds, [&](std::string_view usual) {
        return domain.end - domain.top == usual.size() &&
               std::ranges::equal(usual, text.substr(domain.top, usual.size()), {}, {}, as_lower);
    });
}

} // namespace

std::vector<PersonalData> find_emails(std::string_view text) {
    std::vector<PersonalData> found;
    for (std::size_t at = text.find('@'); at != std::string_view::npos;
         at = text.find('@', at + 1)) {
        bool const space_before = sign_before(text, at).as == ' ';
        bool const space_after = sign_at(text, at + 1).as == ' ';
        std::size_t const end = space_before ? at - sign_before(text, at).size : at;
        std::size_t const begin = name_begin(text, end);
        Domain const domain =
            domain_at(text, at + 1 + (space_after ? sign_at(text, at + 1).size : 0));
        if (begin == end || domain.end == 0 ||
            ((space_before || space_after) && !ends_as_usual(text, domain)) ||
            (!found.empty() && begin < found.back().end)) {
            continue;
        }
        found.push_back({PersonalDataKind::email, begin, domain.end});
    }
    return found;
}

} // namespace inloop::entries
