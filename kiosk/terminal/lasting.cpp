// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/lasting.h"

namespace inloop::terminal {

Result<void> check_lasts(platform::Files& files, std::filesystem::path const& data) {
    auto const space = files.space(data);
    if (!space) {
        return tl::unexpected(space.error());
    }
    if (!space->survives_reboot) {
        return fail(ErrorCode::read_only,
                    data.native() + " lies on " + space->filesystem +
                        ", in memory: a letter there would be gone after a power cut. Give it a "
                        "partition of its own, or only to try the kiosk out leave out "
                        "--data-must-last");
    }
    return {};
}

} // namespace inloop::terminal
