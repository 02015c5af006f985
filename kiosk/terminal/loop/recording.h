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

// A recording is text, a line an event:
//
//   inloop-recording 1
//   1250 down 1 640.0 400.0        milliseconds since the start, phase (down move up cancelled),
//   finger, x, y in px 1300 up 1 640.0 400.0 2000 key enter pressed         or: released 2500
//   display lost              or: back resized exposed 3000 typing                    a finger on
//   the keyboard or the text box; where is not written down 9000 quit
struct RecordedEvent {
    Milliseconds after{0}; // since the start
    platform::InputEvent event;
};

// Writes events down as they come. A finger where a visitor types is only counted, unless this is a
// test build: the places of taps on keys are the text. Not durable; for finding faults.
class Recorder {
public:
    [[nodiscard]] static Result<Recorder> create(std::filesystem::path const& file, Instant start);
    void record(platform::InputEvent const& event, Sensitivity sensitivity, Instant now);

private:
    Recorder(std::ofstream out, Instant start) : m_out(std::move(out)), m_start(start) {}
    std::ofstream m_out;
    Instant m_start;
};

// Reads a recording. Lines "typing" are left out. Errors name file, line, cause and mend.
[[nodiscard]] Result<std::vector<RecordedEvent>> read_recording(std::filesystem::path const& file);
[[nodiscard]] Result<std::vector<RecordedEvent>> parse_recording(std::string_view text,
                                                                 std::string_view file_name);

// One line, without a line end.
[[nodiscard]] std::string to_line(platform::InputEvent const& event, Milliseconds after);

} // namespace inloop::loop
