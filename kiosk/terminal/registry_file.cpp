// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/registry_file.h"

#include "kiosk/terminal/kiosk_setup.h"

#include <array>
#include <fstream>
#include <string_view>
#include <system_error>
#include <variant>

namespace inloop::terminal {

namespace {

// In the order of flow::Screen and of flow::Overlay.
constexpr std::array<std::string_view, 30> kScreens{
    "attract",     "home",     "pages",          "information", "cannot_write",  "happening",
    "subjects",    "desk",     "question",       "write",       "personal_data", "recognisable",
    "where",       "contact",  "contact_detail", "summary",     "already_sent",  "waiting",
    "sending",     "receipt",  "not_stored",     "afterwards",  "code_entry",    "looking_up",
    "code_result", "withdraw", "followed_up",    "service",     "pairing_code",  "linking"};
constexpr std::array<std::string_view, 4> kOverlays{"none", "emergency", "languages",
                                                    "view_settings"};
static_assert(std::variant_size_v<flow::Screen> == kScreens.size());

// Ids are ASCII but for letters with accents; of JSON's special signs the keyboard has '"'.
void write_string(std::ostream& out, std::string_view text) {
    out << '"';
    for (char const c : text) {
        if (c == '"' || c == '\\') {
            out << '\\';
        }
        out << c;
    }
    out << '"';
}

void write_widget(std::ostream& out, ui::Widget const& widget) {
    out << R"({"id": )";
    write_string(out, widget.id);
    out << R"(, "touch": [)" << widget.touch.x << ", " << widget.touch.y << ", " << widget.touch.w
        << ", " << widget.touch.h << R"(], "enabled": )"
        << (widget.enabled && !widget.covered ? "true" : "false") << R"(, "chosen": )"
        << (widget.chosen ? "true" : "false") << '}';
}

// The five words two people compare; nothing else of this screen.
void write_pairing_words(std::ostream& out, flow::Screen const& screen) {
    out << R"("pairing_words": [)";
    char const* comma = "";
    if (auto const* const linking = std::get_if<flow::screen::Linking>(&screen)) {
        for (std::string const& word : linking->words) {
            out << comma;
            write_string(out, word);
            comma = ", ";
        }
    }
    out << ']';
}

void write_state(std::ostream& out, loop::Terminal const& terminal) {
    flow::Journey const& journey = terminal.journey();
    out << R"({"frame": )" << terminal.frames() << R"(, "screen": ")"
        << kScreens[journey.screen().index()] << R"(", "overlay": ")"
        << kOverlays[static_cast<std::size_t>(journey.overlay())] << R"(", "warned": )"
        << (journey.idle_warning() ? "true" : "false") << R"(, "typed_bytes": )"
        << journey.draft().message.text.size() << R"(, "answers": [)";
    char const* comma = "";
    if (flow::CodeVisit const* const visit = journey.visit()) {
        for (SecretText const& answer : visit->news.answers) {
            out << comma << answer.size(); // bytes, never the words
            comma = ", ";
        }
    }
    out << "], ";
    write_pairing_words(out, journey.screen());
    out << R"(, "widgets": [)";
    char const* separator = "\n";
    for (ui::Widget const& widget : terminal.registry().widgets()) {
        out << separator;
        write_widget(out, widget);
        separator = ",\n";
    }
    out << "]}\n";
}

} // namespace

std::function<void(loop::Terminal const&)> registry_writer(std::filesystem::path const& file) {
    if (file.empty()) {
        return [](loop::Terminal const&) {};
    }
    return [file,
            part = std::filesystem::path(file.native() + ".part")](loop::Terminal const& terminal) {
        std::ofstream out(part, std::ios::trunc);
        write_state(out, terminal);
        out.close();
        std::error_code error;
        std::filesystem::rename(part, file, error);
        if (!out || error) {
            log_line(file.string() + ": not written");
        }
    };
}

} // namespace inloop::terminal
