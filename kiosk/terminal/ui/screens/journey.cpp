// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/screens/screens.h"

namespace inloop::ui {

using pages::Phrase;

namespace {

struct ScreenDrawer {
    ScreenContext const& context;
    flow::Journey& journey;
    Privacy privacy;
    Ui& ui;

    Outcome operator()(flow::screen::Attract const& /*screen*/) const {
        return draw_attract(context, ui);
    }
    Outcome operator()(flow::screen::Home const& /*screen*/) const {
        return draw_home(context, ui);
    }
    Outcome operator()(flow::screen::Information& screen) const {
        return draw_information(context, screen, ui);
    }
    Outcome operator()(flow::screen::Write const& /*screen*/) const {
        return draw_write(context, journey.draft(), privacy, ui);
    }
    Outcome operator()(flow::screen::Summary& screen) const {
        return draw_summary(context, journey.draft(), screen, privacy, ui);
    }
    Outcome operator()(flow::screen::Sending const& screen) const {
        return draw_sending(context, screen, ui);
    }
    Outcome operator()(flow::screen::Receipt const& screen) const {
        return draw_receipt(context, screen, privacy, ui);
    }
    Outcome operator()(flow::screen::NotStored const& screen) const {
        return draw_not_stored(context, screen, ui);
    }
};

Phrase warning_text(flow::Journey const& journey) {
    if (std::holds_alternative<flow::screen::Receipt>(journey.screen())) {
        return Phrase::idle_text_receipt;
    }
    return journey.draft().text.empty() ? Phrase::idle_text_nothing_typed : Phrase::idle_text;
}

Outcome draw_screen(ScreenContext const& context, flow::Journey& journey, Privacy privacy, Ui& ui) {
    switch (journey.overlay()) {
    case flow::Overlay::emergency:
        return draw_emergency(context, ui);
    case flow::Overlay::languages:
        return draw_languages(context, ui);
    case flow::Overlay::view_settings:
    case flow::Overlay::none:
        break;
    }
    return std::visit(ScreenDrawer{context, journey, privacy, ui}, journey.screen());
}

} // namespace

Outcome draw_journey(ScreenContext const& context, flow::Journey& journey, Ui& ui) {
    std::optional<flow::IdleWarning> const warning = journey.idle_warning();
    Outcome outcome =
        draw_screen(context, journey, warning ? Privacy::barred : Privacy::readable, ui);
    ui.set_covered(false);
    if (warning) {
        Outcome answer = draw_idle_warning(context, *warning, warning_text(journey), ui);
        if (!outcome) {
            outcome = std::move(answer);
        }
    }
    return outcome;
}

} // namespace inloop::ui
