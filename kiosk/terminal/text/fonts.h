// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/terminal/text/style.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

struct FT_LibraryRec_;
struct FT_FaceRec_;

namespace inloop::text {

struct FontSet;
struct Metrics;

// Number of an open font file.
using FaceId = std::uint8_t;

// A length or size in 1/64 pixel, as FreeType and HarfBuzz count.
using Subpixels = std::int32_t;
inline constexpr Subpixels kSubpixels = 64;

// A glyph as FreeType drew it, relative to its origin on the baseline. Coverage 0..255, rows
// without gaps.
struct GlyphBitmap {
    int left = 0; // from the origin to the left edge
    int top = 0; // from the baseline up to the upper edge
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> coverage;
};

// The open font files and, per weight, in which order they are asked. One thread.
class Fonts {
public:
    [[nodiscard]] static Result<Fonts> open(FontSet const& set);

    // Never empty for regular and bold.
    [[nodiscard]] std::span<FaceId const> fallback(Weight weight) const;

    // The glyph of a code point, 0 if the font has none.
    [[nodiscard]] std::uint32_t glyph(FaceId face, char32_t code_point) const;

    // The face with its size set, for shaping; until the next call with the same face.
    [[nodiscard]] FT_FaceRec_* at_size(FaceId face, Subpixels size) const;

    [[nodiscard]] Subpixels advance(FaceId face, std::uint32_t glyph, Subpixels size) const;
    [[nodiscard]] Metrics metrics(FaceId face, float size_px) const;

    // Draws without hinting, so that shapes are the same at every place. Empty when the glyph has
    // no ink.
    [[nodiscard]] GlyphBitmap draw(FaceId face, std::uint32_t glyph, Subpixels size) const;

private:
    struct CloseLibrary {
        void operator()(FT_LibraryRec_* library) const;
    };
    struct CloseFace {
        void operator()(FT_FaceRec_* face) const;
    };
    using LibraryHandle = std::unique_ptr<FT_LibraryRec_, CloseLibrary>;
    using FaceHandle = std::unique_ptr<FT_FaceRec_, CloseFace>;

    Fonts() = default;
    [[nodiscard]] Result<void> add(std::filesystem::path const& file, std::vector<FaceId>& list);

    LibraryHandle m_library; // destroyed after its faces
    std::vector<FaceHandle> m_faces;
    std::vector<FaceId> m_regular;
    std::vector<FaceId> m_bold;
    std::vector<FaceId> m_icons;
};

} // namespace inloop::text
