// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "kiosk/pages/rich_text.h"
#include "kiosk/terminal/text/icons.h"
#include "kiosk/terminal/text/style.h"
#include "kiosk/terminal/text/typesetter.h"
#include "kiosk/terminal/ui/pointer.h"
#include "kiosk/terminal/ui/rect.h"
#include "kiosk/terminal/ui/registry.h"
#include "kiosk/terminal/ui/theme.h"
#include "platform/api/display.h"

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct ImDrawData;
struct ImDrawList;
struct ImGuiContext;

namespace inloop::ui {

class Pictures;

// Where lettering stands in its place, vertically.
enum class Stand : std::uint8_t { top, middle, bottom };

// One piece of lettering. It never shrinks silently: where it does not fit at `size_px`, the next
// of `smaller_px` is tried, and when none fits the registry says so and the audit fails.
struct TextSpec {
    Rect place{};
    float size_px = 16;
    float smallest_px = 0; // 0: only size_px; else tried in steps down to this
    Colour colour{};
    std::optional<Colour> bold_colour{}; // of bold spans, where it differs
    Colour ground{}; // what it stands on
    text::Align align = text::Align::start;
    Stand stand = Stand::top;
    float line_height = 1.35F; // of the size
    bool bold = false; // all of it
    bool one_line = false;
};

// How a text is broken into lines.
struct TextLines {
    std::vector<std::size_t> starts; // one for each line
    float line_height = 0;
    bool whole_words = true; // no word was broken
};

// What a finger does to something touchable in this frame.
struct Touch {
    bool pressed = false; // a finger lies on it
    bool began = false; // the finger came down on it in this frame
    bool tapped = false; // pressed and let go on it, without dragging
};

struct TouchSpec {
    std::string id{};
    Role role = Role::button;
    std::string label{};
    Rect rect{};
    float margin =
        0; // the touch area reaches this far beyond the rectangle: half the gap to its neighbour
    bool enabled = true;
    bool chosen = false;
};

// Draws one frame after another with Dear ImGui: begin(), any number of calls, end(). Dear ImGui
// gives ids, hit testing, clipping and the draw list; letters are the project's own
// (text::Typesetter). Everything drawn is in the registry.
//
// Owned by the terminal; one thread. One Ui at a time in a thread (Dear ImGui's context is a
// global).
class Ui {
public:
    // `display` and `typesetter` outlive the Ui.
    [[nodiscard]] static Result<std::unique_ptr<Ui>> create(platform::Display& display,
                                                            text::Typesetter& typesetter);
    ~Ui();
    Ui(Ui const&) = delete;
    Ui& operator=(Ui const&) = delete;

    void begin(Theme const& theme, PointerState const& pointer, std::string_view language,
               Instant now);
    // Ends the frame and uploads new letters. nullptr when the letters did not all fit the atlas,
    // which has been emptied: draw the same frame once more.
    [[nodiscard]] ImDrawData const* end();

    [[nodiscard]] Theme const& theme() const { return m_theme; }
    [[nodiscard]] Registry const& registry() const { return m_registry; }
    [[nodiscard]] PointerState const& pointer() const { return m_pointer; }
    [[nodiscard]] Rect screen() const;
    [[nodiscard]] Pictures& pictures() { return *m_pictures; }
    // True when something moves and another frame should follow soon.
    [[nodiscard]] bool moving() const { return m_moving; }
    void keep_moving() { m_moving = true; }
    [[nodiscard]] Instant now() const { return m_now; }

    // Shapes. Radius 0 is a sharp corner.
    void fill(Rect const& rect, Colour colour, float radius = 0);
    void outline(Rect const& rect, Colour colour, float thickness, float radius = 0);
    void disc(float x, float y, float radius, Colour colour);
    void ring(float x, float y, float radius, Colour colour, float thickness);
    void polygon(std::span<platform::Point const> convex, Colour colour);
    void picture(platform::TextureId texture, Rect const& rect);

    // Lettering. Returns the part of the place it used.
    Rect text(TextSpec const& spec, std::string_view words);
    Rect text(TextSpec const& spec, pages::RichText const& words);
    // How tall `words` become in `width`, at spec.size_px.
    [[nodiscard]] float text_height(TextSpec const& spec, pages::RichText const& words,
                                    float width);
    // Where each line of `words` begins, as a byte of the joined spans, in `width` at spec.size_px.
    [[nodiscard]] TextLines text_lines(TextSpec const& spec, pages::RichText const& words,
                                       float width);
    [[nodiscard]] float text_width(TextSpec const& spec, std::string_view words);
    void icon(text::Icon icon, Rect const& place, float size_px, Colour colour);
    // Draws a layout made elsewhere with its origin at (x, y); lines outside `visible` are left
    // out.
    void layout(text::Layout const& layout, float x, float y, Colour colour, Rect const& visible);
    [[nodiscard]] text::Typesetter& typesetter() { return *m_typesetter; }
    [[nodiscard]] std::string_view language() const { return m_language; }
    // Puts on record what was drawn by layout().
    void record(Lettering lettering);

    // Something touchable. The caller draws it.
    Touch touch(TouchSpec const& spec);

    // Speed of a thrown list in px/s, kept between frames by id.
    [[nodiscard]] float& throw_speed(std::string const& id) { return m_throw_speeds[id]; }

    // From here to the end of the frame or the next call: does what is drawn lie under a dialog?
    // Then it is visible, on record as covered, and not touchable.
    void set_covered(bool covered) { m_covered = covered; }
    // While one lives, nothing is drawn or touched outside `rect`.
    class Clip {
    public:
        Clip(Ui& ui, Rect const& rect);
        ~Clip();
        Clip(Clip const&) = delete;
        Clip& operator=(Clip const&) = delete;

    private:
        Ui& m_ui;
        Rect m_before;
    };
    [[nodiscard]] bool covered() const { return m_covered; }
    [[nodiscard]] Rect const& clip() const { return m_clip; }

private:
    Ui(platform::Display& display, text::Typesetter& typesetter);
    [[nodiscard]] Result<void> start();
    void point_imgui_at_atlas();
    void feed_pointer();
    void open_window();
    void forget_longer_frames();
    Rect draw_text(TextSpec const& spec, std::span<text::Span const> spans);
    [[nodiscard]] text::ParagraphStyle paragraph(TextSpec const& spec, float size_px) const;

    platform::Display* m_display;
    text::Typesetter* m_typesetter;
    std::unique_ptr<Pictures> m_pictures;
    ImGuiContext* m_context = nullptr;
    ImDrawList* m_draw = nullptr;
    platform::TextureId m_atlas_texture = 0;
    std::uint64_t m_generation = 0;
    Theme m_theme;
    PointerState m_pointer;
    std::string m_language;
    Instant m_now;
    Registry m_registry;
    Rect m_clip;
    platform::PixelSize m_last_size;
    bool m_covered = false;
    bool m_moving = false;
    std::map<std::string, float> m_throw_speeds;
};

} // namespace inloop::ui
