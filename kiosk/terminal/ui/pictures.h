// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/display.h"
#include "platform/api/geometry.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace inloop::ui {

// A picture of a page, ready to draw one to one.
struct Picture {
    platform::TextureId texture = 0;
    platform::PixelSize size;
};

// Pictures of information pages, decoded and scaled once for the size they are shown at. A file
// that cannot be read or decoded, or is larger than tuning.h allows, is none: the page is shown
// without it. Belongs to the Ui's thread.
class Pictures {
public:
    explicit Pictures(platform::Display& display) : m_display(&display) {}
    ~Pictures();
    Pictures(Pictures const&) = delete;
    Pictures& operator=(Pictures const&) = delete;

    // The picture scaled to cover `box` (whole pixels), cut at its sides or top and bottom, with
    // rounded corners in the colour of what lies around it left to the caller. nullopt if there is
    // none.
    [[nodiscard]] std::optional<Picture> covering(std::filesystem::path const& file,
                                                  platform::PixelSize box, int radius);

    // The files may have changed: they are read again when they are next shown.
    void forget();

private:
    [[nodiscard]] std::optional<Picture> load(std::filesystem::path const& file,
                                              platform::PixelSize box, int radius);

    platform::Display* m_display;
    std::map<std::string, std::optional<Picture>> m_ready; // by file and size
};

} // namespace inloop::ui
