// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/random.h"

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>

namespace inloop::web {

// Pictures of pages as they were drawn for who writes them, until a browser fetched them; the last
// kPreviewsKept. They show what is meant for everybody's eyes, and go with the program. Under the
// desk's lock.
class Previews {
public:
    explicit Previews(Random& random) : m_random(random) {}

    // Keeps a PNG; returns the name to ask for it, which nobody can guess: 32 letters and digits.
    [[nodiscard]] std::string keep(Bytes picture);
    // nullptr: there is none of this name, or not any more.
    [[nodiscard]] Bytes const* find(std::string_view name) const;

private:
    struct Kept {
        std::string name;
        Bytes picture;
    };
    Random& m_random;
    std::deque<Kept> m_kept; // the newest last
};

} // namespace inloop::web
