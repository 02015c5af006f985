// SPDX-License-Identifier: EUPL-1.2
// How long it takes to read a page. The log reads one at every look at a draft, with everybody else
// waiting. Aim in a release build on a desktop: a shipped page under 1 ms, the worst that fits into
// 32 KiB under 50 ms.
#include "kiosk/pages/page.h"
#include "kiosk/pages/tuning.h"
#include "tests/support/asset_folder.h"

#include <benchmark/benchmark.h>

#include <array>
#include <string>
#include <string_view>

namespace inloop::pages {
namespace {

constexpr std::string_view kHead =
    "+++\nid = \"help\"\ntitle = \"Hulp\"\nicon = \"info_outline\"\n+++\n";

// Made to make a parser slow or deep, as in tests/pages/page_test.cpp.
constexpr auto kParts = std::to_array<std::string_view>(
    {">",       "> ",   "- ",       "1. ",      "* * ", "[",         "![",   "[a](",
     "**",      "*a_",  "<",        "<a ",      "`",    "&",         "\\",   "{",
     "{fact: ", "|",    "|a\n|-\n", "a\n=\n",   "<!--", "<![CDATA[", "\t",   "~~",
     "![](",    "[](<", "**a __b ", "[a]: b\n", "a**b", "_a ",       "[a][", "<?"});

void read(benchmark::State& state, std::string const& text, std::string const& name) {
    while (state.KeepRunning()) {
        benchmark::DoNotOptimize(read_page(text, name));
    }
}

void shipped_page(benchmark::State& state) {
    std::string const name = "pages/nl/who-solves-what.md";
    read(state, support::content_of(support::shipped_assets() / name), name);
}

void hostile_page(benchmark::State& state) {
    std::string_view const part = kParts[static_cast<std::size_t>(state.range(0))];
    std::string text(kHead);
    while (text.size() + part.size() < kPageBytes) {
        text += part;
    }
    state.SetLabel(std::string(part.substr(0, part.find('\n'))));
    read(state, text, "pages/nl/help.md");
}

BENCHMARK(shipped_page)->Unit(benchmark::kMicrosecond);
BENCHMARK(hostile_page)->DenseRange(0, kParts.size() - 1)->Unit(benchmark::kMicrosecond);

} // namespace
} // namespace inloop::pages

BENCHMARK_MAIN();
