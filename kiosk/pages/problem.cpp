// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/pages/problem.h"

#include <utility>

namespace inloop::pages {

std::string to_string(Problem const& problem) {
    std::string out = problem.file;
    if (problem.line > 0) {
        out += ":" + std::to_string(problem.line);
    }
    return out + ": " + problem.cause + ". Mend: " + problem.mend;
}

Error to_error(Problem const& problem) {
    return Error{problem.code, to_string(problem)};
}

tl::unexpected<Problem> flaw(std::string file, int line, std::string cause, std::string mend,
                             ErrorCode code) {
    return tl::unexpected<Problem>(
        Problem{std::move(file), line, std::move(cause), std::move(mend), code});
}

Problem remark(std::string file, int line, std::string cause, std::string mend, ErrorCode code) {
    return Problem{std::move(file), line, std::move(cause), std::move(mend), code, Weight::remark};
}

} // namespace inloop::pages
