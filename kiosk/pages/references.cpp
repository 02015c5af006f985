// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/references.h"

namespace inloop::pages {

std::vector<Problem>
dead_references(PageSource const& source, std::string const& file, Facts const* facts,
                std::function<std::filesystem::path(std::string_view)> const& picture) {
    return dead_references_by(source, file, facts,
                              [&](std::string_view name) { return check_picture(picture(name)); });
}

std::vector<Problem> dead_references_by(PageSource const& source, std::string const& file,
                                        Facts const* facts, PictureLook const& look) {
    std::vector<Problem> problems;
    for (std::size_t i = 0; i < source.page.blocks.size(); ++i) {
        Block const& block = source.page.blocks[i];
        int const line = source.lines[i];
        if (auto const* fact = std::get_if<FactReference>(&block)) {
            if (facts != nullptr && facts->find(fact->id) == nullptr) {
                problems.push_back(Problem{file, line, "there is no fact " + fact->id,
                                           "use an id of facts.toml or add the fact there"});
            }
        } else if (auto const* named = std::get_if<Picture>(&block)) {
            if (auto const size = look(named->file); !size) {
                problems.push_back(Problem{file, line,
                                           "the picture " + named->file + ": " + size.error().cause,
                                           size.error().mend, size.error().code});
            }
        }
    }
    return problems;
}

} // namespace inloop::pages
