// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/pages/rich_text.h"
#include "kiosk/terminal/text/icons.h"
#include "kiosk/terminal/ui/ui.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::ui {

enum class ButtonLook : std::uint8_t { plain, main_action };
enum class ButtonFace : std::uint8_t {
    word,
    icon_only
}; // icon_only: the label is spoken, not shown
enum class IconSide : std::uint8_t { before, after };

struct ButtonSpec {
    std::string id{};
    Rect rect{}; // with its bottom edge
    std::string label{};
    std::optional<text::Icon> icon{};
    IconSide icon_side = IconSide::before;
    ButtonLook look = ButtonLook::plain;
    ButtonFace face = ButtonFace::word;
    float size_px = 0; // 0: the theme's size for this look
    bool enabled = true;
    bool chosen = false;
};

// A button with a word and perhaps an icon. True in the frame in which it was tapped.
[[nodiscard]] bool button(Ui& ui, ButtonSpec const& spec);

struct TileSpec {
    std::string id{};
    Rect rect{};
    std::string label{};
    text::Icon icon = text::Icon::info_outline;
    float size_px = 0; // 0: the theme's, smaller where it must
};

// A large tile with an icon in a square: above the word where the tile is tall enough, else left of
// it. Its words take lines of about the same length.
[[nodiscard]] bool tile(Ui& ui, TileSpec const& spec);
// The largest size at which the words of all `tiles` fit, so that none weighs more.
[[nodiscard]] float tile_size(Ui& ui, std::span<TileSpec const> tiles);

// A row of the display settings: flat, icon above its word; blue while it is on.
struct SettingSpec {
    std::string id{};
    Rect rect{};
    std::string label{};
    text::Icon icon = text::Icon::language;
    bool on = false;
};
[[nodiscard]] bool setting(Ui& ui, SettingSpec const& spec);

enum class CardLook : std::uint8_t { plain, information };
// A flat card: for reading, not for touching.
void card(Ui& ui, Rect const& rect, CardLook look);

// How a touchable thing is drawn: face, border and bottom edge. Returns where its content goes
// (lower while pressed).
struct BoxLook {
    Colour face, border, edge;
    float radius = 0;
    float depth = 0; // height of the bottom edge
};
Rect box(Ui& ui, Rect const& rect, BoxLook const& look, bool pressed);
// The look of something that cannot be touched now: no fill, a line, no edge.
[[nodiscard]] BoxLook disabled_look(Theme const& theme, float radius);

// What a finger and the visitor's choice make of something that can be touched.
struct TouchState {
    bool enabled = true;
    bool chosen = false;
    bool pressed = false;
};
// How it looks then: the same for a button, a tile, a row and an answer. `square` lies under the
// icon, `ground` under the words.
struct TouchLook {
    BoxLook box;
    Colour words, soft_words, icon, square, ground;
};
[[nodiscard]] TouchLook touch_look(Theme const& theme, TouchState const& state);

// A number in a disc, as steps and code words carry.
struct NumberSpec {
    float x = 0; // centre
    float y = 0;
    float radius = 20;
    int number = 1;
    Colour disc{};
    Colour letter{};
    float size_px = 20;
};
void number(Ui& ui, NumberSpec const& spec);

// Texts that stand under each other and must be of one size.
struct TextGroup {
    std::vector<pages::RichText> texts;
    float width = 0;
    float height = 0; // all of it
    float gap = 0; // between two
    float least = 0; // height of the lowest row, such as the disc of a step's number
};
// The largest size from spec.size_px down to spec.smallest_px at which the group fits.
[[nodiscard]] float fitting_size(Ui& ui, TextSpec const& spec, TextGroup const& group);

// Colours a piece of text takes on a ground.
[[nodiscard]] TextSpec body_text(Theme const& theme, Rect const& place, float size_px);

} // namespace inloop::ui
