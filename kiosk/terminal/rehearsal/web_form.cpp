// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/rehearsal/web_form.h"

#include "kiosk/base/percent.h"

#include <algorithm>
#include <array>

namespace inloop::rehearsal {
namespace {

// What the templates of the log escape.
constexpr std::array<std::pair<std::string_view, char>, 5> kEscapes{
    {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}}};

std::string unescaped(std::string_view html) {
    std::string text;
    while (!html.empty()) {
        auto const* const escape = std::ranges::find_if(
            kEscapes, [html](auto const& one) { return html.starts_with(one.first); });
        bool const escaped = escape != kEscapes.end();
        text += escaped ? escape->second : html.front();
        html.remove_prefix(escaped ? escape->first.size() : 1);
    }
    return text;
}

// Takes the page up to and with the next `mark` off its front; nullopt when there is none.
std::optional<std::string_view> take_until(std::string_view& page, std::string_view mark) {
    std::size_t const at = page.find(mark);
    if (at == std::string_view::npos) {
        return std::nullopt;
    }
    std::string_view const before = page.substr(0, at);
    page.remove_prefix(at + mark.size());
    return before;
}

// What stands between "<name " and ">" of the next such tag, which is taken off the page.
std::optional<std::string_view> take_tag(std::string_view& page, std::string_view name) {
    return take_until(page, "<" + std::string(name) + " ") ? take_until(page, ">") : std::nullopt;
}

std::optional<std::string> attribute(std::string_view tag, std::string_view name) {
    std::string const begin = " " + std::string(name) + "=\"";
    std::string const whole = " " + std::string(tag);
    std::string_view rest = whole;
    std::optional<std::string_view> const value =
        take_until(rest, begin) ? take_until(rest, "\"") : std::nullopt;
    return value ? std::optional(unescaped(*value)) : std::nullopt;
}

bool has_class(std::string_view tag, std::string_view name) {
    std::string const all = " " + attribute(tag, "class").value_or("") + " ";
    return all.find(" " + std::string(name) + " ") != std::string::npos;
}

bool sent_untouched(std::string_view input) {
    std::string const type = attribute(input, "type").value_or("text");
    return type == "hidden" ||
           ((type == "radio" || type == "checkbox") &&
            (" " + std::string(input) + " ").find(" checked ") != std::string::npos);
}

} // namespace

std::optional<Fields> untouched_form(std::string_view page, std::string_view action) {
    while (std::optional<std::string_view> const form = take_tag(page, "form")) {
        std::string_view inside = page.substr(0, page.find("</form>"));
        if (attribute(*form, "action") != action) {
            continue;
        }
        Fields fields;
        while (std::optional<std::string_view> const input = take_tag(inside, "input")) {
            if (sent_untouched(*input)) {
                fields.emplace_back(attribute(*input, "name").value_or(""),
                                    attribute(*input, "value").value_or(""));
            }
        }
        return fields;
    }
    return std::nullopt;
}

void fill_in(Fields& fields, std::string_view name, std::string_view value) {
    auto const there =
        std::ranges::find(fields, name, [](auto const& field) { return field.first; });
    if (there == fields.end()) {
        fields.emplace_back(name, value);
    } else {
        there->second = value;
    }
}

std::string encoded(Fields const& fields) {
    std::string text;
    for (auto const& [name, value] : fields) {
        text += text.empty() ? "" : "&";
        text += percent_encoded(name) + '=' + percent_encoded(value);
    }
    return text;
}

std::optional<std::string> text_of_class(std::string_view page, std::string_view class_name) {
    while (take_until(page, "<")) {
        std::optional<std::string_view> const tag = take_until(page, ">");
        if (tag && has_class(*tag, class_name)) {
            return unescaped(page.substr(0, page.find('<')));
        }
    }
    return std::nullopt;
}

std::vector<std::string> links_of_class(std::string_view page, std::string_view class_name) {
    std::vector<std::string> links;
    while (std::optional<std::string_view> const link = take_tag(page, "a")) {
        if (has_class(*link, class_name)) {
            links.push_back(attribute(*link, "href").value_or(""));
        }
    }
    return links;
}

} // namespace inloop::rehearsal
