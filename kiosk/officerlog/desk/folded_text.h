// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/seal/secret_bytes.h"

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace inloop::desk {

// A text as it is compared: word by word, without case, accents and the forms a letter can be
// written in (Unicode NFKD, case folded, marks taken away: "Café" is "cafe", "Straße" is
// "strasse"). A word is what stands between signs that are neither letter nor digit; scripts
// without spaces have long words. The words stand in guarded memory, one block that is used again
// for text after text and wiped each time. One owner at a time.
class FoldedText {
public:
    // Room for any text a visitor can write. Fails with `unavailable` without guarded memory.
    [[nodiscard]] static Result<FoldedText> create();

    // Takes the words of `text`, in place of those before. What does not fit is left out, and a
    // byte that is not UTF-8 parts words.
    void take(std::string_view text);

    [[nodiscard]] std::size_t count() const { return m_words.size(); }
    [[nodiscard]] std::string_view word(std::size_t i) const;
    // Where word i stands in the text it was taken from, in bytes.
    [[nodiscard]] std::size_t begin(std::size_t i) const { return m_words[i].begin; }
    [[nodiscard]] std::size_t end(std::size_t i) const { return m_words[i].end; }
    // The first word that has `part` in it; count() when there is none.
    [[nodiscard]] std::size_t find(std::string_view part) const;

private:
    struct Word {
        std::size_t from = 0; // in m_folded
        std::size_t size = 0;
        std::size_t begin = 0; // in the text
        std::size_t end = 0;
    };
    explicit FoldedText(seal::SecretBytes folded) : m_folded(std::move(folded)) {}
    [[nodiscard]] bool append(int code_point);

    seal::SecretBytes m_folded;
    std::size_t m_used = 0;
    std::vector<Word> m_words; // places and sizes, no text
};

// Words [begin, end) of `in` that stand in `of` too, in a row, at least `least` of them; the first
// such run. An empty one when there is none.
struct WordRun {
    std::size_t begin = 0;
    std::size_t end = 0;
};
[[nodiscard]] WordRun first_shared_run(FoldedText const& in, FoldedText const& of,
                                       std::size_t least);

} // namespace inloop::desk
