// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/utf8.h"
#include "kiosk/entries/personal_data.h"
#include "kiosk/entries/tuning.h"
#include "kiosk/officerlog/desk/change.h"
#include "kiosk/officerlog/desk/folded_text.h"
#include "kiosk/officerlog/desk/status_names.h"
#include "kiosk/officerlog/desk/stepping.h"
#include "kiosk/officerlog/desk/threads.h"
#include "kiosk/officerlog/desk/tuning.h"
#include "kiosk/seal/answer.h"

#include <algorithm>
#include <utility>

namespace inloop::desk {
namespace {

using entries::Status;

std::string digits_of(std::string_view text) {
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits),
                         [](char sign) { return sign >= '0' && sign <= '9'; });
    return digits;
}

// A number or address that everybody may know.
bool is_a_fact(pages::Facts const& facts, std::string_view piece) {
    return std::ranges::any_of(facts.all(), [&](pages::Fact const& fact) {
        std::string const digits = digits_of(fact.value);
        return fact.value == piece || (!digits.empty() && digits == digits_of(piece));
    });
}

// What the answer repeats of these letters.
Result<std::vector<AnswerWarning>> quotes(vault::Session& session, Thread const& letters,
                                          std::string_view text) {
    auto answer = FoldedText::create();
    auto letter = FoldedText::create();
    if (!answer || !letter) {
        return tl::unexpected(answer ? letter.error() : answer.error());
    }
    answer->take(text);
    std::vector<AnswerWarning> found;
    auto const done = session.scan(letters, [&](records::Entry const&, vault::Glance const&,
                                                std::string_view content) {
        letter->take(content);
        auto const run = first_shared_run(*answer, *letter, kQuotedWords);
        if (run.begin != run.end) {
            found.push_back({Refusal::quotes, answer->begin(run.begin), answer->end(run.end - 1)});
        }
    });
    if (!done) {
        return tl::unexpected(done.error());
    }
    return found;
}

Result<std::vector<AnswerWarning>> all_warnings(Desk& desk, vault::Session& session,
                                                Thread const& letters, std::string_view text) {
    auto found = quotes(session, letters, text);
    if (!found) {
        return found;
    }
    for (entries::PersonalData const& data : entries::find_personal_data(text)) {
        if (!is_a_fact(desk.assets.facts, text.substr(data.begin, data.end - data.begin))) {
            found->push_back({Refusal::person, data.begin, data.end});
        }
    }
    std::ranges::stable_sort(*found, {}, &AnswerWarning::begin);
    found->erase(std::unique(found->begin(), found->end()), found->end());
    return found;
}

std::optional<Refusal> fault_in_answer(Change& change, AnswerDraft const& draft) {
    if (draft.text.size() > entries::kMaxTextBytes) {
        return Refusal::too_long;
    }
    if (auto const fault = fault_in(draft.text, entries::kMaxTextCodePoints)) {
        return fault;
    }
    if (!change.facts().wants_answer || !may_answer_with(draft.then)) {
        return Refusal::step;
    }
    return change.fault_in_step(draft.then);
}

// The first warning, unless the person saw them and sends all the same.
Result<std::optional<Refusal>> warning(Desk& desk, vault::Session& session, Change& change,
                                       AnswerDraft const& draft) {
    if (draft.despite_warnings) {
        return std::nullopt;
    }
    auto const found = warnings_about(desk, session, change.root().id, draft.text);
    if (!found) {
        return tl::unexpected(found.error());
    }
    return found->empty() ? std::nullopt : std::optional(found->front().why);
}

Result<records::Answer> sealed(Desk& desk, Change& change, seal::SigningKey const& log_sign,
                               std::string_view text) {
    auto const sent = desk.store.answers(change.root().id);
    if (!sent) {
        return tl::unexpected(sent.error());
    }
    std::uint32_t const before = sent->empty() ? 0 : sent->back().number;
    seal::Answer answer{
        .entry = change.root().id, .receipt = change.root().receipt, .number = before + 1};
    desk.random.fill(answer.id.bytes);
    auto bytes = seal::write_answer(answer, text, log_sign);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    return records::Answer{.id = answer.id,
                           .entry = answer.entry,
                           .receipt = answer.receipt,
                           .number = answer.number,
                           .bytes = std::move(*bytes),
                           .at = change.now()};
}

Outcome<Done> send(Desk& desk, Change& change, AnswerDraft const& draft,
                   seal::SigningKey const& log_sign) {
    auto const answer = sealed(desk, change, log_sign, draft.text);
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    if (change.root().status != draft.then) {
        step(change.root(), draft.then, change.now());
    }
    change.root().answered_at = change.now();
    return change.commit({.action = "answer", .reason = std::string(name_of(draft.then))},
                         [&]() -> Result<void> {
                             if (auto done = desk.store.add_answer(*answer); !done) {
                                 return done;
                             }
                             return change.keep_note(records::NoteKind::answer_copy, draft.text);
                         });
}

} // namespace

Result<std::vector<AnswerWarning>> warnings_about(Desk& desk, vault::Session& session,
                                                  seal::EntryId const& root,
                                                  std::string_view text) {
    if (!utf8::is_valid(text)) {
        return fail(ErrorCode::invalid_input, "an answer is not text");
    }
    auto const letters = desk.store.thread(root);
    if (!letters) {
        return tl::unexpected(letters.error());
    }
    return all_warnings(desk, session, *letters, text);
}

Outcome<Done> answer(Desk& desk, vault::Session& session, Target const& target,
                     AnswerDraft const& draft) {
    return on_thread(desk, session, target, {}, [&](Change& begun) -> Outcome<Done> {
        if (auto const fault = fault_in_answer(begun, draft)) {
            return refused<Done>(*fault);
        }
        auto const warned = warning(desk, session, begun, draft);
        if (!warned) {
            return tl::unexpected(warned.error());
        }
        if (*warned) {
            return refused<Done>(**warned);
        }
        auto const key = session.log_sign();
        if (!key) {
            return tl::unexpected(key.error());
        }
        return send(desk, begun, draft, **key);
    });
}

std::vector<StandardAnswer> standard_answers(Desk const& desk, Status status,
                                             std::string_view language) {
    pages::StandingWords words = desk.assets.place.words(language);
    std::ranges::copy(desk.assets.facts.words(), std::back_inserter(words));
    std::vector<StandardAnswer> all;
    for (AnswerTemplate const& made : desk.texts.answers) {
        if (made.then != status) {
            continue;
        }
        if (auto text = filled(made.text.in(language), words)) {
            all.push_back({made.id, made.title, std::move(*text)});
        }
    }
    return all;
}

} // namespace inloop::desk
