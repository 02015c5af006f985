// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace inloop::entries {

enum class PersonalDataKind : std::uint8_t {
    phone, // nine digits and more that can be called: 0592-123456, +31 6 12 34 56 78
    email,
    plate, // a Dutch licence plate: three groups by the series of the RDW, 12-AB-34 or 12AB34
    citizen_number, // eight or nine digits that pass the eleven test of the burgerservicenummer
};

// A piece of text that points at a person: bytes [begin, end).
struct PersonalData {
    PersonalDataKind kind = PersonalDataKind::phone;
    std::size_t begin = 0;
    std::size_t end = 0;
    friend bool operator==(PersonalData const&, PersonalData const&) = default;
};

// All of them, in order and without overlap; the first kind of the enum wins where two would fit,
// except that nine digits that pass the eleven test and do not begin like a phone number are a
// citizen number. 112, 0900-8844, house numbers, years, prices and times are not found. `text` is
// well-formed UTF-8 and is not copied. Linear in its size.
[[nodiscard]] std::vector<PersonalData> find_personal_data(std::string_view text);

} // namespace inloop::entries
