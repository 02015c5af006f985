// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/ui.h"

#include "kiosk/terminal/text/atlas.h"
#include "kiosk/terminal/text/icons.h"
#include "kiosk/terminal/text/layout.h"
#include "kiosk/terminal/ui/pictures.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cfloat>
#include <cmath>
#include <utility>
#include <vector>

namespace inloop::ui {

namespace {

ImU32 packed(Colour c) {
    return IM_COL32(c.r, c.g, c.b, c.a);
}

ImVec2 vec(float x, float y) {
    return {x, y};
}

ImTextureID imgui_texture(platform::TextureId id) {
    // NOLINTNEXTLINE(performance-no-int-to-ptr): Dear ImGui carries any number as a pointer
    return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(id));
}

Rect intersection(Rect const& a, Rect const& b) {
    float const x = std::max(a.x, b.x);
    float const y = std::max(a.y, b.y);
    return {x, y, std::max(0.0F, std::min(a.right(), b.right()) - x),
            std::max(0.0F, std::min(a.bottom(), b.bottom()) - y)};
}

// What pieces of a text are drawn in: the tone of a span is the place of its colour here.
constexpr std::uint8_t kPlainTone = 0;
constexpr std::uint8_t kBoldTone = 1;

std::vector<text::Span> spans_of(pages::RichText const& words, bool all_bold) {
    std::vector<text::Span> spans;
    spans.reserve(words.size());
    for (pages::Span const& span : words) {
        bool const bold = span.bold || all_bold;
        spans.push_back({span.text, bold ? text::Weight::bold : text::Weight::regular,
                         span.bold ? kBoldTone : kPlainTone});
    }
    return spans;
}

void draw_glyphs(ImDrawList& draw, std::span<text::Glyph const> glyphs, float x, float y,
                 std::array<ImU32, 2> const& colours, float texel) {
    draw.PrimReserve(static_cast<int>(glyphs.size()) * 6, static_cast<int>(glyphs.size()) * 4);
    for (text::Glyph const& glyph : glyphs) {
        float const left = x + glyph.x;
        float const top = y + glyph.y;
        auto const u = static_cast<float>(glyph.atlas_x);
        auto const v = static_cast<float>(glyph.atlas_y);
        auto const w = static_cast<float>(glyph.width);
        auto const h = static_cast<float>(glyph.height);
        draw.PrimRectUV(vec(left, top), vec(left + w, top + h), vec(u * texel, v * texel),
                        vec((u + w) * texel, (v + h) * texel),
                        colours[glyph.tone < 2 ? glyph.tone : 0]);
    }
}

} // namespace

Ui::Clip::Clip(Ui& ui, Rect const& rect) : m_ui(ui), m_before(ui.m_clip) {
    m_ui.m_clip = intersection(m_before, rect);
    m_ui.m_draw->PushClipRect(vec(m_ui.m_clip.x, m_ui.m_clip.y),
                              vec(m_ui.m_clip.right(), m_ui.m_clip.bottom()));
}

Ui::Clip::~Clip() {
    m_ui.m_draw->PopClipRect();
    m_ui.m_clip = m_before;
}

Result<std::unique_ptr<Ui>> Ui::create(platform::Display& display, text::Typesetter& typesetter) {
    std::unique_ptr<Ui> ui(new Ui(display, typesetter));
    if (auto started = ui->start(); !started) {
        return tl::unexpected(started.error());
    }
    return ui;
}

Ui::Ui(platform::Display& display, text::Typesetter& typesetter)
    : m_display(&display)
    , m_typesetter(&typesetter)
    , m_pictures(std::make_unique<Pictures>(display)) {}

Ui::~Ui() {
    if (m_context != nullptr) {
        ImGui::DestroyContext(m_context);
    }
    if (m_atlas_texture != 0) {
        m_display->destroy_texture(m_atlas_texture);
    }
}

Result<void> Ui::start() {
    m_context = ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr; // nothing of a visit is ever written to disk
    io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
    // Dear ImGui insists on a font of its own. Its letters are never shown; fills sample the white
    // corner of our atlas, so that a whole frame is one texture.
    io.Fonts->Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors;
    io.Fonts->AddFontDefault();
    io.Fonts->Build();
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = vec(0, 0);
    style.WindowBorderSize = 0;
    style.WindowRounding = 0;

    int const side = m_typesetter->atlas().side();
    auto texture = m_display->create_texture({side, side}, platform::TextureFormat::alpha8);
    if (!texture) {
        return tl::unexpected(texture.error());
    }
    m_atlas_texture = *texture;
    return {};
}

void Ui::begin(Theme const& theme, PointerState const& pointer, std::string_view language,
               Instant now) {
    m_theme = theme;
    m_pointer = pointer;
    m_language = language;
    m_now = now;
    m_moving = false;
    m_covered = false;
    m_registry.clear();
    m_typesetter->begin_frame();
    m_generation = m_typesetter->atlas().generation();
    ImGui::SetCurrentContext(m_context);
    ImGuiIO& io = ImGui::GetIO();
    auto const size = theme.spec.size;
    io.DisplaySize = vec(static_cast<float>(size.width), static_cast<float>(size.height));
    io.DeltaTime = 1.0F / 60.0F;
    point_imgui_at_atlas();
    if (size != m_last_size) {
        // Dear ImGui finds what lies under the finger among the windows of the frame before: give
        // it one.
        m_last_size = size;
        io.MousePos = vec(-FLT_MAX, -FLT_MAX);
        io.MouseDown[0] = false;
        ImGui::NewFrame();
        open_window();
        ImGui::End();
        ImGui::EndFrame();
    }
    feed_pointer();
    ImGui::NewFrame();
    open_window();
}

void Ui::point_imgui_at_atlas() {
    ImFontAtlas& fonts = *ImGui::GetIO().Fonts;
    fonts.SetTexID(imgui_texture(m_atlas_texture));
    float const white = 2.0F / static_cast<float>(m_typesetter->atlas().side());
    fonts.TexUvWhitePixel = vec(white, white);
}

void Ui::feed_pointer() {
    // Set directly, which both 1.86 and 1.90 honour; Pointer already hands over one press or
    // release a frame.
    ImGuiIO& io = ImGui::GetIO();
    bool const present = m_pointer.down || m_pointer.released;
    io.MousePos = present ? vec(m_pointer.at.x, m_pointer.at.y) : vec(-FLT_MAX, -FLT_MAX);
    io.MouseDown[0] = m_pointer.down;
}

void Ui::open_window() {
    ImGui::SetNextWindowPos(vec(0, 0));
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::Begin("kiosk", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse);
    m_draw = ImGui::GetWindowDrawList();
    m_clip = screen();
}

// Dear ImGui draws each frame over the last and leaves behind what a longer one drew further on:
// pictures of letters in the order in which a visitor typed them, until a screen as full comes by.
void Ui::forget_longer_frames() {
    ImVector<ImDrawVert>& corners = m_draw->VtxBuffer;
    std::fill(corners.Data + corners.Size, corners.Data + corners.Capacity, ImDrawVert{});
}

ImDrawData const* Ui::end() {
    ImGui::End();
    ImGui::Render();
    forget_longer_frames();
    m_draw = nullptr;
    text::Atlas& atlas = m_typesetter->atlas();
    for (text::AtlasChange const& change : atlas.take_changes()) {
        m_display->update_texture(m_atlas_texture, change.area, change.pixels);
    }
    return atlas.generation() == m_generation ? ImGui::GetDrawData() : nullptr;
}

Rect Ui::screen() const {
    return {0, 0, static_cast<float>(m_theme.spec.size.width),
            static_cast<float>(m_theme.spec.size.height)};
}

void Ui::fill(Rect const& rect, Colour colour, float radius) {
    m_draw->AddRectFilled(vec(rect.x, rect.y), vec(rect.right(), rect.bottom()), packed(colour),
                          radius);
}

void Ui::outline(Rect const& rect, Colour colour, float thickness, float radius) {
    // Dear ImGui centres a line on its path, which it moves half a pixel inside: keep the line
    // within the rectangle.
    Rect const path = rect.grown(0.5F - thickness / 2);
    m_draw->AddRect(vec(path.x, path.y), vec(path.right(), path.bottom()), packed(colour),
                    std::max(0.0F, radius - thickness / 2), 0, thickness);
}

void Ui::disc(float x, float y, float radius, Colour colour) {
    m_draw->AddCircleFilled(vec(x, y), radius, packed(colour));
}

void Ui::ring(float x, float y, float radius, Colour colour, float thickness) {
    m_draw->AddCircle(vec(x, y), radius - thickness / 2, packed(colour), 0, thickness);
}

void Ui::polygon(std::span<platform::Point const> convex, Colour colour) {
    std::vector<ImVec2> points;
    points.reserve(convex.size());
    for (platform::Point const& p : convex) {
        points.emplace_back(p.x, p.y);
    }
    m_draw->AddConvexPolyFilled(points.data(), static_cast<int>(points.size()), packed(colour));
}

void Ui::picture(platform::TextureId texture, Rect const& rect) {
    m_draw->AddImage(imgui_texture(texture), vec(rect.x, rect.y), vec(rect.right(), rect.bottom()));
}

text::ParagraphStyle Ui::paragraph(TextSpec const& spec, float size_px) const {
    text::ParagraphStyle style;
    style.size_px = size_px;
    style.line_height_px = std::round(size_px * spec.line_height);
    style.width_px = spec.one_line ? 0 : spec.place.w;
    style.align = spec.align;
    style.language = m_language;
    return style;
}

Rect Ui::text(TextSpec const& spec, std::string_view words) {
    std::array<text::Span, 1> const spans{
        {{words, spec.bold ? text::Weight::bold : text::Weight::regular, kPlainTone}}};
    return draw_text(spec, spans);
}

Rect Ui::text(TextSpec const& spec, pages::RichText const& words) {
    return draw_text(spec, spans_of(words, spec.bold));
}

namespace {

bool fits(TextSpec const& spec, text::Layout const& layout) {
    return !layout.overflowed() && layout.width() <= spec.place.w + 0.5F &&
           layout.height() <= spec.place.h + 0.5F;
}

std::string joined(std::span<text::Span const> spans) {
    std::string all;
    for (text::Span const& span : spans) {
        all += span.text;
    }
    return all;
}

} // namespace

Rect Ui::draw_text(TextSpec const& spec, std::span<text::Span const> spans) {
    float const smallest = spec.smallest_px > 0 ? spec.smallest_px : spec.size_px;
    float size = spec.size_px;
    while (size > smallest && !fits(spec, m_typesetter->measure(spans, paragraph(spec, size)))) {
        size = std::max(smallest, size - 1);
    }
    text::Layout const& layout = m_typesetter->lay_out(spans, paragraph(spec, size));
    float const room = spec.place.h - layout.height();
    float const down =
        spec.stand == Stand::top ? 0 : (spec.stand == Stand::middle ? room / 2 : room);
    float x = spec.place.x;
    if (spec.one_line) { // laid out without a width: aligned here
        float const free = spec.place.w - layout.width();
        x += spec.align == text::Align::start
                 ? 0
                 : (spec.align == text::Align::centre ? free / 2 : free);
    }
    float const y = spec.place.y + std::max(0.0F, down);
    Rect used{std::round(x), std::round(y), layout.width(), layout.height()};
    std::array<ImU32, 2> const colours{packed(spec.colour),
                                       packed(spec.bold_colour.value_or(spec.colour))};
    draw_glyphs(*m_draw, layout.glyphs(), used.x, used.y, colours,
                1.0F / static_cast<float>(m_typesetter->atlas().side()));
    if (!layout.lines().empty() && !spec.one_line) {
        float left = layout.lines().front().left;
        for (text::Line const& line : layout.lines()) {
            left = std::min(left, line.left);
        }
        used.x += left;
    }
    record({.text = joined(spans),
            .place = spec.place,
            .used = used,
            .cut = !fits(spec, layout),
            .covered = m_covered,
            .colour = spec.colour,
            .ground = spec.ground,
            .size_px = size});
    return used;
}

float Ui::text_height(TextSpec const& spec, pages::RichText const& words, float width) {
    text::ParagraphStyle style = paragraph(spec, spec.size_px);
    style.width_px = width;
    return m_typesetter->measure(spans_of(words, spec.bold), style).height();
}

TextLines Ui::text_lines(TextSpec const& spec, pages::RichText const& words, float width) {
    text::ParagraphStyle style = paragraph(spec, spec.size_px);
    style.width_px = width;
    text::Layout const& layout = m_typesetter->measure(spans_of(words, spec.bold), style);
    TextLines lines{
        .starts = {}, .line_height = layout.line_height(), .whole_words = !layout.overflowed()};
    for (text::Line const& line : layout.lines()) {
        lines.starts.push_back(line.from);
    }
    return lines;
}

float Ui::text_width(TextSpec const& spec, std::string_view words) {
    std::array<text::Span, 1> const spans{
        {{words, spec.bold ? text::Weight::bold : text::Weight::regular, kPlainTone}}};
    text::ParagraphStyle style = paragraph(spec, spec.size_px);
    style.width_px = 0;
    return m_typesetter->measure(spans, style).width();
}

void Ui::icon(text::Icon icon, Rect const& place, float size_px, Colour colour) {
    std::string_view const symbol = text::utf8(icon);
    std::array<text::Span, 1> const spans{{{symbol, text::Weight::icon, kPlainTone}}};
    text::ParagraphStyle style;
    style.size_px = size_px;
    style.line_height_px = size_px;
    text::Layout const& layout = m_typesetter->lay_out(spans, style);
    std::array<ImU32, 2> const colours{packed(colour), packed(colour)};
    draw_glyphs(*m_draw, layout.glyphs(), std::round(place.x + (place.w - layout.width()) / 2),
                std::round(place.y + (place.h - layout.height()) / 2), colours,
                1.0F / static_cast<float>(m_typesetter->atlas().side()));
}

void Ui::layout(text::Layout const& layout, float x, float y, Colour colour, Rect const& visible) {
    std::array<ImU32, 2> const colours{packed(colour), packed(colour)};
    text::WipedVector<text::Glyph> shown;
    for (text::Glyph const& glyph : layout.glyphs()) {
        float const top = y + glyph.y;
        if (top < visible.bottom() && top + static_cast<float>(glyph.height) > visible.y) {
            shown.push_back(glyph);
        }
    }
    draw_glyphs(*m_draw, shown, std::round(x), std::round(y), colours,
                1.0F / static_cast<float>(m_typesetter->atlas().side()));
}

void Ui::record(Lettering lettering) {
    lettering.used = intersection(lettering.used, m_clip);
    if (lettering.used.w > 0 && lettering.used.h > 0) {
        m_registry.add(std::move(lettering));
    }
}

Touch Ui::touch(TouchSpec const& spec) {
    Rect const area = intersection(spec.rect.grown(spec.margin), m_clip);
    if (area.w < 1 || area.h < 1) {
        return {};
    }
    bool const live = spec.enabled && !m_covered;
    Touch touch;
    if (live) {
        ImGui::SetCursorScreenPos(vec(area.x, area.y));
        bool const fired = ImGui::InvisibleButton(spec.id.c_str(), vec(area.w, area.h));
        touch.pressed = ImGui::IsItemActive() && ImGui::IsItemHovered() && !m_pointer.dragged;
        touch.began = ImGui::IsItemActivated();
        touch.tapped = fired && !m_pointer.dragged;
    }
    m_registry.add(Widget{.id = spec.id,
                          .role = spec.role,
                          .label = spec.label,
                          .rect = spec.rect,
                          .touch = area,
                          .enabled = spec.enabled,
                          .pressed = touch.pressed,
                          .chosen = spec.chosen,
                          .covered = m_covered});
    return touch;
}

} // namespace inloop::ui
