// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/flow/draft.h"

#include <algorithm>
#include <utility>

namespace inloop::flow {

void TypingField::clear() {
    text.clear();
    caret = 0;
    layer = KeyboardLayer::letters;
    shift = true;
    keyboard_hidden = false;
    rewind();
}

void TypingField::rewind() {
    caret = text.size();
    caret_shown = 0;
    scroll_px = 0;
}

std::string_view Draft::answer(std::string_view question) const {
    auto const found = std::ranges::find(answers, question, &entries::TapAnswer::question);
    return found != answers.end() ? std::string_view(found->option) : std::string_view();
}

void Draft::set_answer(std::string_view question, std::string_view option) {
    auto const found = std::ranges::find(answers, question, &entries::TapAnswer::question);
    if (found != answers.end()) {
        found->option = option;
    } else {
        answers.push_back({std::string(question), std::string(option)});
    }
}

void Draft::set_subject(std::string_view id) {
    if (subject != id) {
        subject = id;
        answers.clear();
        passing = entries::Passing::not_asked;
    }
}

void Draft::set_contact_wish(entries::ContactWish wish) {
    if (contact_wish != wish) {
        contact_wish = wish;
        contact.clear();
    }
}

void Draft::clear() {
    message.clear();
    contact.clear();
    kind = entries::EntryKind::question;
    subject.clear();
    happening = entries::Happening::not_asked;
    passing = entries::Passing::not_asked;
    contact_wish = entries::ContactWish::by_code;
    spot = {};
    answers.clear();
    personal_data_kept = 0;
    told_recognisable = false;
}

} // namespace inloop::flow
