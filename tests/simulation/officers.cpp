// SPDX-License-Identifier: EUPL-1.2
//
// What officers do meanwhile: the changes that desk::Casework makes, each in one transaction, by
// statements of our own. Logins and audit rows are no part of this simulation.
#include "kiosk/seal/answer.h"
#include "tests/simulation/simulated_log.h"
#include "tests/support/must.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace inloop::simulation {

using entries::Closing;
using entries::Status;
using support::must;

std::optional<records::Entry> SimulatedLog::some_thread() {
    auto roots = must(store().roots());
    if (roots.empty()) {
        return std::nullopt;
    }
    return std::move(roots[m_world.dice.below(roots.size())]);
}

void SimulatedLog::work() {
    if (!is_up()) {
        return;
    }
    auto entry = some_thread();
    std::size_t const what = m_world.dice.below(10);
    if (what == 0) {
        return put_document();
    }
    if (what == 1) {
        return must(
            store().set_presence({.present = m_world.dice.percent(50), .until = 1'800'000'000}));
    }
    if (!entry) {
        return;
    }
    if (what == 2) {
        note("a letter is erased");
        return must(store().destroy({.entry = entry->id, .by = "Ilse", .reason = "redacted"}));
    }
    return what < 6 ? send_answer(std::move(*entry)) : change_status(std::move(*entry));
}

void SimulatedLog::change_status(records::Entry entry) {
    constexpr std::array kTo{Status::in_hand, Status::asked, Status::referred, Status::closed};
    auto const version = entry.version;
    entry.status = kTo.at(m_world.dice.below(kTo.size()));
    entry.closing = entry.status == Status::closed ? Closing::done : Closing::open;
    must(store().update(entry, version));
}

void SimulatedLog::send_answer(records::Entry entry) {
    auto const sent = must(store().answers(entry.id));
    seal::Answer answer{.entry = entry.id,
                        .receipt = entry.receipt,
                        .number = sent.empty() ? 1 : sent.back().number + 1};
    m_random.fill(answer.id.bytes);
    auto const bytes = must(seal::write_answer(answer, "Dank u wel", m_place.log_sign()));
    auto const version = entry.version;
    entry.status = Status::in_hand;
    entry.closing = Closing::open;
    must(store().transaction([&] {
        return store().update(entry, version).and_then([&] {
            return store().add_answer({.id = answer.id,
                                       .entry = answer.entry,
                                       .receipt = answer.receipt,
                                       .number = answer.number,
                                       .bytes = bytes});
        });
    }));
    ++m_answers;
}

void SimulatedLog::put_document() {
    std::string const words = "# " + std::to_string(++m_documents) + "\n";
    auto const text = as_bytes(words);
    must(store().put_document(
        {.document = {.name = "news.toml", .content = Bytes(text.begin(), text.end())},
         .by = "Ilse"}));
}

} // namespace inloop::simulation
