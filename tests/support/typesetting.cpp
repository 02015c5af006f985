// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/typesetting.h"

#include "tests/support/must.h"

namespace inloop::support {

text::FontSet debian_fonts() {
    std::filesystem::path const noto = "/usr/share/fonts/truetype/noto";
    return {
        {noto / "NotoSans-Regular.ttf", noto / "NotoSansArabic-Regular.ttf",
         noto / "NotoSansEthiopic-Regular.ttf"},
        {noto / "NotoSans-Bold.ttf", noto / "NotoSansArabic-Bold.ttf",
         noto / "NotoSansEthiopic-Bold.ttf"},
        "/usr/share/fonts/truetype/material-design-icons-iconfont/MaterialIcons-Regular.ttf",
    };
}

std::unique_ptr<text::Typesetter> open_typesetter(int atlas_side) {
    return must(text::Typesetter::open(debian_fonts(), atlas_side));
}

text::Layout set_text(text::Typesetter& typesetter, std::string_view text,
                      text::ParagraphStyle const& style) {
    text::Span const span{text};
    return typesetter.lay_out_private({&span, 1}, style);
}

} // namespace inloop::support
