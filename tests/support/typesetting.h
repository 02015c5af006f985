// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/text/layout.h"
#include "kiosk/terminal/text/typesetter.h"

#include <memory>
#include <string_view>

namespace inloop::support {

// Noto Sans, with Arabic and Ethiopic behind it, and Material Icons, where Debian puts them.
[[nodiscard]] text::FontSet debian_fonts();

// With those fonts; ends the test with the reason when they are not there.
[[nodiscard]] std::unique_ptr<text::Typesetter> open_typesetter(int atlas_side = text::kAtlasSide);

// One span of regular weight, kept by nobody.
[[nodiscard]] text::Layout set_text(text::Typesetter& typesetter, std::string_view text,
                                    text::ParagraphStyle const& style = {});

} // namespace inloop::support
