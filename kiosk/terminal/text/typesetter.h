// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/terminal/text/atlas.h"
#include "kiosk/terminal/text/layout.h"
#include "kiosk/terminal/text/style.h"

#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace inloop::text {

// The font files, read from assets/fonts-list. A letter is drawn with the first file of its list
// that has it; what no bold file has is looked for among the regular ones.
struct FontSet {
    std::vector<std::filesystem::path> regular; // at least one
    std::vector<std::filesystem::path> bold;
    std::filesystem::path icons; // may be empty where no icons are drawn
};

// Of the first font of a weight, in pixels above (ascent, cap_height) and below (descent) the
// baseline, all positive.
struct Metrics {
    float ascent = 0;
    float descent = 0;
    float cap_height = 0;
};

// Sets text in any script: finds fonts, orders directions, joins letters, breaks lines and draws
// each glyph into the atlas when it is first laid out. Same input, same result, to the pixel.
//
// Everything belongs to the thread that opened it.
class Typesetter {
public:
    // Opens all files. Errors name the file and the Debian package it comes from: `not_found`,
    // `read_only` when it may not be read, `corrupt` when it is no scalable Unicode font,
    // `invalid_input` for an empty list of regular fonts. atlas_side: pixels, kAtlasSide or
    // kLargeAtlasSide.
    [[nodiscard]] static Result<std::unique_ptr<Typesetter>> open(FontSet const& fonts,
                                                                  int atlas_side = kAtlasSide);
    Typesetter(Typesetter const&) = delete;
    Typesetter& operator=(Typesetter const&) = delete;
    ~Typesetter();

    // Once a frame, before its first lay_out(): brings the kept layouts back to kCachedLayouts.
    // References returned before this call are not valid after it.
    void begin_frame();

    // Keeps the layout, by all the spans and style say, for as long as it is used now and then: for
    // texts of ours only.
    [[nodiscard]] Layout const& lay_out(std::span<Span const> spans, ParagraphStyle const& style);

    // Keeps nothing but the glyph pictures: for what a visitor typed.
    [[nodiscard]] Layout lay_out_private(std::span<Span const> spans, ParagraphStyle const& style);

    // What the two above would make, but for its glyphs: no letter is taken into the atlas. For
    // asking what fits before one size is drawn.
    [[nodiscard]] Layout const& measure(std::span<Span const> spans, ParagraphStyle const& style);
    [[nodiscard]] Layout measure_private(std::span<Span const> spans, ParagraphStyle const& style);

    // Throws out every glyph picture and layout: which letters are in the atlas, and in which order
    // they came, says something about what was typed. For the end of a visit.
    void forget();

    [[nodiscard]] Atlas& atlas();
    [[nodiscard]] Metrics metrics(Weight weight, float size_px) const;

private:
    struct Parts;
    explicit Typesetter(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace inloop::text
