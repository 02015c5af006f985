// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/text/source.h"

#include <utf8proc.h>

namespace inloop::text {

namespace {

constexpr std::uint32_t kReplacement = 0xFFFD;

bool ends_line(std::uint32_t code_point) {
    return code_point == '\n' || code_point == 0x2028 || code_point == 0x2029;
}

std::uint32_t drawable(std::uint32_t code_point) {
    if (code_point == '\t') {
        return ' ';
    }
    bool const control = code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0);
    return control ? kInvisible : code_point;
}

// Appends one span; code points as they are.
void decode(Span const& span, std::size_t offset, Source& out) {
    auto const* const bytes = reinterpret_cast<utf8proc_uint8_t const*>(span.text.data());
    for (std::size_t at = 0; at < span.text.size();) {
        utf8proc_int32_t code_point = 0;
        auto const left = static_cast<utf8proc_ssize_t>(span.text.size() - at);
        utf8proc_ssize_t const size = utf8proc_iterate(bytes + at, left, &code_point);
        out.bytes.push_back(static_cast<std::uint32_t>(offset + at));
        out.code_points.push_back(size > 0 ? static_cast<std::uint32_t>(code_point) : kReplacement);
        out.weights.push_back(span.weight);
        out.tones.push_back(span.tone);
        at += size > 0 ? static_cast<std::size_t>(size) : 1;
    }
}

void find_graphemes(Source& out) {
    out.grapheme.assign(out.size(), 1);
    utf8proc_int32_t state = 0;
    for (std::size_t i = 1; i < out.size(); ++i) {
        bool const starts = utf8proc_grapheme_break_stateful(
            static_cast<utf8proc_int32_t>(out.code_points[i - 1]),
            static_cast<utf8proc_int32_t>(out.code_points[i]), &state);
        out.grapheme[i] = starts ? 1 : 0;
    }
}

void find_paragraphs(Source& out) {
    std::size_t from = 0;
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (!ends_line(out.code_points[i])) {
            continue;
        }
        bool const after_return =
            i > from && out.code_points[i] == '\n' && out.code_points[i - 1] == '\r';
        out.paragraphs.push_back({from, after_return ? i - 1 : i, 0});
        from = i + 1;
    }
    out.paragraphs.push_back({from, out.size(), 0});
}

} // namespace

Source read_spans(std::span<Span const> spans) {
    std::size_t total = 0;
    for (Span const& span : spans) {
        total += span.text.size();
    }
    Source out;
    out.code_points.reserve(total);
    out.bytes.reserve(total + 1);
    out.weights.reserve(total);
    out.tones.reserve(total);
    std::size_t offset = 0;
    for (Span const& span : spans) {
        decode(span, offset, out);
        offset += span.text.size();
    }
    out.bytes.push_back(static_cast<std::uint32_t>(offset));
    find_graphemes(out);
    find_paragraphs(out);
    for (std::uint32_t& code_point : out.code_points) {
        code_point = drawable(code_point);
    }
    return out;
}

bool is_space(std::uint32_t code_point) {
    bool const no_break = code_point == 0x00A0 || code_point == 0x2007 || code_point == 0x202F;
    return code_point == ' ' ||
           (code_point > 0x7F && !no_break &&
            utf8proc_category(static_cast<utf8proc_int32_t>(code_point)) == UTF8PROC_CATEGORY_ZS);
}

} // namespace inloop::text
