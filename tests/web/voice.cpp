// SPDX-License-Identifier: EUPL-1.2
#include "tests/web/voice.h"

#include <array>

namespace inloop::tests {

namespace {

constexpr std::array<std::string_view, 6> kHostileNames{
    "<script>window.pwned=1</script>",
    R"("><img src=x onerror=window.pwned=1>)",
    "' autofocus onfocus='window.pwned=1",
    "javascript:window.pwned=1//</title></textarea>",
    "{{CSRF}}'; DROP TABLE entries; --",
    "AanéénstukzonderenkelespatieAanéénstukzonderenkelespatie",
};

constexpr std::size_t kLongText = 4000;
constexpr std::size_t kManyItems = 200;

} // namespace

std::string Voice::name(std::string_view everyday) const {
    if (m_mood != Mood::hostile) {
        return std::string(everyday);
    }
    // Which one depends on the text it stands for, so that every field gets a turn.
    std::size_t turn = everyday.size();
    for (char const c : everyday) {
        turn += static_cast<unsigned char>(c);
    }
    return std::string(kHostileNames[turn % kHostileNames.size()]);
}

std::string Voice::text(std::string_view everyday) const {
    if (m_mood != Mood::hostile) {
        return std::string(everyday);
    }
    std::string text = "\u202Eعند الرف في Kruisstraat </textarea>\n\n";
    for (std::string_view const piece : kHostileNames) {
        text += std::string(piece) + "\n";
    }
    text += std::string(400, 'w') + "\n";
    while (text.size() < kLongText) {
        text += "Elke avond staan er scooters op de stoep bij het fietsenrek. ";
    }
    return text;
}

std::size_t Voice::many(std::size_t everyday) const {
    switch (m_mood) {
    case Mood::everyday:
        return everyday;
    case Mood::empty:
        return 0;
    case Mood::hostile:
        return kManyItems;
    }
    return everyday;
}

std::string_view Voice::language() const {
    return m_mood == Mood::hostile ? "ar" : "nl";
}

std::string_view Voice::direction() const {
    return m_mood == Mood::hostile ? "rtl" : "ltr";
}

} // namespace inloop::tests
