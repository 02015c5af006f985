// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/text/fonts.h"

#include <fmt/format.h>
#include <ft2build.h>

#include <cstdlib>
#include <limits>
#include <string>
#include <system_error>
#include <utility>
#include FT_FREETYPE_H
#include FT_ADVANCES_H
#include FT_TRUETYPE_TABLES_H

#include "kiosk/terminal/text/typesetter.h"

namespace inloop::text {

namespace {

constexpr FT_Int32 kLoadFlags = FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP;

// Points per inch at which a point is a pixel, so that the em square has the size asked for.
constexpr FT_UInt kOnePixelPerPoint = 72;

// What to install when a file is not there.
std::string mend(std::filesystem::path const& file) {
    bool const noto = file.filename().string().starts_with("Noto");
    bool const icons = file.filename().string().starts_with("MaterialIcons");
    if (noto) {
        return "install the Debian package fonts-noto-core";
    }
    if (icons) {
        return "install the Debian package fonts-material-design-icons-iconfont";
    }
    return "install the Debian package it belongs to, or name another file in fonts-list";
}

Result<void> check_readable(std::filesystem::path const& file) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) {
        return fail(ErrorCode::not_found,
                    fmt::format("font {} is not there: {}", file.string(), mend(file)));
    }
    return {};
}

float em_scale(FT_FaceRec_ const& face, float size_px) {
    return size_px / static_cast<float>(face.units_per_EM);
}

} // namespace

void Fonts::CloseLibrary::operator()(FT_LibraryRec_* library) const {
    FT_Done_FreeType(library);
}

void Fonts::CloseFace::operator()(FT_FaceRec_* face) const {
    FT_Done_Face(face);
}

Result<Fonts> Fonts::open(FontSet const& set) {
    Fonts fonts;
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) {
        return fail(ErrorCode::unavailable, "FreeType does not start: out of memory");
    }
    fonts.m_library.reset(library);
    if (set.regular.empty()) {
        return fail(ErrorCode::invalid_input, "the list of regular fonts is empty");
    }
    std::vector<std::pair<std::filesystem::path, std::vector<FaceId>*>> wanted;
    for (auto const& file : set.regular) {
        wanted.emplace_back(file, &fonts.m_regular);
    }
    for (auto const& file : set.bold) {
        wanted.emplace_back(file, &fonts.m_bold);
    }
    if (!set.icons.empty()) {
        wanted.emplace_back(set.icons, &fonts.m_icons);
    }
    for (auto const& [file, list] : wanted) {
        if (auto added = fonts.add(file, *list); !added) {
            return tl::unexpected(std::move(added.error()));
        }
    }
    fonts.m_bold.insert(fonts.m_bold.end(), fonts.m_regular.begin(), fonts.m_regular.end());
    fonts.m_icons.insert(fonts.m_icons.end(), fonts.m_regular.begin(), fonts.m_regular.end());
    return fonts;
}

Result<void> Fonts::add(std::filesystem::path const& file, std::vector<FaceId>& list) {
    if (m_faces.size() > std::numeric_limits<FaceId>::max()) {
        return fail(ErrorCode::invalid_input, "more than 256 font files");
    }
    if (auto readable = check_readable(file); !readable) {
        return readable;
    }
    FT_Face face = nullptr;
    FT_Error const error = FT_New_Face(m_library.get(), file.c_str(), 0, &face);
    if (error == FT_Err_Cannot_Open_Resource) {
        return fail(ErrorCode::read_only, fmt::format("font {} cannot be read", file.string()));
    }
    if (error != 0) {
        return fail(ErrorCode::corrupt,
                    fmt::format("font {} is damaged or no font (FreeType {}): {}", file.string(),
                                error, mend(file)));
    }
    FaceHandle handle(face);
    if (!FT_IS_SCALABLE(face) || FT_Select_Charmap(face, FT_ENCODING_UNICODE) != 0 ||
        face->units_per_EM == 0) {
        return fail(ErrorCode::corrupt,
                    fmt::format("font {} is not a scalable font with a Unicode table: {}",
                                file.string(), mend(file)));
    }
    list.push_back(static_cast<FaceId>(m_faces.size()));
    m_faces.push_back(std::move(handle));
    return {};
}

std::span<FaceId const> Fonts::fallback(Weight weight) const {
    switch (weight) {
    case Weight::bold:
        return m_bold;
    case Weight::icon:
        return m_icons;
    case Weight::regular:
        break;
    }
    return m_regular;
}

std::uint32_t Fonts::glyph(FaceId face, char32_t code_point) const {
    return FT_Get_Char_Index(m_faces[face].get(), code_point);
}

FT_FaceRec_* Fonts::at_size(FaceId face, Subpixels size) const {
    FT_Face const handle = m_faces[face].get();
    FT_Set_Char_Size(handle, size, size, kOnePixelPerPoint, kOnePixelPerPoint);
    return handle;
}

Subpixels Fonts::advance(FaceId face, std::uint32_t glyph, Subpixels size) const {
    FT_Fixed advance = 0; // 16.16
    if (FT_Get_Advance(at_size(face, size), glyph, kLoadFlags, &advance) != 0) {
        return 0;
    }
    return static_cast<Subpixels>((advance + 512) >> 10);
}

Metrics Fonts::metrics(FaceId face, float size_px) const {
    FT_FaceRec_& handle = *m_faces[face];
    float const scale = em_scale(handle, size_px);
    auto const* const os2 = static_cast<TT_OS2 const*>(FT_Get_Sfnt_Table(&handle, FT_SFNT_OS2));
    // Version 2 of the table brought the height of capitals; without it seven tenths of an em is
    // the usual.
    bool const told =
        os2 != nullptr && os2->version >= 2 && os2->version != 0xFFFF && os2->sCapHeight > 0;
    float const cap = told ? static_cast<float>(os2->sCapHeight) * scale : 0.7F * size_px;
    return {static_cast<float>(handle.ascender) * scale,
            static_cast<float>(-handle.descender) * scale, cap};
}

GlyphBitmap Fonts::draw(FaceId face, std::uint32_t glyph, Subpixels size) const {
    FT_Face const handle = at_size(face, size);
    if (FT_Load_Glyph(handle, glyph, kLoadFlags) != 0 ||
        FT_Render_Glyph(handle->glyph, FT_RENDER_MODE_NORMAL) != 0) {
        return {};
    }
    FT_Bitmap const& drawn = handle->glyph->bitmap;
    if (drawn.pixel_mode != FT_PIXEL_MODE_GRAY || drawn.width == 0 || drawn.rows == 0) {
        return {};
    }
    GlyphBitmap out;
    out.left = handle->glyph->bitmap_left;
    out.top = handle->glyph->bitmap_top;
    out.width = static_cast<int>(drawn.width);
    out.height = static_cast<int>(drawn.rows);
    out.coverage.reserve(std::size_t{drawn.width} * drawn.rows);
    for (unsigned int row = 0; row < drawn.rows; ++row) {
        unsigned char const* const from =
            drawn.buffer + static_cast<std::ptrdiff_t>(row) * drawn.pitch;
        out.coverage.insert(out.coverage.end(), from, from + drawn.width);
    }
    return out;
}

} // namespace inloop::text
