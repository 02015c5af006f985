// SPDX-License-Identifier: EUPL-1.2
// How long it takes to set text. The first one is what happens at every key a visitor presses: the
// whole letter, 4,000 code points, is set again. Aim in a release build on a desktop: under 4 ms.
#include "kiosk/base/utf8.h"
#include "tests/support/text_samples.h"
#include "tests/support/typesetting.h"

#include <benchmark/benchmark.h>

#include <string>
#include <string_view>

namespace inloop::text {
namespace {

constexpr std::size_t kLetter = 4000; // code points

std::string letter_of(std::string_view sentence) {
    std::string text;
    std::size_t const each = utf8::count(sentence) + 1;
    for (std::size_t count = 0; count + each <= kLetter; count += each) {
        text += sentence;
        text += ' ';
    }
    return text;
}

std::string_view sample(std::string_view name) {
    for (support::Sample const& sample : support::kSamples) {
        if (sample.name == name) {
            return sample.text;
        }
    }
    return {};
}

void set_letter(benchmark::State& state, std::string const& text) {
    auto const typesetter = support::open_typesetter();
    while (state.KeepRunning()) {
        Layout const layout =
            support::set_text(*typesetter, text, {.size_px = 26, .width_px = 900});
        benchmark::DoNotOptimize(layout.glyphs().data());
    }
}

void typed_letter(benchmark::State& state, std::string_view name) {
    set_letter(state, letter_of(sample(name)));
}

void short_lines(benchmark::State& state) {
    std::string text = letter_of("Een korte regel");
    for (std::size_t at = 15; at < text.size(); at += 16) {
        text[at] = '\n';
    }
    set_letter(state, text);
}

void all_scripts(benchmark::State& state) {
    std::string sentence;
    for (support::Sample const& one : support::kSamples) {
        sentence += one.text;
    }
    set_letter(state, letter_of(sentence));
}

void new_label(benchmark::State& state) {
    set_letter(state, "Wis en stop");
}

void kept_label(benchmark::State& state) {
    auto const typesetter = support::open_typesetter();
    Span const span{"Wis en stop"};
    while (state.KeepRunning()) {
        benchmark::DoNotOptimize(&typesetter->lay_out({&span, 1}, {.size_px = 26}));
    }
}

void first_drawing(benchmark::State& state) {
    auto const typesetter = support::open_typesetter();
    while (state.KeepRunning()) {
        typesetter->forget();
        Layout const layout = support::set_text(*typesetter, sample("Dutch"), {.size_px = 26});
        benchmark::DoNotOptimize(layout.glyphs().data());
    }
}

BENCHMARK_CAPTURE(typed_letter, Dutch, "Dutch")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(typed_letter, Arabic, "ArabicWithNumbers")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(typed_letter, Amharic, "Amharic")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(typed_letter, Russian, "Russian")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(typed_letter, DutchWithArabic, "DutchWithArabic")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(typed_letter, EmojiNoFontHas, "Emoji")->Unit(benchmark::kMillisecond);
BENCHMARK(all_scripts)->Unit(benchmark::kMillisecond);
BENCHMARK(short_lines)->Unit(benchmark::kMillisecond);
BENCHMARK(new_label)->Unit(benchmark::kMicrosecond);
BENCHMARK(kept_label)->Unit(benchmark::kMicrosecond);
BENCHMARK(first_drawing)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace inloop::text

BENCHMARK_MAIN();
