// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/officerlog/records/page_store.h"
#include "kiosk/pages/problem.h"
#include "kiosk/wire/messages.h"

#include <functional>
#include <string>
#include <vector>

// A page exactly as visitors will see it: the kiosk's own program draws it.
namespace inloop::editing {

struct RenderRequest {
    std::vector<wire::Document> files{}; // files_for_preview()
    records::PageKey key{};
    bool large = false; // letters
    bool contrast = false;
    bool portrait = false; // 720x1280 in the place of 1280x800
};

// Where a text does not fit or a rule is broken, on picture `picture` (from 0).
struct Finding {
    std::size_t picture = 0;
    std::string rule{}; // "clipped", "small-target", ... as inloop-kiosk names it
    std::string what{}; // the label it is about
};

struct RenderedPage {
    std::vector<Bytes> pictures{}; // PNG; one for each time a visitor goes further
    std::vector<Finding> findings{};
    std::vector<pages::Problem> faults{}; // then there are no pictures
};

// Runs the kiosk's program as a limited child. Any thread, without the lock; about half a second.
// `unavailable` when it could not be run or did not end in time.
using PageRenderer = std::function<Result<RenderedPage>(RenderRequest const&)>;

} // namespace inloop::editing
