// SPDX-License-Identifier: EUPL-1.2
// Any bytes as subjects.toml: what is taken keeps to the limits the screens count on.
#include "kiosk/entries/tuning.h"
#include "kiosk/pages/subjects.h"
#include "kiosk/pages/tuning.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace {

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace inloop::pages;
    std::vector<Problem> left_out;
    std::string_view const text(reinterpret_cast<char const*>(data), size);
    auto const subjects = Subjects::parse(text, "fuzz", nullptr, left_out);
    if (!subjects) {
        require(!subjects.error().cause.empty() && !subjects.error().mend.empty());
        return 0;
    }
    require(!subjects->all().empty() && subjects->all().size() <= kSubjects);
    require(subjects->all().back().id == "other");
    for (Subject const& subject : subjects->all()) {
        require(subjects->find(subject.id) == &subject);
        require(subject.questions.size() <= inloop::entries::kMaxAnswers);
        for (SubjectQuestion const& question : subject.questions) {
            require(question.options.size() >= kFewestOptions &&
                    question.options.size() <= kMostOptions);
        }
    }
    return 0;
}
