// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/picture_recoding.h"
#include "platform/linux/locked_in.h"
#include "platform/pictures/recode.h"

#include <sysexits.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <optional>
#include <string>

namespace inloop::officerlog {

namespace {

// All there is; nullopt when it is more than an upload may have, or cannot be read.
std::optional<Bytes> read_upload(int input) {
    Bytes upload;
    std::array<std::byte, 65'536> piece{};
    for (;;) {
        ssize_t const count = ::read(input, piece.data(), piece.size());
        if (count == 0) {
            return upload;
        }
        if (count < 0 && errno != EINTR) {
            return std::nullopt;
        }
        if (count > 0) {
            append(upload, ByteView(piece).first(static_cast<std::size_t>(count)));
        }
        if (upload.size() > editing::kUploadBytes) {
            return std::nullopt;
        }
    }
}

// Not by way of stdio, which asks the kernel for more than a process that is locked in may.
bool write_all(int stream, ByteView bytes) {
    while (!bytes.empty()) {
        ssize_t const count = ::write(stream, bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR) {
            return false;
        }
        bytes = bytes.subspan(count > 0 ? static_cast<std::size_t>(count) : 0);
    }
    return true;
}

int refuse(std::string const& why, int code) {
    (void)write_all(STDERR_FILENO, as_bytes(why + "\n"));
    return code;
}

} // namespace

int recode_picture(int input) {
    std::optional<Bytes> const upload = read_upload(input);
    if (!upload) {
        return refuse("the picture is larger than " +
                          std::to_string(editing::kUploadBytes / 1024 / 1024) + " MB",
                      EX_DATAERR);
    }
    if (auto const locked =
            platform::lock_in({.memory = kRecodeMemory, .cpu_seconds = kRecodeCpuSeconds});
        !locked) {
        return refuse(locked.error().message, EX_OSERR);
    }
    auto const jpeg = pictures::recode(
        *upload,
        {.bytes = wire::kMaxDocumentBytes, .width = kPictureWidth, .height = kPictureHeight});
    if (!jpeg) {
        return refuse(jpeg.error().message, EX_DATAERR);
    }
    return write_all(STDOUT_FILENO, *jpeg) ? EX_OK : EX_IOERR;
}

} // namespace inloop::officerlog
