// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/rendered_lines.h"

#include <charconv>
#include <optional>

namespace inloop::officerlog {

namespace {

std::vector<std::string> split(std::string_view text, char at) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t end = text.find(at); end != std::string_view::npos;
         end = text.find(at, begin)) {
        parts.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    parts.emplace_back(text.substr(begin));
    return parts;
}

std::optional<int> number(std::string_view text) {
    int value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value)
                                                                    : std::nullopt;
}

std::string name_of_picture(std::size_t from_zero) {
    return std::to_string(from_zero + 1) + ".png";
}

// False when the line is none that we know. What is found on a picture is told before its name.
bool take(std::vector<std::string> const& words, std::string const& file, RenderedLines& lines) {
    std::string const next = name_of_picture(lines.pictures.size());
    if (words.size() == 2 && words[0] == "picture" && words[1] == next) {
        lines.pictures.push_back(next);
        return true;
    }
    if (words.size() == 4 && words[0] == "finding" && words[1] == next) {
        lines.findings.push_back({lines.pictures.size(), words[2], words[3]});
        return true;
    }
    std::optional<int> const line =
        words.size() == 4 && words[0] == "fault" ? number(words[1]) : std::nullopt;
    if (line) {
        lines.faults.push_back({.file = file, .line = *line, .cause = words[2], .mend = words[3]});
    }
    return line.has_value();
}

} // namespace

Result<RenderedLines> read_rendered(std::string_view said, std::string const& file) {
    RenderedLines lines;
    for (std::string const& line : split(said, '\n')) {
        if (!line.empty() && !take(split(line, '\t'), file, lines)) {
            return fail(ErrorCode::invalid_input,
                        "inloop-kiosk says what is not known here: " + line);
        }
    }
    return lines;
}

} // namespace inloop::officerlog
