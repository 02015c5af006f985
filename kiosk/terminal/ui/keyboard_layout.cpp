// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/keyboard_layout.h"

#include <array>
#include <span>

namespace inloop::ui {

using flow::KeyboardLayer;

namespace {

// A row as it is read here: keys between spaces, the same with shift below it ("" where shift
// changes nothing). A name in angle brackets is not a letter; a number in it is the key's share of
// the row's width.
struct RowText {
    std::string_view lower;
    std::string_view upper = "";
};

constexpr std::array<RowText, 4> kQwertyLetters{{
    {"q w e r t y u i o p", "Q W E R T Y U I O P"},
    {"a s d f g h j k l <backspace>", "A S D F G H J K L <backspace>"},
    {"<shift> z x c v b n m , .", "<shift> Z X C V B N M , ."},
    {"<digits*1.5> <accents*1.15> <space*4.35> <?*.95> <!*.95> <enter*1.1>"},
}};
constexpr std::array<RowText, 4> kQwertyDigits{{
    {"1 2 3 4 5 6 7 8 9 0"},
    {"- / : ; ( ) € & @ <backspace>"},
    {"<left> <up> <down> <right> ' \" % + , ."},
    {"<letters*1.5> <accents*1.15> <space*2.9> <?*.95> <!*.95> <hide*1.45> <enter*1.1>"},
}};
constexpr std::array<RowText, 4> kQwertyAccents{{
    {"é è ê ë á à â ä ï í", "É È Ê Ë Á À Â Ä Ï Í"},
    {"ó ò ô ö ú ù û ü ñ <backspace>", "Ó Ò Ô Ö Ú Ù Û Ü Ñ <backspace>"},
    {"<shift> ç å ø æ ł ş ğ ß ž", "<shift> Ç Å Ø Æ Ł Ş Ğ ß Ž"},
    {"<digits*1.5> <letters*1.15> <space*4.35> <?*.95> <!*.95> <enter*1.1>"},
}};
constexpr std::array<RowText, 6> kAlphabetLetters{{
    {"a b c d e f", "A B C D E F"},
    {"g h i j k l", "G H I J K L"},
    {"m n o p q r", "M N O P Q R"},
    {"s t u v w x", "S T U V W X"},
    {"y z , . ? <backspace>", "Y Z , . ? <backspace>"},
    {"<shift> <digits> <accents> <space*2> <enter>"},
}};
constexpr std::array<RowText, 6> kAlphabetDigits{{
    {"1 2 3 4 5 6"},
    {"7 8 9 0 - /"},
    {": ; ( ) € &"},
    {"@ ' \" % + !"},
    {"<left> <up> <down> <right> . <backspace>"},
    {"<letters> <accents> <space*1.7> <hide*1.3> <enter>"},
}};
constexpr std::array<RowText, 6> kAlphabetAccents{{
    {"é è ê ë á à", "É È Ê Ë Á À"},
    {"â ä ï í ó ò", "Â Ä Ï Í Ó Ò"},
    {"ô ö ú ù û ü", "Ô Ö Ú Ù Û Ü"},
    {"ñ ç å ø æ ł", "Ñ Ç Å Ø Æ Ł"},
    {"ş ğ ß ž ? <backspace>", "Ş Ğ ß Ž ? <backspace>"},
    {"<shift> <digits> <letters> <space*2> <enter>"},
}};

constexpr std::array<RowText, 5> kQwertyEmail{{
    {"1 2 3 4 5 6 7 8 9 0"},
    {"q w e r t y u i o p"},
    {"a s d f g h j k l <backspace>"},
    {"_ z x c v b n m - ."},
    {"<@*2> <.nl*1.75> <.com*1.75> <+> <left*1.5> <right*1.5>"},
}};
constexpr std::array<RowText, 8> kAlphabetEmail{{
    {"1 2 3 4 5 6"},
    {"7 8 9 0 - _"},
    {"a b c d e f"},
    {"g h i j k l"},
    {"m n o p q r"},
    {"s t u v w x"},
    {"y z . @ + <backspace>"},
    {"<.nl*2> <.com*2> <left> <right>"},
}};
constexpr std::array<RowText, 4> kPhone{{{"1 2 3"}, {"4 5 6"}, {"7 8 9"}, {"+ 0 <backspace>"}}};
constexpr std::array<RowText, 4> kDigits{{{"1 2 3"}, {"4 5 6"}, {"7 8 9"}, {"<0*2> <backspace>"}}};
constexpr std::array<RowText, 3> kQwertyWord{{
    {"q w e r t y u i o p"},
    {"<none*.5> a s d f g h j k l <none*.5>"},
    {"<none> z x c v b n m <backspace*2>"},
}};
constexpr std::array<RowText, 5> kAlphabetWord{{
    {"a b c d e f"},
    {"g h i j k l"},
    {"m n o p q r"},
    {"s t u v w x"},
    {"y z <none*2> <backspace*2>"},
}};

constexpr std::array<RowText, 4> kQwertyPairing{{
    {"1 2 3 4 5 6 7 8 9 0"},
    {"<none*1.5> q w e r t y p <none*1.5>", "<none*1.5> Q W E R T Y P <none*1.5>"},
    {"<none> a s d f g h j k <none>", "<none> A S D F G H J K <none>"},
    {"<none> z x c v b n m <backspace*2>", "<none> Z X C V B N M <backspace*2>"},
}};
constexpr std::array<RowText, 6> kAlphabetPairing{{
    {"1 2 3 4 5 6"},
    {"7 8 9 0 a b", "7 8 9 0 A B"},
    {"c d e f g h", "C D E F G H"},
    {"j k m n p q", "J K M N P Q"},
    {"r s t v w x", "R S T V W X"},
    {"y z <none*2> <backspace*2>", "Y Z <none*2> <backspace*2>"},
}};

struct Named {
    std::string_view name;
    KeyAction action;
};
constexpr std::array<Named, 12> kNamed{{{"backspace", KeyAction::backspace},
                                        {"enter", KeyAction::enter},
                                        {"left", KeyAction::left},
                                        {"right", KeyAction::right},
                                        {"up", KeyAction::up},
                                        {"down", KeyAction::down},
                                        {"shift", KeyAction::shift},
                                        {"letters", KeyAction::letters},
                                        {"digits", KeyAction::digits},
                                        {"accents", KeyAction::accents},
                                        {"hide", KeyAction::hide},
                                        {"none", KeyAction::none}}};

// Cuts the next word off.
std::string_view next_word(std::string_view& rest) {
    std::size_t const end = rest.find(' ');
    std::string_view const word = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    return word;
}

// "1.15" as 1.15; the tables above are the only input.
float share_of(std::string_view text) {
    float value = 0;
    float place = 0;
    for (char const c : text) {
        if (c == '.') {
            place = 0.1F;
        } else if (place > 0) {
            value += place * static_cast<float>(c - '0');
            place /= 10;
        } else {
            value = value * 10 + static_cast<float>(c - '0');
        }
    }
    return value;
}

KeyShape key_of(std::string_view lower, std::string_view upper) {
    if (lower.size() < 3 || lower.front() != '<') {
        return {.action = KeyAction::insert, .lower = lower, .upper = upper};
    }
    std::string_view name = lower.substr(1, lower.size() - 2);
    KeyShape key;
    if (std::size_t const star = name.find('*'); star != std::string_view::npos) {
        key.share = share_of(name.substr(star + 1));
        name = name.substr(0, star);
    }
    for (Named const& named : kNamed) {
        if (named.name == name) {
            key.action = named.action;
            return key;
        }
    }
    key.lower = key.upper = name == "space" ? std::string_view(" ") : name;
    return key;
}

KeyRow row_of(RowText const& text) {
    KeyRow row;
    std::string_view lower = text.lower;
    std::string_view upper = text.upper.empty() ? text.lower : text.upper;
    while (!lower.empty()) {
        std::string_view const one = next_word(lower);
        row.push_back(key_of(one, next_word(upper)));
    }
    return row;
}

std::span<RowText const> rows_of_text(bool tall, KeyboardLayer layer) {
    switch (layer) {
    case KeyboardLayer::digits:
    case KeyboardLayer::signs:
        return tall ? std::span<RowText const>(kAlphabetDigits) : kQwertyDigits;
    case KeyboardLayer::accents:
        return tall ? std::span<RowText const>(kAlphabetAccents) : kQwertyAccents;
    case KeyboardLayer::letters:
        break;
    }
    return tall ? std::span<RowText const>(kAlphabetLetters) : kQwertyLetters;
}

std::span<RowText const> rows_of(bool tall, KeySet keys, KeyboardLayer layer) {
    switch (keys) {
    case KeySet::email:
        return tall ? std::span<RowText const>(kAlphabetEmail) : kQwertyEmail;
    case KeySet::phone:
        return kPhone;
    case KeySet::digits:
        return kDigits;
    case KeySet::word:
        return tall ? std::span<RowText const>(kAlphabetWord) : kQwertyWord;
    case KeySet::pairing:
        return tall ? std::span<RowText const>(kAlphabetPairing) : kQwertyPairing;
    case KeySet::text:
        break;
    }
    return rows_of_text(tall, layer);
}

} // namespace

std::vector<KeyRow> keyboard_layout(Shape shape, KeySet keys, KeyboardLayer layer) {
    std::vector<KeyRow> rows;
    for (RowText const& text : rows_of(shape == Shape::tall, keys, layer)) {
        rows.push_back(row_of(text));
    }
    return rows;
}

} // namespace inloop::ui
