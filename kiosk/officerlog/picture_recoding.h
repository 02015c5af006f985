// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/officerlog/editing/site_pictures.h"
#include "kiosk/officerlog/tuning.h"

#include <filesystem>

namespace inloop::officerlog {

struct RecodingSpec {
    std::filesystem::path program = "/proc/self/exe"; // inloop-log, which is this program
    Milliseconds time_limit = kRecodeTime;
};

// Runs `inloop-log recode-picture`, kTurns at once. A picture that breaks its decoder is
// `invalid_input` as one that cannot be read.
[[nodiscard]] editing::PictureRecoder make_picture_recoder(RecodingSpec spec = {});

// What that command does: reads an upload from `input`, locks this process in, and writes the JPEG
// to stdout, or why there is none to stderr. Returns an exit code of sysexits.h, EX_DATAERR when it
// is no picture. The process can do nothing more than _exit() with it.
[[nodiscard]] int recode_picture(int input);

} // namespace inloop::officerlog
