// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/loop/recording.h"

#include <array>
#include <cmath>
#include <optional>
#include <sstream>
#include <utility>

namespace inloop::loop {

using platform::DisplayEvent;
using platform::FingerEvent;
using platform::FingerPhase;
using platform::InputEvent;
using platform::Key;
using platform::KeyEvent;

namespace {

constexpr std::string_view kHeader = "inloop-recording 1";
// An hour of moving a finger is under 20 MB; more is not a recording.
constexpr std::uintmax_t kLargestRecording = 64U << 20U;

constexpr std::array<std::pair<std::string_view, FingerPhase>, 4> kPhases{
    {{"down", FingerPhase::down},
     {"move", FingerPhase::move},
     {"up", FingerPhase::up},
     {"cancelled", FingerPhase::cancelled}}};
constexpr std::array<std::pair<std::string_view, Key>, 7> kKeys{{{"up", Key::up},
                                                                 {"down", Key::down},
                                                                 {"left", Key::left},
                                                                 {"right", Key::right},
                                                                 {"enter", Key::enter},
                                                                 {"back", Key::back},
                                                                 {"presence", Key::presence}}};
constexpr std::array<std::pair<std::string_view, DisplayEvent::What>, 4> kDisplay{
    {{"lost", DisplayEvent::What::lost},
     {"back", DisplayEvent::What::back},
     {"resized", DisplayEvent::What::resized},
     {"exposed", DisplayEvent::What::exposed}}};

template <class Table, class Value>
std::string_view name_of(Table const& table, Value value) {
    for (auto const& [name, one] : table) {
        if (one == value) {
            return name;
        }
    }
    return {};
}

template <class Value, std::size_t N>
std::optional<Value> by_name(std::array<std::pair<std::string_view, Value>, N> const& table,
                             std::string_view name) {
    for (auto const& [one, value] : table) {
        if (one == name) {
            return value;
        }
    }
    return std::nullopt;
}

std::optional<InputEvent> parse_finger(FingerPhase phase, std::istringstream& line, Instant time) {
    FingerEvent event{.phase = phase, .time = time};
    if (line >> event.finger >> event.at.x >> event.at.y && std::isfinite(event.at.x) &&
        std::isfinite(event.at.y)) {
        return event;
    }
    return std::nullopt;
}

std::optional<InputEvent> parse_key(std::istringstream& line, Instant time) {
    std::string key;
    std::string state;
    line >> key >> state;
    auto const which = by_name(kKeys, key);
    if (!which || (state != "pressed" && state != "released")) {
        return std::nullopt;
    }
    return KeyEvent{.key = *which, .pressed = state == "pressed", .time = time};
}

std::optional<InputEvent> parse_event(std::string const& kind, std::istringstream& line,
                                      Instant time) {
    if (auto const phase = by_name(kPhases, kind)) {
        return parse_finger(*phase, line, time);
    }
    if (kind == "key") {
        return parse_key(line, time);
    }
    if (kind == "display") {
        std::string what;
        line >> what;
        if (auto const known = by_name(kDisplay, what)) {
            return DisplayEvent{*known};
        }
    }
    if (kind == "quit") {
        return platform::QuitEvent{};
    }
    return std::nullopt;
}

std::string where(std::string_view file, int line) {
    return std::string(file) + ':' + std::to_string(line) + ": ";
}

} // namespace

std::string to_line(InputEvent const& event, Milliseconds after) {
    std::ostringstream line;
    line << after.count() << ' ';
    if (auto const* finger = std::get_if<FingerEvent>(&event)) {
        line << name_of(kPhases, finger->phase) << ' ' << finger->finger << ' ' << finger->at.x
             << ' ' << finger->at.y;
    } else if (auto const* key = std::get_if<KeyEvent>(&event)) {
        line << "key " << name_of(kKeys, key->key) << (key->pressed ? " pressed" : " released");
    } else if (auto const* display = std::get_if<DisplayEvent>(&event)) {
        line << "display " << name_of(kDisplay, display->what);
    } else {
        line << "quit";
    }
    return line.str();
}

TypedTouches usual_typed_touches() {
#ifdef INLOOP_TEST_BUILD
    return TypedTouches::written_down;
#else
    return TypedTouches::left_out;
#endif
}

Result<Recorder> Recorder::create(std::filesystem::path const& file, Instant start,
                                  TypedTouches typed) {
    std::ofstream out(file, std::ios::trunc);
    out << kHeader << '\n';
    if (!out) {
        return fail(ErrorCode::io,
                    file.string() + ": cannot be written; name a file in a folder that can be");
    }
    return Recorder(std::move(out), start, typed);
}

void Recorder::record(InputEvent const& event, Sensitivity sensitivity, Instant now) {
    Milliseconds const after = now - m_start;
    if (sensitivity == Sensitivity::typing && m_typed == TypedTouches::left_out) {
        m_out << after.count() << " typing\n";
    } else {
        m_out << to_line(event, after) << '\n';
    }
    m_out.flush();
}

Result<std::vector<RecordedEvent>> parse_recording(std::string_view text,
                                                   std::string_view file_name) {
    std::istringstream in{std::string(text)};
    std::string line;
    int number = 1;
    if (!std::getline(in, line) || line != kHeader) {
        return fail(ErrorCode::invalid_input,
                    where(file_name, 1) +
                        "not a recording; make one with inloop-kiosk --record FILE");
    }
    std::vector<RecordedEvent> events;
    std::int64_t last = 0;
    while (std::getline(in, line)) {
        ++number;
        std::istringstream words(line);
        std::int64_t after = 0;
        std::string kind;
        if (!(words >> after >> kind) || after < last) {
            return fail(ErrorCode::invalid_input,
                        where(file_name, number) +
                            "a line is a rising time and an event; remove the line");
        }
        last = after;
        if (kind == "typing") {
            continue;
        }
        auto const event = parse_event(kind, words, Instant(Milliseconds(after)));
        if (!event) {
            return fail(ErrorCode::invalid_input,
                        where(file_name, number) + "no such event; remove the line");
        }
        events.push_back({Milliseconds(after), *event});
    }
    return events;
}

Result<std::vector<RecordedEvent>> read_recording(std::filesystem::path const& file) {
    std::error_code error;
    auto const size = std::filesystem::file_size(file, error);
    if (error || size > kLargestRecording) {
        return fail(error ? ErrorCode::not_found : ErrorCode::invalid_input,
                    file.string() + (error ? ": cannot be read" : ": too large for a recording"));
    }
    std::ifstream in(file, std::ios::binary);
    std::string text(size, '\0');
    in.read(text.data(), static_cast<std::streamsize>(size));
    if (!in) {
        return fail(ErrorCode::io, file.string() + ": cannot be read");
    }
    return parse_recording(text, file.string());
}

} // namespace inloop::loop
