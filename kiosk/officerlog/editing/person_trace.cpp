// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/editing/person_trace.h"

#include "kiosk/entries/personal_data.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace inloop::editing {

namespace {

constexpr auto kTitles = std::to_array<std::string_view>(
    {"meneer", "mevrouw", "heer", "dhr", "mevr", "mw", "mr", "mrs", "ms"});
constexpr auto kParticles =
    std::to_array<std::string_view>({"van", "de", "den", "der", "het", "ten", "ter", "te", "'t"});
constexpr auto kStreetEndings = std::to_array<std::string_view>(
    {"straat", "laan", "weg", "plein", "singel", "gracht", "kade", "dijk", "steeg"});

std::string lower(std::string_view word) {
    std::string out(word);
    std::ranges::transform(out, out.begin(), [](char sign) {
        return sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign - 'A' + 'a') : sign;
    });
    return out;
}

bool is_capital(char sign) {
    return (sign >= 'A' && sign <= 'Z') || static_cast<unsigned char>(sign) >= 0xC3;
}

template <std::size_t N>
bool is_among(std::array<std::string_view, N> const& list, std::string_view word) {
    return std::ranges::find(list, lower(word)) != list.end();
}

std::vector<std::string_view> words_of(std::string_view text) {
    constexpr std::string_view kBetween = " \t\r\n.,;:!?()\"";
    std::vector<std::string_view> words;
    for (std::size_t at = text.find_first_not_of(kBetween); at != std::string_view::npos;) {
        std::size_t const end = std::min(text.find_first_of(kBetween, at), text.size());
        words.push_back(text.substr(at, end - at));
        at = text.find_first_not_of(kBetween, end);
    }
    return words;
}

bool names_somebody(std::vector<std::string_view> const& words, std::size_t at) {
    if (!is_among(kTitles, words[at])) {
        return false;
    }
    do {
        ++at;
    } while (at < words.size() && is_among(kParticles, words[at]));
    return at < words.size() && is_capital(words[at].front());
}

bool names_a_house(std::vector<std::string_view> const& words, std::size_t at,
                   std::string const& own) {
    if (at + 1 == words.size() || !is_capital(words[at].front())) {
        return false;
    }
    std::string const street = lower(words[at]);
    std::string_view const number = words[at + 1];
    bool const is_street = std::ranges::any_of(kStreetEndings, [&](std::string_view ending) {
        return street.size() > ending.size() && street.ends_with(ending);
    });
    return is_street && number.front() >= '1' && number.front() <= '9' &&
           std::string(words[at]) + " " + std::string(number) != own;
}

std::string signs_of(std::string_view text) {
    std::string out = lower(text);
    std::erase_if(out, [](char sign) {
        return !((sign >= '0' && sign <= '9') || (sign >= 'a' && sign <= 'z'));
    });
    return out;
}

bool is_a_fact(pages::Facts const& facts, std::string_view piece) {
    return std::ranges::any_of(facts.all(), [&](pages::Fact const& fact) {
        return signs_of(fact.value) == signs_of(piece);
    });
}

} // namespace

bool seems_to_name(std::string_view text, pages::Place const& place, pages::Facts const& facts) {
    for (entries::PersonalData const& data : entries::find_personal_data(text)) {
        if (!is_a_fact(facts, text.substr(data.begin, data.end - data.begin))) {
            return true;
        }
    }
    auto const words = words_of(text);
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (names_somebody(words, at) || names_a_house(words, at, place.street)) {
            return true;
        }
    }
    return false;
}

} // namespace inloop::editing
