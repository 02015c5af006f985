// SPDX-License-Identifier: EUPL-1.2
// A visitor who comes back with his code: what he is shown, and what he does with his letter.
#include "kiosk/base/utf8.h"
#include "kiosk/terminal/flow/journey.h"

#include <sodium.h>

#include <utility>

namespace inloop::flow {

void Journey::look_up() {
    if (std::optional<entries::ReceiptCode> code = m_code.code()) {
        m_visit.here = true;
        m_visit.code = KeptCode(*code);
        go(screen::LookingUp{.since = m_clock->now()});
        m_services.codes.look_up(*code);
        sodium_memzero(code->words.data(), sizeof(code->words));
    }
}

// The code is kept only where something can be done with the letter.
void Journey::take_news(LetterNews news) {
    FollowUps const possible = follow_ups_of(news);
    if (!possible.more && !possible.not_solved && !possible.withdraw) {
        m_visit.code.clear();
    }
    m_visit.news = std::move(news);
    m_code.clear();
    ++m_wipes; // glyphs of it are to be forgotten
    touched();
    go(screen::CodeResult{});
}

void Journey::forget_code() {
    m_code.clear();
    m_visit.clear();
    m_follow_up.reset();
    ++m_wipes; // glyphs of it are to be forgotten too
}

void Journey::follow_up(FollowUpAction action) {
    if (!follow_ups_of(m_visit.news).has(action)) {
        return;
    }
    if (m_spec.letterbox == Letterbox::closed) {
        forget_code();
        go(screen::CannotWrite{});
        return;
    }
    m_follow_up = action;
    m_extent = Extent::whole_way;
    if (action == FollowUpAction::withdraw) {
        go(screen::Withdraw{});
    } else {
        go_to(Stop::write);
    }
}

void Journey::go_on_following_up() {
    bool const asks = on<screen::Write>() && count_personal_data() > m_draft.personal_data_kept;
    if (asks) {
        go_to(Stop::personal_data);
    } else {
        queue();
    }
}

// To what led here; what was typed stays until he leaves.
void Journey::go_back_following_up() {
    bool const could_not_go = on<screen::NotStored>() || on<screen::Waiting>();
    if (could_not_go && m_follow_up == FollowUpAction::withdraw) {
        go(screen::Withdraw{});
    } else if (could_not_go || on<screen::PersonalData>()) {
        go_to(Stop::write);
    } else if (on<screen::Write>() || on<screen::Withdraw>()) {
        m_follow_up.reset();
        go(screen::CodeResult{});
    }
}

void Journey::send_follow_up(Instant now) {
    if (m_follow_up == FollowUpAction::withdraw) {
        m_draft.message.clear(); // typed for something else
    }
    FollowUpToSend follow_up{.code = m_visit.code,
                             .action = *m_follow_up,
                             .facts = bare_facts(),
                             .text =
                                 std::exchange(m_draft.message.text, std::move(m_spare->message))};
    m_spare.reset();
    m_draft.message.rewind();
    go(screen::Sending{.since = now});
    m_services.letters.send_follow_up(std::move(follow_up));
}

void Journey::followed_up() {
    m_flood.take(m_clock->now(), m_haste);
    FollowUpAction const action = *m_follow_up;
    forget_letter();
    touched();
    go(screen::FollowedUp{.action = action});
}

void Journey::take_back(SecretText text) {
    m_draft.message.text.clear();
    if (text.capacity() >= m_draft.message.text.capacity()) {
        m_draft.message.text = std::move(text);
    } else {
        // A smaller block than ours would stop the next visitor in the middle of a sentence.
        static_cast<void>(m_draft.message.text.insert(0, text.view()));
    }
    m_draft.message.rewind();
}

} // namespace inloop::flow
