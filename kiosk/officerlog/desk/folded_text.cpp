// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/folded_text.h"

#include "kiosk/officerlog/desk/tuning.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <span>

namespace inloop::desk {
namespace {

// The longest decomposition of one code point has 18 (U+FDFA).
constexpr std::size_t kMostParts = 24;
constexpr std::size_t kMostBytesOfOne = 4;

struct Sign {
    utf8proc_int32_t code_point = -1;
    std::size_t size = 1; // a byte that is not UTF-8 is a sign of its own
};

Sign sign_at(std::string_view text, std::size_t at) {
    Sign sign;
    auto const* bytes = reinterpret_cast<utf8proc_uint8_t const*>(text.data()) + at;
    auto const size =
        utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &sign.code_point);
    if (size > 0) {
        sign.size = static_cast<std::size_t>(size);
    } else {
        sign.code_point = -1;
    }
    return sign;
}

bool is_of_word(utf8proc_int32_t code_point) {
    switch (utf8proc_category(code_point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return true;
    default:
        return false;
    }
}

} // namespace

Result<FoldedText> FoldedText::create() {
    auto block = seal::SecretBytes::with_size(kFoldedBytes);
    if (!block) {
        return tl::unexpected(block.error());
    }
    return FoldedText(std::move(*block));
}

void FoldedText::take(std::string_view text) {
    seal::wipe(m_folded.span().first(m_used));
    m_used = 0;
    m_words.clear();
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        Sign const sign = sign_at(text, at);
        bool const of_word = sign.code_point >= 0 && is_of_word(sign.code_point);
        if (of_word && !inside) {
            m_words.push_back({.from = m_used, .begin = at});
        }
        inside = of_word;
        if (of_word) {
            if (!append(sign.code_point)) {
                break;
            }
            m_words.back().size = m_used - m_words.back().from;
            m_words.back().end = at + sign.size;
        }
        at += sign.size;
    }
    // Marks without a letter leave nothing.
    std::erase_if(m_words, [](Word const& word) { return word.size == 0; });
}

bool FoldedText::append(int code_point) {
    std::array<utf8proc_int32_t, kMostParts> parts{};
    int boundary = 0;
    auto const count = utf8proc_decompose_char(
        code_point, parts.data(), static_cast<utf8proc_ssize_t>(parts.size()),
        static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                       UTF8PROC_STRIPMARK | UTF8PROC_IGNORE),
        &boundary);
    bool fits = true;
    for (utf8proc_ssize_t i = 0; i < count && i < static_cast<utf8proc_ssize_t>(kMostParts); ++i) {
        if (m_folded.span().size() - m_used < kMostBytesOfOne) {
            fits = false;
            break;
        }
        auto* out = reinterpret_cast<utf8proc_uint8_t*>(m_folded.span().data() + m_used);
        m_used +=
            static_cast<std::size_t>(utf8proc_encode_char(parts[static_cast<std::size_t>(i)], out));
    }
    seal::wipe(std::as_writable_bytes(std::span(parts)));
    return fits;
}

std::string_view FoldedText::word(std::size_t i) const {
    auto const bytes = m_folded.view().subspan(m_words[i].from, m_words[i].size);
    return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}

std::size_t FoldedText::find(std::string_view part) const {
    std::size_t i = 0;
    while (i < count() && word(i).find(part) == std::string_view::npos) {
        ++i;
    }
    return i;
}

WordRun first_shared_run(FoldedText const& in, FoldedText const& of, std::size_t least) {
    auto const run_at = [&](std::size_t i, std::size_t j) {
        std::size_t n = 0;
        while (i + n < in.count() && j + n < of.count() && in.word(i + n) == of.word(j + n)) {
            ++n;
        }
        return n;
    };
    for (std::size_t i = 0; i < in.count(); ++i) {
        std::size_t longest = 0;
        for (std::size_t j = 0; j < of.count(); ++j) {
            longest = std::max(longest, run_at(i, j));
        }
        if (longest >= least) {
            return {i, i + longest};
        }
    }
    return {};
}

} // namespace inloop::desk
