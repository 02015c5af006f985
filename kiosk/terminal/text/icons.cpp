// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/text/icons.h"

#include <algorithm>
#include <array>

namespace inloop::text {

namespace {

struct Entry {
    char32_t code_point;
    std::string_view utf8;
    std::string_view name;
};

// In the order of Icon. Code points are those of MaterialIcons-Regular.ttf
// (fonts-material-design-icons-iconfont).
constexpr std::array<Entry, kIconCount> kEntries{{
    {U'\xE16C', "\xEE\x85\xAC", "delete_sweep"},
    {U'\xE5C4', "\xEE\x97\x84", "arrow_back"},
    {U'\xE5C8', "\xEE\x97\x88", "arrow_forward"},
    {U'\xE894', "\xEE\xA2\x94", "language"},
    {U'\xE245', "\xEE\x89\x85", "format_size"},
    {U'\xE427', "\xEE\x90\xA7", "tonality"},
    {U'\xE258', "\xEE\x89\x98", "vertical_align_bottom"},
    {U'\xE050', "\xEE\x81\x90", "volume_up"},
    {U'\xE8FD', "\xEE\xA3\xBD", "help_outline"},
    {U'\xE0CB', "\xEE\x83\x8B", "chat_bubble_outline"},
    {U'\xE90F', "\xEE\xA4\x8F", "lightbulb_outline"},
    {U'\xE88F', "\xEE\xA2\x8F", "info_outline"},
    {U'\xE0B6', "\xEE\x82\xB6", "call_split"},
    {U'\xE0BC', "\xEE\x82\xBC", "dialpad"},
    {U'\xE8B5', "\xEE\xA2\xB5", "schedule"},
    {U'\xEB4F', "\xEE\xAD\x8F", "meeting_room"},
    {U'\xE0CD', "\xEE\x83\x8D", "phone"},
    {U'\xE32C', "\xEE\x8C\xAC", "smartphone"},
    {U'\xE531', "\xEE\x94\xB1", "directions_car"},
    {U'\xE7FC', "\xEE\x9F\xBC", "people_outline"},
    {U'\xEB4B', "\xEE\xAD\x8B", "smoking_rooms"},
    {U'\xE405', "\xEE\x90\x85", "music_note"},
    {U'\xE898', "\xEE\xA2\x98", "lock_open"},
    {U'\xE869', "\xEE\xA1\xA9", "build"},
    {U'\xE87E', "\xEE\xA1\xBE", "favorite_border"},
    {U'\xE7FF', "\xEE\x9F\xBF", "person_outline"},
    {U'\xE5D3', "\xEE\x97\x93", "more_horiz"},
    {U'\xE14A', "\xEE\x85\x8A", "backspace"},
    {U'\xE31B', "\xEE\x8C\x9B", "keyboard_return"},
    {U'\xE316', "\xEE\x8C\x96", "keyboard_arrow_up"},
    {U'\xE313', "\xEE\x8C\x93", "keyboard_arrow_down"},
    {U'\xE3C9', "\xEE\x8F\x89", "edit"},
    {U'\xE163', "\xEE\x85\xA3", "send"},
    {U'\xE5CA', "\xEE\x97\x8A", "check"},
    {U'\xE86C', "\xEE\xA1\xAC", "check_circle"},
    {U'\xE8E8', "\xEE\xA3\xA8", "verified_user"},
    {U'\xE913', "\xEE\xA4\x93", "touch_app"},
    {U'\xE425', "\xEE\x90\xA5", "timer"},
    {U'\xE0BF', "\xEE\x82\xBF", "forum"},
    {U'\xE85D', "\xEE\xA1\x9D", "assignment"},
    {U'\xE157', "\xEE\x85\x97", "link"},
    {U'\xE80D', "\xEE\xA0\x8D", "share"},
    {U'\xE8F4', "\xEE\xA3\xB4", "visibility"},
    {U'\xE166', "\xEE\x85\xA6", "undo"},
    {U'\xE264', "\xEE\x89\xA4", "title"},
    {U'\xE238', "\xEE\x88\xB8", "format_bold"},
    {U'\xE242', "\xEE\x89\x82", "format_list_numbered"},
    {U'\xE241', "\xEE\x89\x81", "format_list_bulleted"},
    {U'\xE3F4', "\xEE\x8F\xB4", "image"},
    {U'\xE8AD', "\xEE\xA2\xAD", "print"},
    {U'\xE5D2', "\xEE\x97\x92", "menu"},
    {U'\xE92D', "\xEE\xA4\xAD", "check_circle_outline"},
    {U'\xE813', "\xEE\xA0\x93", "sentiment_satisfied"},
    {U'\xE812', "\xEE\xA0\x92", "sentiment_neutral"},
    {U'\xE811', "\xEE\xA0\x91", "sentiment_dissatisfied"},
    {U'\xE0E1', "\xEE\x83\xA1", "mail_outline"},
    {U'\xE899', "\xEE\xA2\x99", "lock_outline"},
}};

Entry const& entry(Icon icon) {
    return kEntries.at(static_cast<std::size_t>(icon));
}

} // namespace

char32_t code_point(Icon icon) {
    return entry(icon).code_point;
}

std::string_view utf8(Icon icon) {
    return entry(icon).utf8;
}

std::string_view name(Icon icon) {
    return entry(icon).name;
}

std::optional<Icon> icon_by_name(std::string_view name) {
    auto const* const found = std::find_if(kEntries.begin(), kEntries.end(),
                                           [name](Entry const& e) { return e.name == name; });
    if (found == kEntries.end()) {
        return std::nullopt;
    }
    return static_cast<Icon>(found - kEntries.begin());
}

std::optional<char32_t> icon_code_point(std::string_view name) {
    auto const icon = icon_by_name(name);
    return icon ? std::optional(code_point(*icon)) : std::nullopt;
}

} // namespace inloop::text
