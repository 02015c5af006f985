// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/commands.h"
#include "kiosk/terminal/kiosk_setup.h"
#include "kiosk/terminal/sync/carried_pages.h"
#include "platform/linux/linux_files.h"

#include <sysexits.h>

#include <cstdio>

namespace inloop::terminal {

int take_pages(std::filesystem::path const& data, std::filesystem::path const& from) {
    platform::LinuxFiles files;
    auto const taken = sync::take_carried_pages(files, std::filesystem::absolute(data),
                                                std::filesystem::absolute(from));
    if (!taken) {
        bool const disk = taken.error().code == ErrorCode::io ||
                          taken.error().code == ErrorCode::no_space ||
                          taken.error().code == ErrorCode::read_only;
        return complain(taken.error(), disk ? EX_IOERR : EX_DATAERR);
    }
    std::printf("%zu files taken; a kiosk that runs shows them now\n", *taken);
    return EX_OK;
}

} // namespace inloop::terminal
