// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/flow/draft.h"
#include "kiosk/terminal/flow/event.h"
#include "kiosk/terminal/flow/journey.h"
#include "kiosk/terminal/flow/screen.h"
#include "kiosk/terminal/ui/frame.h"
#include "kiosk/terminal/ui/text_box.h"
#include "kiosk/terminal/ui/ui.h"

#include <optional>

namespace inloop::ui {

// One function a screen: reads what there is, draws it, returns what was tapped. None keeps,
// decides or stores anything. They are called between Ui::begin() and Ui::end().
using Outcome = std::optional<flow::Event>;

[[nodiscard]] Outcome draw_attract(ScreenContext const& context, Ui& ui);
[[nodiscard]] Outcome draw_home(ScreenContext const& context, Ui& ui);
[[nodiscard]] Outcome draw_pages(ScreenContext const& context, Ui& ui);
[[nodiscard]] Outcome draw_information(ScreenContext const& context,
                                       flow::screen::Information& screen, Ui& ui);
[[nodiscard]] Outcome draw_cannot_write(ScreenContext const& context, Ui& ui);

// On the way to a letter.
[[nodiscard]] Outcome draw_happening(ScreenContext const& context, Ui& ui);
[[nodiscard]] Outcome draw_subjects(ScreenContext const& context, flow::Draft const& draft, Ui& ui);
[[nodiscard]] Outcome draw_desk(ScreenContext const& context, flow::Draft const& draft, Ui& ui);
[[nodiscard]] Outcome draw_question(ScreenContext const& context,
                                    flow::screen::Question const& screen, flow::Draft const& draft,
                                    Ui& ui);
// `follow_up`: what is written is added to a letter that was left before.
[[nodiscard]] Outcome draw_write(ScreenContext const& context, flow::Draft& draft,
                                 std::optional<flow::FollowUpAction> follow_up, Privacy privacy,
                                 Ui& ui);
[[nodiscard]] Outcome draw_personal_data(ScreenContext const& context, flow::Draft const& draft,
                                         flow::screen::PersonalData& screen, Privacy privacy,
                                         Ui& ui);
[[nodiscard]] Outcome draw_recognisable(ScreenContext const& context, Ui& ui);
[[nodiscard]] Outcome draw_where(ScreenContext const& context, flow::screen::Where& screen,
                                 flow::Draft const& draft, Ui& ui);
[[nodiscard]] Outcome draw_contact(ScreenContext const& context, flow::Draft const& draft, Ui& ui);
[[nodiscard]] Outcome draw_contact_detail(ScreenContext const& context, flow::Draft& draft,
                                          Privacy privacy, Ui& ui);
// Which rows a summary has.
struct SummaryRows {
    bool subject = true;
    bool where = true;
    bool contact = true;
};
[[nodiscard]] Outcome draw_summary(ScreenContext const& context, flow::Draft const& draft,
                                   SummaryRows rows, flow::screen::Summary& screen, Privacy privacy,
                                   Ui& ui);

[[nodiscard]] Outcome draw_already_sent(ScreenContext const& context, Ui& ui);
[[nodiscard]] Outcome draw_waiting(ScreenContext const& context,
                                   flow::screen::Waiting const& screen, Ui& ui);
[[nodiscard]] Outcome draw_sending(ScreenContext const& context,
                                   flow::screen::Sending const& screen,
                                   std::optional<flow::FollowUpAction> follow_up, Ui& ui);
[[nodiscard]] Outcome draw_receipt(ScreenContext const& context,
                                   flow::screen::Receipt const& screen, Privacy privacy, Ui& ui);
[[nodiscard]] Outcome draw_not_stored(ScreenContext const& context,
                                      flow::screen::NotStored const& screen,
                                      std::optional<flow::FollowUpAction> follow_up, Ui& ui);
[[nodiscard]] Outcome draw_afterwards(ScreenContext const& context,
                                      flow::screen::Afterwards const& screen, Ui& ui);

[[nodiscard]] Outcome draw_code_entry(ScreenContext const& context, flow::CodeDraft const& code,
                                      Privacy privacy, Ui& ui);
[[nodiscard]] Outcome draw_looking_up(ScreenContext const& context,
                                      flow::screen::LookingUp const& screen, Ui& ui);
[[nodiscard]] Outcome draw_code_result(ScreenContext const& context,
                                       flow::screen::CodeResult& screen,
                                       flow::LetterNews const& news, Privacy privacy, Ui& ui);
[[nodiscard]] Outcome draw_withdraw(ScreenContext const& context, Ui& ui);
[[nodiscard]] Outcome draw_followed_up(ScreenContext const& context,
                                       flow::screen::FollowedUp const& screen, Ui& ui);

// For who looks after the kiosk.
struct ServiceView {
    flow::ServiceFacts const& facts;
    bool can_be_linked = false;
};
[[nodiscard]] Outcome draw_service(ScreenContext const& context, ServiceView const& view, Ui& ui);
[[nodiscard]] Outcome draw_pairing_code(ScreenContext const& context,
                                        flow::screen::PairingCode const& screen, Privacy privacy,
                                        Ui& ui);
[[nodiscard]] Outcome draw_linking(ScreenContext const& context,
                                   flow::screen::Linking const& screen, Ui& ui);

// Over a screen.
[[nodiscard]] Outcome draw_emergency(ScreenContext const& context, Ui& ui);
[[nodiscard]] Outcome draw_languages(ScreenContext const& context, Ui& ui);
[[nodiscard]] Outcome draw_view_settings(ScreenContext const& context, Ui& ui);
[[nodiscard]] Outcome draw_idle_warning(ScreenContext const& context,
                                        flow::IdleWarning const& warning, pages::Phrase what,
                                        Ui& ui);

// The screen the journey is on, with whatever lies over it.
[[nodiscard]] Outcome draw_journey(ScreenContext const& context, flow::Journey& journey, Ui& ui);

} // namespace inloop::ui
