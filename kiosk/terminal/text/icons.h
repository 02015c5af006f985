// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace inloop::text {

// The icons of the screens and of the log (look.md section 2, "Icons"), by their names in Material
// Icons.
enum class Icon : std::uint8_t {
    delete_sweep,
    arrow_back,
    arrow_forward,
    language,
    format_size,
    tonality,
    vertical_align_bottom,
    volume_up,
    help_outline,
    chat_bubble_outline,
    lightbulb_outline,
    info_outline,
    call_split,
    dialpad,
    schedule,
    meeting_room,
    phone,
    smartphone,
    directions_car,
    people_outline,
    smoking_rooms,
    music_note,
    lock_open,
    build,
    favorite_border,
    person_outline,
    more_horiz,
    backspace,
    keyboard_return,
    keyboard_arrow_up,
    keyboard_arrow_down,
    edit,
    send,
    check,
    check_circle,
    verified_user,
    touch_app,
    timer,
    forum,
    assignment,
    link,
    share,
    visibility,
    undo,
    title,
    format_bold,
    format_list_numbered,
    format_list_bulleted,
    image,
    print,
    menu,
    check_circle_outline,
    sentiment_satisfied,
    sentiment_neutral,
    sentiment_dissatisfied,
    mail_outline,
    lock_outline,
};

inline constexpr std::size_t kIconCount = static_cast<std::size_t>(Icon::lock_outline) + 1;

// The code point of an icon in the icon font.
[[nodiscard]] char32_t code_point(Icon icon);

// The same as text of a Span of Weight::icon. Lives as long as the program.
[[nodiscard]] std::string_view utf8(Icon icon);

// The name as assets write it: "arrow_back".
[[nodiscard]] std::string_view name(Icon icon);

// By name; nullopt for one that is not in the list above.
[[nodiscard]] std::optional<Icon> icon_by_name(std::string_view name);
[[nodiscard]] std::optional<char32_t> icon_code_point(std::string_view name);

} // namespace inloop::text
