// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/asset_faults.h"
#include "kiosk/terminal/commands.h"
#include "kiosk/terminal/fit_check.h"
#include "kiosk/terminal/kiosk_setup.h"

#include <sysexits.h>

#include <cstddef>
#include <cstdio>
#include <memory>
#include <utility>
#include <vector>

namespace inloop::terminal {

namespace {

namespace fs = std::filesystem;

struct Count {
    std::size_t faults = 0;
    std::size_t remarks = 0;
};

Count tell(std::vector<pages::Problem> const& problems) {
    Count count;
    for (pages::Problem const& problem : problems) {
        bool const remark = problem.weight == pages::Weight::remark;
        ++(remark ? count.remarks : count.faults);
        std::printf("%s%s\n", remark ? "remark: " : "", pages::to_string(problem).c_str());
    }
    return count;
}

// What the screens are walked with; the faults were told already.
Result<Shown> load(fs::path const& folder) {
    auto assets = pages::load_assets(folder);
    auto words = read_words(folder);
    if (!assets || !words) {
        return tl::unexpected(assets ? words.error() : assets.error());
    }
    return Shown{std::make_shared<pages::Assets const>(std::move(*assets)), std::move(*words)};
}

} // namespace

int check_assets(fs::path const& folder) {
    Count const files = tell(faults_of_files(folder));
    Count screens;
    if (files.faults == 0) {
        auto const shown = load(folder);
        if (!shown) {
            return complain(shown.error(), EX_DATAERR);
        }
        screens = tell(check_fit(*shown, folder));
    } else {
        std::printf("The screens were not walked: mend the files first.\n");
    }
    std::printf("%s: faults in files: %zu, findings on screens of %dx%d: %zu, remarks: %zu\n",
                folder.c_str(), files.faults, kSmallestDisplay.width, kSmallestDisplay.height,
                screens.faults, files.remarks);
    return files.faults + screens.faults == 0 ? EX_OK : EX_DATAERR;
}

} // namespace inloop::terminal
