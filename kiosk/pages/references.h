// SPDX-License-Identifier: EUPL-1.2
// What a page names that lies in other files: facts and pictures.
#pragma once

#include "kiosk/pages/facts.h"
#include "kiosk/pages/page.h"
#include "kiosk/pages/picture_file.h"
#include "kiosk/pages/problem.h"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::pages {

// A problem for each block that names a fact or a picture that is not there or not right. `facts`
// may be nullptr when they could not be read: then their ids are not looked up. `picture` says
// where the picture of a name lies.
[[nodiscard]] std::vector<Problem>
dead_references(PageSource const& source, std::string const& file, Facts const* facts,
                std::function<std::filesystem::path(std::string_view)> const& picture);

// The same for pictures that need not be files: `look` says what one of that name is like.
using PictureLook = std::function<Checked<PictureSize>(std::string_view name)>;
[[nodiscard]] std::vector<Problem> dead_references_by(PageSource const& source,
                                                      std::string const& file, Facts const* facts,
                                                      PictureLook const& look);

} // namespace inloop::pages
