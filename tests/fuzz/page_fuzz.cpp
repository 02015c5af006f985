// SPDX-License-Identifier: EUPL-1.2
// Any bytes as a page: what is taken has a line for each block and well-formed text.
#include "kiosk/base/utf8.h"
#include "kiosk/pages/page.h"
#include "kiosk/pages/plain_language.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace inloop::pages;
    std::string_view const text(reinterpret_cast<char const*>(data), size);
    auto const source = read_page(text, "pages/nl/fuzz.md");
    if (!source) {
        require(!source.error().cause.empty() && !source.error().mend.empty());
        return 0;
    }
    require(source->lines.size() == source->page.blocks.size());
    for (RichText const& part : texts_of(source->page)) {
        require(inloop::utf8::is_valid(plain_text(part)));
        (void)plain_language(plain_text(part), "nl", {});
    }
    return 0;
}
