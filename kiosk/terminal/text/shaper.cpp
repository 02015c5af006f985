// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/text/shaper.h"

#include <hb.h>
#include <raqm.h>

#include <algorithm>
#include <array>
#include <memory>

namespace inloop::text {

namespace {

// Stands between the pieces of a batch (OBJECT REPLACEMENT CHARACTER): it joins and kerns with
// nothing and, being of no script, starts no new run. After it a direction mark, so that signs at
// the edge of a piece keep its direction.
constexpr std::uint32_t kSeparator = 0xFFFC;
constexpr std::uint32_t kLeftToRightMark = 0x200E;
constexpr std::uint32_t kRightToLeftMark = 0x200F;

constexpr std::uint32_t kNoCharacter = 0xFFFFFFFF;

struct DestroyRaqm {
    void operator()(raqm_t* raqm) const { raqm_destroy(raqm); }
};

// The glyphs libraqm made of one cluster, in the list of its batch.
struct Cluster {
    std::uint32_t first = 0;
    std::uint32_t count = 0; // 0: the character belongs to the cluster before it
};

// All characters of one font and script that read in one direction. libraqm makes a HarfBuzz font
// anew for every run, which takes as long as shaping 300 letters; one run for each kind keeps a
// text of many short pieces fast.
struct Batch {
    FaceId face = 0;
    bool rtl = false;
    hb_script_t script = HB_SCRIPT_COMMON;
    WipedVector<std::uint32_t> text;
    WipedVector<std::uint32_t> characters; // where each code point of text came from
};

// Direction controls have done their work when the levels were resolved; inside a batch they would
// do it again.
bool is_direction_control(std::uint32_t code_point) {
    return (code_point >= 0x202A && code_point <= 0x202E) ||
           (code_point >= 0x2066 && code_point <= 0x2069);
}

class Shaper {
public:
    Shaper(Source const& source, std::span<Level const> levels, std::span<FaceId const> faces,
           Fonts const& fonts)
        : m_source(source)
        , m_levels(levels)
        , m_faces(faces)
        , m_fonts(fonts)
        , m_clusters(source.size()) {}

    Shaped run(Subpixels size, std::string_view language) {
        for (Paragraph const& paragraph : m_source.paragraphs) {
            gather(paragraph);
        }
        for (Batch const& batch : m_batches) {
            shape_batch(batch, size, language);
        }
        for (Paragraph const& paragraph : m_source.paragraphs) {
            m_out.first_cells.push_back(static_cast<std::uint32_t>(m_out.cells.size()));
            make_cells(paragraph);
        }
        m_out.first_cells.push_back(static_cast<std::uint32_t>(m_out.cells.size()));
        return std::move(m_out);
    }

private:
    // Digits and signs, of no script, go with any batch of their font and direction.
    Batch& batch_of(FaceId face, bool rtl, hb_script_t script) {
        for (Batch& batch : m_batches) {
            bool const same_script = batch.script == script || batch.script == HB_SCRIPT_COMMON ||
                                     script == HB_SCRIPT_COMMON;
            if (batch.face == face && batch.rtl == rtl && same_script) {
                batch.script = batch.script == HB_SCRIPT_COMMON ? script : batch.script;
                return batch;
            }
        }
        return m_batches.emplace_back(Batch{face, rtl, script, {}, {}});
    }

    // Where the piece from `from` ends: at another font, level or script.
    std::size_t piece_end(std::size_t from, std::size_t end, hb_script_t& script) const {
        script = HB_SCRIPT_COMMON;
        for (std::size_t i = from; i < end; ++i) {
            if (m_faces[i] != m_faces[from] || m_levels[i] != m_levels[from]) {
                return i;
            }
            hb_script_t const here =
                hb_unicode_script(hb_unicode_funcs_get_default(), m_source.code_points[i]);
            if (here == HB_SCRIPT_COMMON || here == HB_SCRIPT_INHERITED) {
                continue;
            }
            if (script == HB_SCRIPT_COMMON) {
                script = here;
            } else if (here != script && m_source.grapheme[i] != 0) {
                return i;
            }
        }
        return end;
    }

    void gather(Paragraph const& paragraph) {
        for (std::size_t i = paragraph.from; i < paragraph.to;) {
            hb_script_t script = HB_SCRIPT_COMMON;
            std::size_t const end = piece_end(i, paragraph.to, script);
            Batch& batch = batch_of(m_faces[i], is_rtl(m_levels[i]), script);
            for (; i < end; ++i) {
                std::uint32_t const code_point = m_source.code_points[i];
                batch.text.push_back(is_direction_control(code_point) ? kInvisible : code_point);
                batch.characters.push_back(static_cast<std::uint32_t>(i));
            }
            for (std::uint32_t const between :
                 {kSeparator, batch.rtl ? kRightToLeftMark : kLeftToRightMark}) {
                batch.text.push_back(between);
                batch.characters.push_back(kNoCharacter);
            }
        }
    }

    void shape_batch(Batch const& batch, Subpixels size, std::string_view language) {
        std::unique_ptr<raqm_t, DestroyRaqm> const raqm(raqm_create());
        std::size_t const length = batch.text.size();
        bool ready =
            raqm && raqm_set_text(raqm.get(), batch.text.data(), length) &&
            raqm_set_freetype_face(raqm.get(), m_fonts.at_size(batch.face, size)) &&
            raqm_set_freetype_load_flags(raqm.get(), FT_LOAD_NO_HINTING) &&
            raqm_set_par_direction(raqm.get(), batch.rtl ? RAQM_DIRECTION_RTL : RAQM_DIRECTION_LTR);
        std::array<char, 36> tag{}; // BCP 47: tags of up to 35 characters need be supported
        if (!language.empty() && language.size() < tag.size()) {
            std::copy(language.begin(), language.end(), tag.begin());
            ready = ready && raqm_set_language(raqm.get(), tag.data(), 0, length);
        }
        ready = ready && raqm_layout(raqm.get());
        std::size_t count = 0;
        raqm_glyph_t const* const glyphs = ready ? raqm_get_glyphs(raqm.get(), &count) : nullptr;
        if (glyphs != nullptr) { // else there was no memory: these letters stay away
            take_glyphs(batch, {glyphs, count});
        }
    }

    void take_glyphs(Batch const& batch, std::span<raqm_glyph_t const> glyphs) {
        for (std::size_t i = 0; i < glyphs.size();) {
            std::size_t const from = i;
            std::uint32_t const character = batch.characters[glyphs[from].cluster];
            while (i < glyphs.size() && glyphs[i].cluster == glyphs[from].cluster) {
                ++i;
            }
            if (character == kNoCharacter) {
                continue;
            }
            m_clusters[character] = {static_cast<std::uint32_t>(m_glyphs.size()),
                                     static_cast<std::uint32_t>(i - from)};
            for (raqm_glyph_t const& g : glyphs.subspan(from, i - from)) {
                m_glyphs.push_back({g.index, g.x_offset, g.y_offset, g.x_advance, batch.face});
            }
        }
    }

    [[nodiscard]] bool starts_cell(std::size_t i) const {
        return m_source.grapheme[i] != 0 && m_clusters[i].count > 0;
    }

    void make_cells(Paragraph const& paragraph) {
        for (std::size_t i = paragraph.from; i < paragraph.to;) {
            Cell cell;
            cell.from = static_cast<std::uint32_t>(i);
            cell.level = m_levels[i];
            cell.tone = m_source.tones[i];
            cell.space = is_space(m_source.code_points[i]);
            for (++i; i < paragraph.to && !starts_cell(i); ++i) {
                cell.graphemes += m_source.grapheme[i];
                cell.space = cell.space && is_space(m_source.code_points[i]);
            }
            cell.to = static_cast<std::uint32_t>(i);
            add_glyphs(cell);
            m_out.cells.push_back(cell);
        }
    }

    // Clusters of a cell stand in the order its level reads; glyphs in a cluster as HarfBuzz left
    // them.
    void add_glyphs(Cell& cell) {
        cell.first_glyph = static_cast<std::uint32_t>(m_out.glyphs.size());
        for (std::uint32_t k = 0; k < cell.to - cell.from; ++k) {
            Cluster const cluster =
                m_clusters[is_rtl(cell.level) ? cell.to - 1 - k : cell.from + k];
            for (std::uint32_t g = 0; g < cluster.count; ++g) {
                ShapedGlyph const& glyph = m_glyphs[cluster.first + g];
                cell.advance += glyph.advance;
                m_out.glyphs.push_back(glyph);
            }
        }
        cell.glyphs = static_cast<std::uint32_t>(m_out.glyphs.size()) - cell.first_glyph;
    }

    Source const& m_source;
    std::span<Level const> m_levels;
    std::span<FaceId const> m_faces;
    Fonts const& m_fonts;
    WipedVector<Cluster> m_clusters; // per character
    WipedVector<ShapedGlyph> m_glyphs;
    std::vector<Batch> m_batches;
    Shaped m_out;
};

} // namespace

Shaped shape(Source const& source, std::span<Level const> levels, std::span<FaceId const> faces,
             Fonts const& fonts, Subpixels size, std::string_view language) {
    return Shaper(source, levels, faces, fonts).run(size, language);
}

} // namespace inloop::text
