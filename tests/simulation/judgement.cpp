// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/judgement.h"

#include "kiosk/seal/envelope.h"
#include "tests/support/must.h"

#include <algorithm>
#include <limits>
#include <map>

namespace inloop::simulation {

using support::must;

namespace {

constexpr std::uint64_t kBeyondAllChanges = std::numeric_limits<std::int64_t>::max();

std::string named(SimulatedKiosk const& kiosk, std::uint64_t seq) {
    return kiosk.name() + ", letter " + std::to_string(seq) + ": ";
}

// How often each envelope is in the log, by its hash.
std::map<seal::Hash, int> envelopes_in(records::Store& store) {
    std::map<seal::Hash, int> times;
    for (auto const& entry : must(store.entries_after(0))) {
        ++times[entry.hash];
    }
    return times;
}

std::string letter_wrong(SimulatedKiosk& kiosk, Confirmed const& letter, records::Store& store) {
    auto& box = kiosk.keeper().site().letterbox;
    auto const bytes = box.read(letter.entry);
    if (!bytes || (seal::hash_of(*bytes) != letter.hash && !kiosk.is_spoiled(letter.entry))) {
        return "is not in the kiosk any more, or not the same";
    }
    auto const entry = must(store.entry(letter.entry));
    if (kiosk.is_spoiled(letter.entry)) {
        return entry && entry->hash != letter.hash ? "was spoiled and taken all the same" : "";
    }
    if (!entry) {
        return "is not in the log: LOST";
    }
    if (entry->hash != letter.hash || entry->seq != letter.seq) {
        return "is another one in the log";
    }
    bool const erased = entry->body.empty();
    if (!erased && !must(store.wrap_of(letter.entry))) {
        return "has no key in the log";
    }
    return {};
}

// What the visitor with the code sees beside what officers see.
std::string news_wrong(SimulatedKiosk& kiosk, Confirmed const& letter, SimulatedLog& log) {
    auto const entry = must(log.store().entry(letter.entry));
    if (kiosk.is_spoiled(letter.entry) || !entry) {
        return {};
    }
    auto const root = must(log.store().entry(entry->root)).value();
    auto const seen = kiosk.keeper().look_up(letter.code).news;
    // Of several threads under one code, the visitor sees one.
    auto const known = must(kiosk.keeper().site().memory.case_by_receipt(root.receipt));
    if (!known || seen.state != flow::CodeState::with_police) {
        return "the visitor sees nothing of it";
    }
    if (known->entry_id == root.id &&
        (seen.status != root.status || seen.closing != root.closing)) {
        return "the visitor sees another status";
    }
    auto const sent = must(log.store().answers(root.id));
    auto const here = must(kiosk.keeper().site().memory.answers_for(root.receipt));
    for (auto const& answer : sent) {
        if (std::ranges::count(here, answer.bytes) != 1) {
            return "an answer is not here once";
        }
    }
    return {};
}

} // namespace

std::string unsettled(Kiosks const& kiosks, SimulatedLog& log) {
    if (!log.is_up()) {
        return "the log is down";
    }
    auto const instance = must(log.store().site()).instance;
    auto const last = must(log.store().changes_after(kBeyondAllChanges, 1)).through;
    for (auto const& kiosk : kiosks) {
        if (!kiosk->is_on()) {
            return kiosk->name() + " is off";
        }
        auto& site = kiosk->keeper().site();
        for (auto const& letter : site.letterbox.letters()) {
            bool const refused =
                letter.state == letterbox::LetterState::dead && kiosk->is_spoiled(letter.entry_id);
            if (letter.state != letterbox::LetterState::sent && !refused) {
                return named(*kiosk, letter.seq) + "is not in sent/";
            }
        }
        auto const heard = must(site.memory.sync_state());
        if (heard.instance.bytes != instance.bytes || heard.seen_change != last) {
            return kiosk->name() + " has not heard everything";
        }
    }
    return {};
}

std::string wrong_at_rest(Kiosks const& kiosks, SimulatedLog& log) {
    auto const envelopes = envelopes_in(log.store());
    for (auto const& [hash, times] : envelopes) {
        if (times > 1) {
            return "an envelope is in the log " + std::to_string(times) + " times: DOUBLE";
        }
    }
    auto const news = must(log.store().document("news.toml"));
    for (auto const& kiosk : kiosks) {
        for (Confirmed const& letter : kiosk->confirmed()) {
            auto wrong = letter_wrong(*kiosk, letter, log.store());
            if (wrong.empty()) {
                wrong = news_wrong(*kiosk, letter, log);
            }
            if (!wrong.empty()) {
                return named(*kiosk, letter.seq) + wrong;
            }
        }
        if (news && kiosk->disk().peek(kiosk->data() / "news.toml") != news->document.content) {
            return kiosk->name() + " has other news.toml than the log";
        }
    }
    return {};
}

} // namespace inloop::simulation
