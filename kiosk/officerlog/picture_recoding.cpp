// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/picture_recoding.h"

#include "kiosk/officerlog/turns.h"
#include "platform/linux/limited_run.h"

#include <sysexits.h>

#include <csignal>
#include <memory>
#include <string>
#include <utility>

namespace inloop::officerlog {

namespace {

constexpr int kSignalled = 128; // and the number of the signal

// What the child says, without the end of its line.
std::string first_line(std::string const& text) {
    return text.substr(0, text.find('\n'));
}

// Asked to end or killed from outside: nothing that the picture did.
bool was_stopped(int code) {
    return code == kSignalled + SIGTERM || code == kSignalled + SIGKILL;
}

Result<Bytes> jpeg_of(platform::RunOutcome outcome) {
    if (outcome.code == EX_OK && !outcome.output.empty()) {
        return std::move(outcome.output);
    }
    if (outcome.code == EX_DATAERR) {
        return fail(ErrorCode::invalid_input, first_line(outcome.complaint));
    }
    if (outcome.code > kSignalled && !was_stopped(outcome.code)) {
        return fail(ErrorCode::invalid_input, "the picture broke what reads it: signal " +
                                                  std::to_string(outcome.code - kSignalled));
    }
    return fail(ErrorCode::unavailable, "recode-picture ended with " +
                                            std::to_string(outcome.code) + ": " +
                                            first_line(outcome.complaint));
}

} // namespace

editing::PictureRecoder make_picture_recoder(RecodingSpec spec) {
    return [spec = std::move(spec),
            turns = std::make_shared<Turns>(kTurns)](ByteView upload) -> Result<Bytes> {
        if (upload.size() > editing::kUploadBytes) {
            return fail(ErrorCode::invalid_input, "the picture is too large to look at");
        }
        Turns::Turn const turn = turns->wait(kTurnWait);
        if (!turn) {
            return fail(ErrorCode::unavailable, "others are sending pictures; try again");
        }
        auto outcome = platform::run_limited({.program = spec.program,
                                              .arguments = {"recode-picture"},
                                              .input = upload,
                                              .most_output = wire::kMaxDocumentBytes,
                                              .time_limit = spec.time_limit});
        return outcome ? jpeg_of(std::move(*outcome))
                       : fail(ErrorCode::unavailable, outcome.error().message);
    };
}

} // namespace inloop::officerlog
