// SPDX-License-Identifier: EUPL-1.2
// What each event does to a journey.
#include "kiosk/base/utf8.h"
#include "kiosk/entries/letter.h"
#include "kiosk/terminal/flow/journey.h"

#include <algorithm>
#include <utility>

namespace inloop::flow {

using screen::PairingStep;

namespace {

template <class... Told>
bool is_one_of(Event const& event) {
    return (std::holds_alternative<Told>(event) || ...);
}

bool is_from_visitor(Event const& event) {
    return !is_one_of<event::Stored, event::StoreFailed, event::FollowUpStored,
                      event::FollowUpFailed, event::Arrived, event::CodeRead, event::LettersHere,
                      event::ServiceFacts, event::PairingWords, event::PairingFailed,
                      event::PairingDone>(event);
}

std::string_view use_of(WouldGo answer) {
    switch (answer) {
    case WouldGo::yes:
        return "afterwards.would-go.yes";
    case WouldGo::no:
        return "afterwards.would-go.no";
    case WouldGo::unsure:
        break;
    }
    return "afterwards.would-go.unsure";
}

std::string_view use_of(Smile smile) {
    switch (smile) {
    case Smile::glad:
        return "afterwards.smile.glad";
    case Smile::neutral:
        return "afterwards.smile.neutral";
    case Smile::sad:
        break;
    }
    return "afterwards.smile.sad";
}

} // namespace

// What is not written here is ignored. While an overlay lies over the screen, the buttons beneath
// it are dead: a second finger may still have been on one.
struct Journey::Step {
    Journey& journey;

    template <class T>
    [[nodiscard]] bool bare() const {
        return journey.on<T>() && journey.m_overlay == Overlay::none;
    }
    [[nodiscard]] Draft& draft() const { return journey.m_draft; }

    // Beginning and reading.
    void operator()(event::Start const& /*unused*/) const {
        if (bare<screen::Attract>()) {
            journey.go(screen::Home{});
        }
    }
    void operator()(event::StartIn& start) const {
        if (bare<screen::Attract>() && journey.knows(start.language)) {
            journey.m_language = std::move(start.language);
            journey.go(screen::Home{});
        }
    }
    void operator()(event::Choose const& choose) const {
        if (bare<screen::Home>()) {
            journey.begin_letter(choose.kind);
        }
    }
    void operator()(event::OpenPages const& /*unused*/) const {
        if (bare<screen::Home>()) {
            journey.go(screen::Pages{});
        }
    }
    void operator()(event::OpenPage& open) const {
        if (bare<screen::Home>() || bare<screen::Pages>()) {
            bool const from_list = journey.on<screen::Pages>();
            journey.go(screen::Information{.page = std::move(open.page), .from_list = from_list});
        }
    }

    // Going on and back.
    void operator()(event::Next const& /*unused*/) const {
        if (journey.m_overlay == Overlay::emergency) {
            journey.close_overlay();
        } else if (bare<screen::Information>()) {
            journey.begin_letter(entries::EntryKind::question);
        } else if (bare<screen::Write>()) {
            bool const may_be_blank = journey.m_follow_up == FollowUpAction::not_solved;
            if (may_be_blank || !utf8::is_blank(draft().message.text.view())) {
                journey.go_on();
            }
        } else if (bare<screen::ContactDetail>()) {
            if (!utf8::is_blank(draft().contact.text.view())) {
                journey.go_on();
            }
        } else if (bare<screen::Where>() || bare<screen::Recognisable>()) {
            journey.go_on();
        } else if (bare<screen::CodeEntry>()) {
            journey.look_up();
        } else if (bare<screen::PairingCode>()) {
            journey.pair();
        }
    }
    void operator()(event::Back const& /*unused*/) const {
        if (journey.m_overlay != Overlay::none) {
            journey.close_overlay();
        } else if (auto const* page = std::get_if<screen::Information>(&journey.m_screen)) {
            journey.go(page->from_list ? Screen(screen::Pages{}) : Screen(screen::Home{}));
        } else if (journey.on<screen::Pages>() || journey.on<screen::CannotWrite>()) {
            journey.go(screen::Home{});
        } else if (journey.on<screen::CodeEntry>()) {
            journey.forget_code();
            journey.go(screen::Home{});
        } else if (journey.on<screen::CodeResult>()) {
            journey.forget_code();
            journey.go(screen::CodeEntry{});
        } else if (journey.at_service()) {
            journey.go_back_at_service();
        } else if (!journey.m_follow_up &&
                   (journey.on<screen::NotStored>() || journey.on<screen::AlreadySent>() ||
                    journey.on<screen::Waiting>())) {
            journey.go_to(Stop::summary);
        } else {
            journey.go_back();
        }
    }
    void operator()(event::Skip const& /*unused*/) const {
        if (bare<screen::Question>()) {
            auto const number = std::get<screen::Question>(journey.m_screen).number;
            std::erase_if(draft().answers, [&](entries::TapAnswer const& answer) {
                return answer.question == journey.subject()->questions[number].id;
            });
            journey.go_on();
        } else if (bare<screen::Where>()) {
            draft().spot = {};
            journey.go_on();
        } else if (bare<screen::Contact>()) {
            draft().set_contact_wish(entries::ContactWish::by_code);
            journey.go_on();
        } else if (bare<screen::Afterwards>()) {
            after();
        }
    }

    // What the letter is about.
    void operator()(event::Happens const& happens) const {
        if (!bare<screen::Happening>()) {
            return;
        }
        draft().happening = happens.now ? entries::Happening::yes : entries::Happening::no;
        journey.go_on();
        if (happens.now) { // first who can come; whoever still wants to write finds the way there
            journey.open(Overlay::emergency);
        }
    }
    void operator()(event::ChooseSubject const& choose) const {
        if (bare<screen::Subjects>() &&
            entries::find_subject(journey.m_spec.subjects, choose.subject) != nullptr) {
            draft().set_subject(choose.subject);
            journey.go_on();
        }
    }
    void operator()(event::AllowPassing const& allow) const {
        if (bare<screen::Desk>()) {
            draft().passing = allow.allowed ? entries::Passing::yes : entries::Passing::no;
            journey.go_on();
        }
    }
    void operator()(event::ChooseOption const& choose) const {
        if (!bare<screen::Question>()) {
            return;
        }
        auto const number = std::get<screen::Question>(journey.m_screen).number;
        entries::TapQuestion const& asked = journey.subject()->questions[number];
        if (asked.id == choose.question &&
            std::ranges::find(asked.options, choose.option) != asked.options.end()) {
            draft().set_answer(choose.question, choose.option);
            journey.go_on();
        }
    }
    void operator()(event::RemovePersonalData const& /*unused*/) const {
        if (bare<screen::PersonalData>()) {
            journey.remove_personal_data();
            draft().personal_data_kept = 0;
            journey.go_on();
        }
    }
    void operator()(event::KeepPersonalData const& /*unused*/) const {
        if (bare<screen::PersonalData>()) {
            draft().personal_data_kept = journey.count_personal_data();
            journey.go_on();
        }
    }
    void operator()(event::ChooseStreet const& choose) const {
        if (bare<screen::Where>()) {
            journey.put_at({.street = choose.street, .point = std::nullopt});
        }
    }
    void operator()(event::ChoosePoint const& choose) const {
        if (bare<screen::Where>()) {
            journey.put_at({.street = choose.street, .point = choose.point});
        }
    }
    void operator()(event::ChooseContact const& choose) const {
        if (bare<screen::Contact>()) {
            draft().set_contact_wish(choose.wish);
            journey.go_on();
        }
    }

    // Sending.
    void operator()(event::Change const& change) const {
        bool const text = change.part == Part::message;
        if (bare<screen::Summary>() || (text && bare<screen::AlreadySent>())) {
            journey.change(change.part);
        } else if (text && bare<screen::Recognisable>()) {
            journey.go_to(Stop::write); // as far as before: what was not asked yet still comes
        }
    }
    void operator()(event::Send const& /*unused*/) const {
        if (bare<screen::Summary>()) {
            journey.try_to_send();
        } else if (bare<screen::Withdraw>()) {
            journey.queue();
        }
    }
    void operator()(event::SendAnyway const& /*unused*/) const {
        if (bare<screen::AlreadySent>()) {
            journey.queue();
        }
    }
    void operator()(event::Retry const& /*unused*/) const {
        if (bare<screen::NotStored>()) {
            journey.queue();
        }
    }
    void operator()(event::HasCode const& /*unused*/) const {
        if (bare<screen::Receipt>()) {
            journey.forget_letter();
            journey.go(screen::Afterwards{});
        }
    }
    void operator()(event::WouldHaveGone const& answer) const {
        if (bare<screen::Afterwards>() && step() == AfterwardsStep::would_go) {
            journey.m_services.uses.count(use_of(answer.answer));
            after();
        }
    }
    void operator()(event::Smiled const& smiled) const {
        if (bare<screen::Afterwards>() && step() == AfterwardsStep::smile) {
            journey.m_services.uses.count(use_of(smiled.smile));
            after();
        }
    }

    // The code.
    void operator()(event::OpenCode const& /*unused*/) const {
        if (bare<screen::Home>() && journey.m_spec.words != nullptr) {
            journey.m_code.clear();
            journey.go(screen::CodeEntry{});
        }
    }
    void operator()(event::CodeLetter const& typed) const {
        if (bare<screen::CodeEntry>() &&
            journey.m_code.add_letter(typed.letter, *journey.m_spec.words)) {
            journey.changed();
        }
    }
    void operator()(event::CodeDigit const& typed) const {
        if (bare<screen::CodeEntry>() && journey.m_code.add_digit(typed.digit)) {
            journey.changed();
        }
    }
    void operator()(event::CodeWord const& word) const {
        if (bare<screen::CodeEntry>() && journey.m_code.choose_word(word.index)) {
            journey.changed();
        }
    }
    void operator()(event::CodeErase const& /*unused*/) const {
        if (bare<screen::CodeEntry>() && journey.m_code.erase()) {
            journey.changed();
        }
    }
    void operator()(event::ChooseCodeMode const& choose) const {
        if (bare<screen::CodeEntry>() && journey.m_code.mode() != choose.mode) {
            journey.m_code.set_mode(choose.mode);
            journey.changed();
        }
    }
    void operator()(event::FollowUp const& follow_up) const {
        if (bare<screen::CodeResult>()) {
            journey.follow_up(follow_up.action);
        }
    }

    // At any time.
    void operator()(event::WipeAndStop const& /*unused*/) const {
        if (journey.has_visitor_at_hand()) {
            journey.wipe();
        }
    }
    void operator()(event::OpenEmergency const& /*unused*/) const {
        journey.open(Overlay::emergency);
    }
    void operator()(event::OpenLanguages const& /*unused*/) const {
        journey.open(Overlay::languages);
    }
    void operator()(event::OpenViewSettings const& /*unused*/) const {
        journey.open(Overlay::view_settings);
    }
    void operator()(event::CloseOverlay const& /*unused*/) const {
        if (journey.m_overlay != Overlay::none) {
            journey.close_overlay();
        }
    }
    void operator()(event::ChooseLanguage& choose) const {
        if (!journey.has_visitor_at_hand() || !journey.knows(choose.language)) {
            return;
        }
        if (choose.language != journey.m_language) {
            journey.m_language = std::move(choose.language);
            journey.m_list_page = 0;
            journey.changed();
        }
        // The emergency page stays: whoever needs it needs it in his own language.
        if (journey.m_overlay != Overlay::none && journey.m_overlay != Overlay::emergency) {
            journey.close_overlay();
        }
    }
    void operator()(event::ToggleLargeLetters const& /*unused*/) const {
        journey.flip(&ViewSettings::large_letters);
    }
    void operator()(event::ToggleContrast const& /*unused*/) const {
        journey.flip(&ViewSettings::high_contrast);
    }
    void operator()(event::ToggleLowReach const& /*unused*/) const {
        journey.flip(&ViewSettings::low_reach);
    }
    void operator()(event::StillHere const& /*unused*/) const {} // handle() has closed the warning

    // Of who looks after the kiosk.
    void operator()(event::OpenService const& /*unused*/) const {
        if (bare<screen::Attract>()) {
            ++journey.m_wipes; // the finger that held the mark still lies there
            journey.go(screen::Service{});
        }
    }
    void operator()(event::OpenPairing const& /*unused*/) const {
        if (bare<screen::Service>() || bare<screen::Linking>()) {
            journey.begin_pairing();
        }
    }
    void operator()(event::PairingSign const& typed) const {
        if (bare<screen::PairingCode>() && pairing_code().add(typed.sign)) {
            journey.changed();
        }
    }
    void operator()(event::PairingErase const& /*unused*/) const {
        if (bare<screen::PairingCode>() && pairing_code().erase()) {
            journey.changed();
        }
    }
    void operator()(event::AnswerPairing const& answer) const {
        if (bare<screen::Linking>()) {
            journey.answer_pairing(answer.same);
        }
    }

    // From the services.
    void operator()(event::Stored const& stored) const {
        if (journey.on<screen::Sending>() && !journey.m_follow_up) {
            journey.stored(stored);
        }
    }
    void operator()(event::StoreFailed& failed) const {
        if (journey.on<screen::Sending>() && !journey.m_follow_up) {
            journey.m_duplicates.forget_newest();
            journey.take_back(std::move(failed.letter));
            journey.touched();
            journey.go(screen::NotStored{.reason = failed.reason});
        }
    }
    void operator()(event::FollowUpStored const& /*unused*/) const {
        if (journey.on<screen::Sending>() && journey.m_follow_up) {
            journey.followed_up();
        }
    }
    void operator()(event::FollowUpFailed& failed) const {
        if (journey.on<screen::Sending>() && journey.m_follow_up) {
            journey.take_back(std::move(failed.text));
            journey.touched();
            journey.go(screen::NotStored{.reason = failed.reason});
        }
    }
    void operator()(event::Arrived const& arrived) const { journey.arrived(arrived); }
    void operator()(event::CodeRead& read) const {
        if (journey.on<screen::LookingUp>()) {
            journey.take_news(std::move(read.news));
        }
    }
    void operator()(event::ServiceFacts& facts) const {
        if (journey.m_facts != facts.facts) {
            journey.m_facts = std::move(facts.facts);
            if (journey.on<screen::Service>()) {
                journey.changed();
            }
        }
    }
    void operator()(event::PairingWords const& words) const {
        journey.show_pairing_words(words.words);
    }
    void operator()(event::PairingFailed const& failed) const {
        journey.end_pairing({.step = PairingStep::failed, .reason = failed.reason});
    }
    void operator()(event::PairingDone const& /*unused*/) const {
        journey.end_pairing({.step = PairingStep::done});
    }
    void operator()(event::LettersHere const& letters) const {
        if (journey.m_letters_here != letters.sealed) {
            journey.m_letters_here = letters.sealed;
            journey.changed();
        }
    }

private:
    [[nodiscard]] PairingCodeDraft& pairing_code() const {
        return std::get<screen::PairingCode>(journey.m_screen).code;
    }
    [[nodiscard]] AfterwardsStep step() const {
        return std::get<screen::Afterwards>(journey.m_screen).step;
    }
    void after() const {
        switch (step()) {
        case AfterwardsStep::would_go:
            journey.go(screen::Afterwards{AfterwardsStep::smile});
            break;
        case AfterwardsStep::smile:
            journey.go(screen::Afterwards{AfterwardsStep::thanks});
            break;
        case AfterwardsStep::thanks:
            journey.wipe();
            break;
        }
    }
};

void Journey::handle(Event event) {
    if (is_from_visitor(event)) {
        touched();
        close_warning();
    }
    std::visit(Step{*this}, event);
}

} // namespace inloop::flow
