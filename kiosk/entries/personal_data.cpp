// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/entries/personal_data.h"

#include "kiosk/entries/finders.h"
#include "kiosk/entries/text_signs.h"

#include <optional>

namespace inloop::entries {

namespace {

// "(0592) 12 34 56" begins at its bracket.
std::size_t with_bracket(std::string_view text, std::size_t begin, std::size_t end) {
    bool const opened = begin > 0 && text[begin - 1] == '(';
    return opened && text.substr(begin, end - begin).find(')') != std::string_view::npos ? begin - 1
                                                                                         : begin;
}

std::optional<PersonalData> data_at(std::string_view text, std::size_t at) {
    if (!is_digit(sign_before(text, at).as)) {
        if (std::size_t const end = phone_end(text, at)) {
            return PersonalData{PersonalDataKind::phone, with_bracket(text, at, end), end};
        }
        if (std::size_t const end = plate_end(text, at)) {
            return PersonalData{PersonalDataKind::plate, at, end};
        }
        if (std::size_t const end = citizen_number_end(text, at)) {
            return PersonalData{PersonalDataKind::citizen_number, at, end};
        }
    }
    return std::nullopt;
}

// Appends what stands in text[from..], which holds no e-mail address.
void find_numbers(std::string_view text, std::size_t from, std::vector<PersonalData>& found) {
    for (std::size_t at = from; at < text.size();) {
        if (auto const data = data_at(text, at)) {
            found.push_back(*data);
            at = data->end;
        } else {
            at += sign_at(text, at).size;
        }
    }
}

} // namespace

std::vector<PersonalData> find_personal_data(std::string_view text) {
    std::vector<PersonalData> found;
    std::size_t from = 0;
    for (PersonalData const& email : find_emails(text)) { // a number in an address is part of it
        find_numbers(text.substr(0, email.begin), from, found);
        found.push_back(email);
        from = email.end;
    }
    find_numbers(text, from, found);
    return found;
}

} // namespace inloop::entries
