// SPDX-License-Identifier: EUPL-1.2
//
// How long the painter takes for a screen as full as the kiosk's, at 1280x800. Not a test: run it
// by hand, on a quiet machine and in the release preset, and compare only figures of one run.
#include "platform/headless/headless_display.h"
#include "platform/turned/turned_display.h"
#include "tests/support/imgui_page.h"

#include <benchmark/benchmark.h>

#include <cstdint>
#include <memory>
#include <utility>

namespace inloop::platform {
namespace {

constexpr PixelSize kScreen{1280, 800};

struct Scene {
    explicit Scene(Turn turn) {
        auto glass = std::make_unique<HeadlessDisplay>(turned(kScreen, turn), 5.9F);
        memory = glass.get();
        display = hung(std::move(glass), turn);
        page = std::make_unique<support::ImGuiPage>(*display);
    }
    HeadlessDisplay* memory;
    std::unique_ptr<Display> display;
    std::unique_ptr<support::ImGuiPage> page;
};

// Presents what `next` makes of the state, over and over; reports the pixels that were painted for
// each frame.
template <class Next>
void present_frames(benchmark::State& state, Next&& next, Turn turn = Turn::none) {
    Scene scene(turn);
    support::PageState page_state;
    static_cast<void>(scene.display->present(scene.page->draw(page_state)));
    std::int64_t pixels = 0;
    for (auto _ : state) {
        state.PauseTiming();
        next(scene, page_state);
        ImDrawData const& frame = scene.page->draw(page_state);
        state.ResumeTiming();
        auto const report = scene.display->present(frame);
        pixels += report ? report->pixels : 0;
    }
    state.counters["pixels"] =
        benchmark::Counter(static_cast<double>(pixels), benchmark::Counter::kAvgIterations);
}

void whole_screen(benchmark::State& state) {
    bool large = false;
    present_frames(state, [&](Scene& scene, support::PageState&) {
        large = !large; // a new size paints everything anew; one pixel more is one column more
        scene.memory->resize({kScreen.width + (large ? 1 : 0), kScreen.height});
    });
}
BENCHMARK(whole_screen)->Unit(benchmark::kMicrosecond);

void unchanged(benchmark::State& state) {
    present_frames(state, [](Scene&, support::PageState&) {});
}
BENCHMARK(unchanged)->Unit(benchmark::kMicrosecond);

void one_key(benchmark::State& state) {
    present_frames(state, [](Scene&, support::PageState& page) {
        page.pressed_key = page.pressed_key == 17 ? -1 : 17;
    });
}
BENCHMARK(one_key)->Unit(benchmark::kMicrosecond);

void one_letter_typed(benchmark::State& state) {
    present_frames(state, [](Scene&, support::PageState& page) {
        page.typed = page.typed.size() > 60 ? "E" : page.typed + "n";
    });
}
BENCHMARK(one_letter_typed)->Unit(benchmark::kMicrosecond);

void scrolled_text(benchmark::State& state) {
    present_frames(
        state,
        [](Scene&, support::PageState& page) {
            page.scroll = page.scroll > 200 ? 0 : page.scroll + 7;
        },
        static_cast<Turn>(state.range(0)));
}
// Degrees by which the display hangs turned.
BENCHMARK(scrolled_text)->Arg(0)->Arg(90)->Arg(180)->Unit(benchmark::kMicrosecond);

} // namespace
} // namespace inloop::platform

BENCHMARK_MAIN();
