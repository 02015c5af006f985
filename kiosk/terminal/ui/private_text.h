// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/ui/typed_text.h"
#include "kiosk/terminal/ui/ui.h"

#include <string_view>

namespace inloop::ui {

// A short text only its visitor may read: a word of a code, a phone number. Its letters are on
// record nowhere; of its place and size the registry knows. While it is barred a bar stands in its
// place that says nothing of its length. In one line or, without spec.one_line, in as many as the
// place holds.
void private_text(Ui& ui, TextSpec const& spec, std::string_view words, Privacy privacy);

// How tall it becomes in `width`, at spec.size_px.
[[nodiscard]] float private_text_height(Ui& ui, TextSpec const& spec, std::string_view words,
                                        float width);

} // namespace inloop::ui
