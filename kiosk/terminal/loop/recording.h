// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "kiosk/terminal/loop/terminal.h"
#include "platform/api/input.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::loop {

// A recording is text. After a first line with its name and version, a line is an event:
// milliseconds since the start, what, and of a finger its number and place in pixels.
//
//   inloop-recording 1
//   1250 down 1 640.0 400.0
//   1300 up 1 640.0 400.0
//   2000 key enter pressed
//   2500 display lost
//   3000 typing
//   9000 quit
//
// Of a finger: down, move, up, cancelled. Of a key: pressed, released. Of the display: lost, back,
// resized, exposed. "typing" is a finger on the keyboard or the text box, whose place is left out.
struct RecordedEvent {
    Milliseconds after{0}; // since the start
    platform::InputEvent event;
};

// What becomes of fingers where a visitor types: the places of taps on keys are the text.
enum class TypedTouches : std::uint8_t { left_out, written_down };
// Written down in a test build only.
[[nodiscard]] TypedTouches usual_typed_touches();

// Writes events down as they come. A finger where a visitor types is only counted, unless told
// otherwise. Not durable; for finding faults.
class Recorder {
public:
    [[nodiscard]] static Result<Recorder> create(std::filesystem::path const& file, Instant start,
                                                 TypedTouches typed = usual_typed_touches());
    void record(platform::InputEvent const& event, Sensitivity sensitivity, Instant now);

private:
    Recorder(std::ofstream out, Instant start, TypedTouches typed)
        : m_out(std::move(out))
        , m_start(start)
        , m_typed(typed) {}
    std::ofstream m_out;
    Instant m_start;
    TypedTouches m_typed;
};

// Reads a recording. Lines "typing" are left out. Errors name file, line, cause and mend.
[[nodiscard]] Result<std::vector<RecordedEvent>> read_recording(std::filesystem::path const& file);
[[nodiscard]] Result<std::vector<RecordedEvent>> parse_recording(std::string_view text,
                                                                 std::string_view file_name);

// One line, without a line end.
[[nodiscard]] std::string to_line(platform::InputEvent const& event, Milliseconds after);

} // namespace inloop::loop
