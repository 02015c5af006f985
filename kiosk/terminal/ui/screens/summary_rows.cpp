// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/ui/screens/summary_rows.h"

namespace inloop::ui {

using pages::Phrase;

namespace {

pages::SubjectOption const* option_of(pages::Subject const& subject,
                                      entries::TapAnswer const& answer) {
    for (pages::SubjectQuestion const& question : subject.questions) {
        for (pages::SubjectOption const& option : question.options) {
            if (question.id == answer.question && option.id == answer.option) {
                return &option;
            }
        }
    }
    return nullptr;
}

// The subject, what was tapped about it and who may have it.
std::string subject_words(ScreenContext const& context, flow::Draft const& draft) {
    pages::Subject const* subject = context.assets.subjects.find(draft.subject);
    if (subject == nullptr) {
        return context.phrases.plain(Phrase::summary_subject_none);
    }
    std::string words = subject->name.in(context.language);
    for (entries::TapAnswer const& answer : draft.answers) {
        if (pages::SubjectOption const* option = option_of(*subject, answer)) {
            words += " · " + option->words.in(context.language);
        }
    }
    if (draft.passing == entries::Passing::yes) {
        words += " · " + context.phrases.plain(Phrase::summary_passing);
    }
    return words;
}

std::string where_words(ScreenContext const& context, flow::Draft const& draft) {
    if (pages::Street const* street = context.assets.map.find(draft.spot.street)) {
        return street->name;
    }
    return context.phrases.plain(draft.spot.point ? Phrase::where_point
                                                  : Phrase::summary_where_none);
}

Phrase contact_phrase(entries::ContactWish wish) {
    switch (wish) {
    case entries::ContactWish::call:
        return Phrase::summary_contact_call;
    case entries::ContactWish::email:
        return Phrase::summary_contact_email;
    case entries::ContactWish::come_by:
        return Phrase::summary_contact_come;
    case entries::ContactWish::by_code:
        break;
    }
    return Phrase::summary_contact_code;
}

bool has_detail(entries::ContactWish wish) {
    return wish == entries::ContactWish::call || wish == entries::ContactWish::email;
}

} // namespace

std::vector<SummaryRow> summary_rows(ScreenContext const& context, flow::Draft const& draft,
                                     SummaryRows which) {
    auto const plain = [&](Phrase phrase) { return context.phrases.plain(phrase); };
    std::vector<SummaryRow> rows;
    if (which.subject) {
        rows.push_back({.id = "summary.change_subject",
                        .part = flow::Part::subject,
                        .label = plain(Phrase::summary_subject),
                        .words = subject_words(context, draft)});
    }
    rows.push_back({.id = "summary.change_text",
                    .part = flow::Part::message,
                    .label = plain(Phrase::summary_text)});
    if (which.where) {
        rows.push_back({.id = "summary.change_where",
                        .part = flow::Part::where,
                        .label = plain(Phrase::summary_where),
                        .words = where_words(context, draft)});
    }
    if (which.contact) {
        rows.push_back({.id = "summary.change_contact",
                        .part = flow::Part::contact,
                        .label = plain(Phrase::summary_contact),
                        .words = plain(contact_phrase(draft.contact_wish)),
                        .typed = has_detail(draft.contact_wish) ? draft.contact.text.view()
                                                                : std::string_view()});
    }
    return rows;
}

std::array<pages::RichText, 3> steps_after(ScreenContext const& context) {
    pages::RichText read = context.phrases.rich(Phrase::summary_after_2);
    if (context.presence.read_by) {
        std::string const by = read_by_words(context, *context.presence.read_by);
        read = context.phrases.rich(Phrase::summary_after_2_by, {{"by", by}});
    }
    return {context.phrases.rich(Phrase::summary_after_1), std::move(read),
            context.phrases.rich(Phrase::summary_after_3)};
}

} // namespace inloop::ui
