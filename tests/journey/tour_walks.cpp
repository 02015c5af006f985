// SPDX-License-Identifier: EUPL-1.2
#include "tests/journey/tour_walks.h"

#include <array>
#include <stdexcept>

namespace inloop::journey {

using support::KioskRig;

namespace {

enum class Answers { keep, refuse };

struct Part {
    loop::Walk walk;
    Answers answers = Answers::keep;
    flow::Letterbox letterbox = flow::Letterbox::open;
    pages::SiteFiles site{};
};

// The letter or code that waits, answered as a site would: a code it does not know shows nothing.
void answer(KioskRig& rig, Answers answers) {
    constexpr entries::ReceiptCode kCode{{11, 222, 333, 1444, 2047}};
    if (rig.on<flow::screen::LookingUp>()) {
        bool const known = rig.held.last_code() == kCode;
        rig.held.answer(known ? flow::CodeState::stored : flow::CodeState::nothing_to_see);
    } else if (answers == Answers::keep && rig.journey().follow_up()) {
        rig.held.store_follow_up();
    } else if (answers == Answers::keep) {
        rig.held.store(kCode);
    } else {
        rig.held.refuse(flow::NotStoredReason::full);
    }
}

std::vector<loop::TourPicture> walk(WalkSpec const& spec, Part const& part) {
    support::KioskSpec kiosk = spec.kiosk;
    kiosk.site = part.site;
    kiosk.letterbox = part.letterbox;
    KioskRig rig(kiosk);
    rig.held.tell_letters(2);
    std::string last;
    loop::TourSpec const tour{.languages = spec.languages,
                              .await_outcome = [&] { answer(rig, part.answers); },
                              .keep = [&](std::string const& name) -> Result<void> {
                                  last = name;
                                  if (spec.keep) {
                                      spec.keep(rig, name);
                                  }
                                  return {};
                              }};
    auto pictures = part.walk(rig.terminal(), rig.clock, tour);
    if (!pictures) {
        throw std::runtime_error("after " + last + ": " + pictures.error().message);
    }
    if (!rig.on<flow::screen::Attract>() || !rig.text().empty()) {
        throw std::runtime_error("the walk did not end where it began");
    }
    if (!rig.log.empty()) {
        throw std::runtime_error(rig.log.front());
    }
    return std::move(*pictures);
}

} // namespace

std::vector<loop::TourPicture> walk_all(WalkSpec const& spec) {
    std::array<Part, 7> const parts{
        {{.walk = loop::walk_reading, .site = loop::tour_site_between_shifts()},
         {.walk = loop::walk_writing, .site = loop::tour_site_between_shifts()},
         {.walk = loop::walk_return, .site = loop::tour_site_between_shifts()},
         {.walk = loop::walk_service, .site = loop::tour_site_between_shifts()},
         {.walk = loop::walk_present, .site = loop::tour_site_during_shift()},
         {.walk = loop::walk_refused, .answers = Answers::refuse},
         {.walk = loop::walk_closed, .letterbox = flow::Letterbox::closed}}};
    std::vector<loop::TourPicture> all;
    for (Part const& part : parts) {
        auto const pictures = walk(spec, part);
        all.insert(all.end(), pictures.begin(), pictures.end());
    }
    return all;
}

} // namespace inloop::journey
