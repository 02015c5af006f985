// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/synthetic_words.h"

#include <cstddef>
#include <string_view>

namespace inloop::support {

std::vector<std::string> synthetic_words() {
    constexpr std::size_t kWords = 2048;
    constexpr std::string_view kTail = "xyz";
    std::vector<std::string> words;
    for (std::size_t i = 0; i < kWords; ++i) {
        std::string word = "aaaa";
        std::size_t rest = i;
        for (std::size_t place = 4; place-- > 0; rest /= 26) {
            word[place] = static_cast<char>('a' + rest % 26);
        }
        words.push_back(word.append(kTail.substr(0, i % 4)));
    }
    return words;
}

std::string synthetic_word_file() {
    return file_of(synthetic_words());
}

std::string file_of(std::vector<std::string> const& lines) {
    std::string text;
    for (std::string const& line : lines) {
        text.append(line).append("\n");
    }
    return text;
}

} // namespace inloop::support
