// SPDX-License-Identifier: EUPL-1.2
// A program of its own, because a library that was once loaded stays.
#include "platform/sdl2/sdl2_display.h"
#include "tests/support/sketch.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <string>

namespace inloop::platform {
namespace {

bool has_loaded(std::string const& library) {
    std::ifstream maps("/proc/self/maps");
    std::string const content{std::istreambuf_iterator<char>(maps), {}};
    return content.find(library) != std::string::npos;
}

std::unique_ptr<Display> open_and_show(DrawWith draw) {
    WindowSpec spec;
    spec.draw = draw;
    auto display = open_sdl2_display(spec).value();
    auto const white = support::white_texture(*display);
    support::Sketch sketch(display->size());
    sketch.use(white);
    sketch.fill(0, 0, 100, 100, {255, 0, 0, 255});
    EXPECT_TRUE(display->present(sketch.frame())->presented);
    return display;
}

// 65 ms and 55 MiB where there is no GPU (performance.md). The order is that of the lines: the
// control loads it for good.
TEST(NoGl, ThePainterLoadsNoGlLibrary) {
    auto const display = open_and_show(DrawWith::painter);
    for (char const* library :
         {"libGL.so", "libGLX", "libEGL", "libGLESv2", "libLLVM", "_dri.so"}) {
        EXPECT_FALSE(has_loaded(library)) << library;
    }
    EXPECT_TRUE(has_loaded("libSDL2")) << "the probe sees libraries";
}

TEST(NoGl, ControlSeesTheGlLibraryOfGl) {
    auto const display = open_and_show(DrawWith::gl);
    EXPECT_TRUE(has_loaded("libGL.so"));
}

} // namespace
} // namespace inloop::platform
