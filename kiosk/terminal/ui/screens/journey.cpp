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
    Outcome operator()(flow::screen::Pages const& /*screen*/) const {
        return draw_pages(context, ui);
    }
    Outcome operator()(flow::screen::Information& screen) const {
        return draw_information(context, screen, ui);
    }
    Outcome operator()(flow::screen::CannotWrite const& /*screen*/) const {
        return draw_cannot_write(context, ui);
    }
    Outcome operator()(flow::screen::Happening const& /*screen*/) const {
        return draw_happening(context, ui);
    }
    Outcome operator()(flow::screen::Subjects const& /*screen*/) const {
        return draw_subjects(context, journey.draft(), ui);
    }
    Outcome operator()(flow::screen::Desk const& /*screen*/) const {
        return draw_desk(context, journey.draft(), ui);
    }
    Outcome operator()(flow::screen::Question const& screen) const {
        return draw_question(context, screen, journey.draft(), ui);
    }
    Outcome operator()(flow::screen::Write const& /*screen*/) const {
        return draw_write(context, journey.draft(), journey.follow_up(), privacy, ui);
    }
    Outcome operator()(flow::screen::PersonalData& screen) const {
        return draw_personal_data(context, journey.draft(), screen, privacy, ui);
    }
    Outcome operator()(flow::screen::Recognisable const& /*screen*/) const {
        return draw_recognisable(context, ui);
    }
    Outcome operator()(flow::screen::Where& screen) const {
        return draw_where(context, screen, journey.draft(), ui);
    }
    Outcome operator()(flow::screen::Contact const& /*screen*/) const {
        return draw_contact(context, journey.draft(), ui);
    }
    Outcome operator()(flow::screen::ContactDetail const& /*screen*/) const {
        return draw_contact_detail(context, journey.draft(), privacy, ui);
    }
    Outcome operator()(flow::screen::Summary& screen) const {
        SummaryRows const rows{.subject = journey.has_stop(flow::Stop::subject),
                               .where = journey.has_stop(flow::Stop::where),
                               .contact = journey.has_stop(flow::Stop::contact)};
        return draw_summary(context, journey.draft(), rows, screen, privacy, ui);
    }
    Outcome operator()(flow::screen::AlreadySent const& /*screen*/) const {
        return draw_already_sent(context, ui);
    }
    Outcome operator()(flow::screen::Waiting const& screen) const {
        return draw_waiting(context, screen, ui);
    }
    Outcome operator()(flow::screen::Sending const& screen) const {
        return draw_sending(context, screen, journey.follow_up(), ui);
    }
    Outcome operator()(flow::screen::Receipt const& screen) const {
        return draw_receipt(context, screen, privacy, ui);
    }
    Outcome operator()(flow::screen::NotStored const& screen) const {
        return draw_not_stored(context, screen, journey.follow_up(), ui);
    }
    Outcome operator()(flow::screen::Afterwards const& screen) const {
        return draw_afterwards(context, screen, ui);
    }
    Outcome operator()(flow::screen::CodeEntry const& /*screen*/) const {
        return draw_code_entry(context, journey.code_draft(), privacy, ui);
    }
    Outcome operator()(flow::screen::LookingUp const& screen) const {
        return draw_looking_up(context, screen, ui);
    }
    Outcome operator()(flow::screen::CodeResult& screen) const {
        return draw_code_result(context, screen, journey.visit()->news, privacy, ui);
    }
    Outcome operator()(flow::screen::Withdraw const& /*screen*/) const {
        return draw_withdraw(context, ui);
    }
    Outcome operator()(flow::screen::FollowedUp const& screen) const {
        return draw_followed_up(context, screen, ui);
    }
    Outcome operator()(flow::screen::Service const& /*screen*/) const {
        ServiceView const view{journey.service_facts(), journey.can_be_linked()};
        return draw_service(context, view, ui);
    }
    Outcome operator()(flow::screen::PairingCode const& screen) const {
        return draw_pairing_code(context, screen, privacy, ui);
    }
    Outcome operator()(flow::screen::Linking const& screen) const {
        return draw_linking(context, screen, ui);
    }
};

Phrase warning_text(flow::Journey const& journey) {
    if (std::holds_alternative<flow::screen::Receipt>(journey.screen())) {
        return Phrase::idle_text_receipt;
    }
    if (!journey.code_draft().empty()) {
        return Phrase::idle_text_code;
    }
    if (std::holds_alternative<flow::screen::CodeResult>(journey.screen())) {
        return Phrase::idle_text_answer;
    }
    bool const typed =
        !journey.draft().message.text.empty() || !journey.draft().contact.text.empty();
    return typed ? Phrase::idle_text : Phrase::idle_text_nothing_typed;
}

Outcome draw_screen(ScreenContext const& context, flow::Journey& journey, Privacy privacy, Ui& ui) {
    switch (journey.overlay()) {
    case flow::Overlay::emergency:
        return draw_emergency(context, ui);
    case flow::Overlay::languages:
        return draw_languages(context, ui);
    case flow::Overlay::view_settings:
        return draw_view_settings(context, ui);
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
