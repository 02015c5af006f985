// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/plain_language.h"

#include "kiosk/base/utf8.h"
#include "kiosk/pages/languages.h"
#include "kiosk/pages/tuning.h"

#include <algorithm>
#include <array>

namespace inloop::pages {

namespace {

struct HardWord {
    std::string_view language;
    std::string_view hard;
    std::string_view easy;
};

constexpr std::array kHardWords{
#define INLOOP_HARD_WORD(language, hard, easy) HardWord{language, hard, easy},
#include "kiosk/pages/hard_words.inc"
#undef INLOOP_HARD_WORD
};

constexpr std::array<std::string_view, 4> kBecome{"wordt", "worden", "werd", "werden"};

// What begins with ge- and looks like a participle, but is none.
constexpr std::array kNoParticiples = std::to_array<std::string_view>(
    {"gebaren",   "gebied",      "gebieden", "gebeuren", "gebouwen",   "gebruiken", "gedachten",
     "geduld",    "gehandicapt", "gelden",   "geleden",  "geloven",    "geluid",    "geluiden",
     "gemeenten", "gemiddeld",   "genieten", "gerust",   "gesprekken", "getuigen",  "gevaren",
     "geven",     "gevoelens",   "geweld",   "gezicht",  "gezond",     "gezinnen"});

// The longest {name} with its braces; what is longer is no name.
constexpr std::size_t kNameBytes = 60;
// The shortest participle with ge-: "gered".
constexpr std::size_t kParticipleLetters = 5;

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// The bytes of the sign that begins there and is no letter though it is not ASCII: Latin-1 signs
// such as the middle dot (U+0080 to U+00BF) and general punctuation (U+2000 to U+203F); else 0.
std::size_t sign_at(std::string_view text, std::size_t at) {
    std::string_view const rest = text.substr(at);
    if (rest.starts_with('\xC2')) {
        return std::min<std::size_t>(2, rest.size());
    }
    return rest.starts_with("\xE2\x80") ? std::min<std::size_t>(3, rest.size()) : 0;
}

bool is_any_of(char c, std::string_view list) {
    return list.find(c) != std::string_view::npos;
}

char small(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

template <std::size_t size>
bool contains(std::array<std::string_view, size> const& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

// A word as it counts for the length of a sentence; a {name} is one word, whatever it becomes.
struct Word {
    std::string small; // in small letters, without signs at its ends; empty for a {name}
    bool ends_clause = false; // a comma or the like stands behind it
};

struct Sentence {
    std::string text;
    std::vector<Word> words;
};

// Splits a text into sentences and words. Linear.
class Splitter {
public:
    std::vector<Sentence> split(std::string_view text);

private:
    std::size_t take(std::string_view text, std::size_t at);
    void take_ascii(char c, char next);
    void end_word();
    void end_sentence();

    std::vector<Sentence> m_sentences;
    Sentence m_sentence;
    Word m_word;
    bool m_has_word = false;
};

void Splitter::end_word() {
    if (m_has_word) {
        m_sentence.words.push_back(std::move(m_word));
    }
    m_word = {};
    m_has_word = false;
}

void Splitter::end_sentence() {
    end_word();
    if (!m_sentence.words.empty()) {
        std::size_t const begin = m_sentence.text.find_first_not_of(" \r\n");
        m_sentence.text.erase(0, begin == std::string::npos ? 0 : begin);
        m_sentences.push_back(std::move(m_sentence));
    }
    m_sentence = {};
}

// Takes the sign or {name} that begins there; returns its bytes.
std::size_t Splitter::take(std::string_view text, std::size_t at) {
    std::size_t const close =
        text[at] == '{' ? text.substr(at, kNameBytes).find('}') : std::string_view::npos;
    std::size_t const sign = sign_at(text, at);
    std::size_t const bytes = close != std::string_view::npos ? close + 1 : std::max(sign, 1UL);
    m_sentence.text += text.substr(at, bytes);
    if (close != std::string_view::npos) {
        m_has_word = true;
    } else if (sign > 0) {
        m_word.ends_clause = m_has_word;
        end_word();
    } else {
        take_ascii(text[at], at + 1 < text.size() ? text[at + 1] : ' ');
    }
    return bytes;
}

// Takes one byte; signs of other scripts than ASCII count as letters.
void Splitter::take_ascii(char c, char next) {
    bool const more = is_letter(next) || is_digit(next);
    if (is_letter(c) || is_digit(c)) {
        m_word.small += small(c);
        m_has_word = true;
    } else if (m_has_word && more && is_any_of(c, "-'.:@/")) {
        m_word.small += c;
    } else if (is_any_of(c, ".!?:\r\n")) {
        end_sentence();
    } else {
        m_word.ends_clause = m_has_word && is_any_of(c, ",;()");
        end_word();
    }
}

std::vector<Sentence> Splitter::split(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        at += take(text, at);
    }
    end_sentence();
    return std::move(m_sentences);
}

class Hinter {
public:
    Hinter(std::string_view language, std::vector<std::string> const& allowed);

    std::vector<LanguageHint> hints(std::string_view text);

private:
    void add(Hint hint, std::string words) { m_hints.push_back({hint, std::move(words)}); }
    void look_at(Sentence const& sentence);
    void look_for_long_words(Word const& word);
    void look_for_hard_words(Sentence const& sentence, std::size_t at);
    void look_for_passive(Sentence const& sentence);
    bool is_allowed(std::string_view word) const;

    std::string_view m_language;
    bool m_knows_words;
    std::vector<std::string> m_allowed; // single words in small letters
    std::vector<LanguageHint> m_hints;
};

Hinter::Hinter(std::string_view language, std::vector<std::string> const& allowed)
    : m_language(language)
    , m_knows_words(language == kFirstLanguage || language == "en") {
    for (std::string const& text : allowed) {
        for (Sentence const& sentence : Splitter().split(text)) {
            for (Word const& word : sentence.words) {
                m_allowed.push_back(word.small);
            }
        }
    }
}

bool Hinter::is_allowed(std::string_view word) const {
    return std::find(m_allowed.begin(), m_allowed.end(), word) != m_allowed.end();
}

// Parts of a word that stand apart for the eye, as in "pop-uplocatie" or an address of the web,
// count one by one.
void Hinter::look_for_long_words(Word const& word) {
    std::string_view rest = word.small;
    while (!rest.empty()) {
        std::size_t const end = std::min(rest.find_first_of("-'.:@/0123456789"), rest.size());
        std::string_view const part = rest.substr(0, end);
        if (utf8::count(part) > kWordLetters && !is_allowed(word.small)) {
            add(Hint::long_word, std::string(part));
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

// Whether the words of `phrase` stand in the sentence from word `at` on.
bool stands_at(std::string_view phrase, Sentence const& sentence, std::size_t at) {
    while (!phrase.empty()) {
        std::size_t const end = std::min(phrase.find(' '), phrase.size());
        if (at >= sentence.words.size() || sentence.words[at].small != phrase.substr(0, end)) {
            return false;
        }
        phrase.remove_prefix(std::min(end + 1, phrase.size()));
        ++at;
    }
    return true;
}

void Hinter::look_for_hard_words(Sentence const& sentence, std::size_t at) {
    for (HardWord const& word : kHardWords) {
        if (word.language == m_language && stands_at(word.hard, sentence, at) &&
            !is_allowed(word.hard)) {
            add(Hint::hard_word, std::string(word.hard) + ": " + std::string(word.easy));
        }
    }
}

bool is_participle(std::string_view word) {
    bool const ends = word.ends_with('d') || word.ends_with('t') || word.ends_with("en");
    return word.starts_with("ge") && ends && utf8::count(word) >= kParticipleLetters &&
           !contains(kNoParticiples, word);
}

void Hinter::look_for_passive(Sentence const& sentence) {
    bool becomes = false;
    bool participle = false;
    for (Word const& word : sentence.words) {
        becomes = becomes || contains(kBecome, word.small);
        participle = participle || is_participle(word.small);
        if (becomes && participle) {
            add(Hint::passive, sentence.text);
            return;
        }
        if (word.ends_clause) {
            becomes = participle = false;
        }
    }
}

void Hinter::look_at(Sentence const& sentence) {
    if (sentence.words.size() > kSentenceWords) {
        add(Hint::long_sentence, sentence.text);
    }
    if (!m_knows_words) {
        return;
    }
    for (std::size_t at = 0; at < sentence.words.size(); ++at) {
        look_for_long_words(sentence.words[at]);
        look_for_hard_words(sentence, at);
    }
    if (m_language == kFirstLanguage) {
        look_for_passive(sentence);
    }
}

std::vector<LanguageHint> Hinter::hints(std::string_view text) {
    for (Sentence const& sentence : Splitter().split(text)) {
        look_at(sentence);
    }
    return std::move(m_hints);
}

} // namespace

std::vector<LanguageHint> plain_language(std::string_view text, std::string_view language,
                                         std::vector<std::string> const& allowed) {
    return Hinter(language, allowed).hints(text);
}

std::string to_string(LanguageHint const& hint) {
    switch (hint.hint) {
    case Hint::long_sentence:
        return "a sentence has more than " + std::to_string(kSentenceWords) + " words: \"" +
               hint.words + "\"";
    case Hint::long_word:
        return "a word has more than " + std::to_string(kWordLetters) + " letters: " + hint.words;
    case Hint::hard_word:
        return "a hard word has an easier twin: " + hint.words;
    case Hint::passive:
        return "a sentence does not say who does it: \"" + hint.words + "\"";
    }
    return hint.words;
}

std::string mend_of(Hint hint) {
    switch (hint) {
    case Hint::long_sentence:
        return "make two sentences of it";
    case Hint::long_word:
        return "say it in shorter words, or put a - where two words meet";
    case Hint::hard_word:
        return "use the twin";
    case Hint::passive:
        return "say who does it";
    }
    return "say it more plainly";
}

} // namespace inloop::pages
