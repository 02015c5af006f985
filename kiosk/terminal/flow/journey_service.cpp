// SPDX-License-Identifier: EUPL-1.2
// What who looks after the kiosk does on its screen.
#include "kiosk/terminal/flow/journey.h"

#include <string>
#include <utility>

namespace inloop::flow {

using screen::Linking;
using screen::PairingStep;

bool Journey::at_service() const {
    return on<screen::Service>() || on<screen::PairingCode>() || on<Linking>();
}

void Journey::begin_pairing() {
    auto const* linking = std::get_if<Linking>(&m_screen);
    bool const again = linking != nullptr && linking->step == PairingStep::failed;
    if (can_be_linked() && (linking == nullptr || again)) {
        go(screen::PairingCode{});
    }
}

void Journey::pair() {
    PairingCodeDraft const code = std::get<screen::PairingCode>(m_screen).code;
    if (code.complete()) {
        go(Linking{.step = PairingStep::asking, .since = m_clock->now()});
        m_services.pairing->pair(std::string(code.typed()));
    }
}

void Journey::show_pairing_words(PairingWords const& words) {
    auto const* linking = std::get_if<Linking>(&m_screen);
    if (linking != nullptr && linking->step == PairingStep::asking) {
        touched(); // the time to compare them starts when they show
        go(Linking{.step = PairingStep::words, .words = {words.begin(), words.end()}});
    }
}

void Journey::answer_pairing(bool same) {
    if (std::get<Linking>(m_screen).step != PairingStep::words) {
        return;
    }
    if (same) {
        go(Linking{.step = PairingStep::confirming, .since = m_clock->now()});
    } else {
        go(Linking{.step = PairingStep::failed, .reason = PairingFailure::words_differ});
    }
    m_services.pairing->confirm(same);
}

void Journey::end_pairing(Linking how) {
    auto const* linking = std::get_if<Linking>(&m_screen);
    if (linking == nullptr) {
        return;
    }
    bool const done = how.step == PairingStep::done;
    bool const asked = linking->step == PairingStep::asking && !done;
    if (asked || linking->step == PairingStep::confirming) {
        touched();
        go(std::move(how));
    }
}

// Nothing is left half linked when who began it goes.
void Journey::give_up_pairing() {
    auto const* linking = std::get_if<Linking>(&m_screen);
    if (linking != nullptr &&
        (linking->step == PairingStep::asking || linking->step == PairingStep::words)) {
        m_services.pairing->confirm(false);
    }
}

void Journey::go_back_at_service() {
    if (on<screen::Service>()) {
        wipe();
        return;
    }
    give_up_pairing();
    go(screen::Service{});
}

} // namespace inloop::flow
