// SPDX-License-Identifier: EUPL-1.2
// How a letter leaves a journey: once, not too fast, and with nothing lost when it cannot be kept.
#include "kiosk/base/utf8.h"
#include "kiosk/entries/tuning.h"
#include "kiosk/terminal/flow/journey.h"
#include "kiosk/terminal/flow/tuning.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace inloop::flow {

namespace ch = std::chrono;

namespace {

entries::DayPart part_of(int hour) {
    if (hour < 6) {
        return entries::DayPart::night;
    }
    if (hour < 12) {
        return entries::DayPart::morning;
    }
    return hour < 18 ? entries::DayPart::afternoon : entries::DayPart::evening;
}

std::int32_t day_of(LocalTime const& local) {
    ch::year_month_day const date{ch::year(local.year),
                                  ch::month(static_cast<unsigned>(local.month)),
                                  ch::day(static_cast<unsigned>(local.day))};
    return static_cast<std::int32_t>(ch::sys_days(date).time_since_epoch().count());
}

} // namespace

// What every letter says: its language and about when it was left.
entries::EntryFacts Journey::bare_facts() const {
    entries::EntryFacts facts;
    facts.language = m_language;
    facts.wants_answer = true;
    facts.trust = m_clock->trust();
    if (facts.trust != ClockTrust::unset) {
        LocalTime const local = m_clock->local();
        facts.day = day_of(local);
        facts.part = part_of(local.hour);
    }
    return facts;
}

entries::EntryFacts Journey::facts() const {
    entries::EntryFacts facts = bare_facts();
    facts.kind = m_draft.kind;
    facts.subject = m_draft.subject;
    facts.answers = m_draft.answers;
    // Only what the summary showed: he may have answered more before he came for something else.
    Itinerary const way = itinerary();
    if (makes(way, Stop::happening)) {
        facts.happening = m_draft.happening;
    }
    if (makes(way, Stop::desk)) {
        facts.passing = m_draft.passing;
    }
    if (makes(way, Stop::where)) {
        facts.spot = m_draft.spot;
    }
    if (makes(way, Stop::contact)) {
        facts.contact = m_draft.contact_wish;
    }
    return facts;
}

void Journey::try_to_send() {
    if (utf8::is_blank(m_draft.message.text.view())) {
        return;
    }
    if (m_duplicates.knows(m_draft.message.text.view(), m_clock->now())) {
        go(screen::AlreadySent{});
    } else {
        queue();
    }
}

void Journey::queue() {
    Instant const now = m_clock->now();
    Milliseconds const wait = m_flood.wait(now);
    if (wait > Milliseconds(0)) {
        go(screen::Waiting{.until = now + wait});
        step_waiting(now);
    } else {
        send();
    }
}

void Journey::step_waiting(Instant now) {
    auto& waiting = std::get<screen::Waiting>(m_screen);
    int const left = static_cast<int>(ch::ceil<ch::seconds>(waiting.until - now).count());
    if (left <= 0) {
        touched(); // whatever comes now is new to him
        send();
    } else if (left != waiting.seconds_left) {
        waiting.seconds_left = left;
        changed();
    }
}

void Journey::send() {
    if (!prepare_spare()) {
        auto const* shown = std::get_if<screen::NotStored>(&m_screen);
        if (shown == nullptr || shown->reason != NotStoredReason::busy) {
            go(screen::NotStored{.reason = NotStoredReason::busy});
        }
        return;
    }
    Instant const now = m_clock->now();
    bool const hasty = m_writing_since && now - *m_writing_since < entries::kHasteLimit;
    m_haste = hasty ? entries::Haste::suspicious : entries::Haste::usual;
    if (m_follow_up) {
        send_follow_up(now);
        return;
    }
    m_duplicates.remember(m_draft.message.text.view(), now);
    if (!has_stop(Stop::contact_detail)) {
        m_draft.contact.clear();
    }
    entries::Letter letter{facts(),
                           std::exchange(m_draft.message.text, std::move(m_spare->message)),
                           std::exchange(m_draft.contact.text, std::move(m_spare->contact))};
    m_spare.reset();
    m_draft.message.rewind();
    m_draft.contact.rewind();
    go(screen::Sending{.since = now});
    m_services.letters.send(std::move(letter));
}

void Journey::take_back(entries::Letter letter) {
    m_draft.message.text.clear();
    m_draft.contact.text.clear();
    bool const as_large = letter.text.capacity() >= m_draft.message.text.capacity() &&
                          letter.contact.capacity() >= m_draft.contact.text.capacity();
    if (as_large) {
        m_spare = TextMemory{std::exchange(m_draft.message.text, std::move(letter.text)),
                             std::exchange(m_draft.contact.text, std::move(letter.contact))};
    } else {
        // A smaller block than ours would stop the next visitor in the middle of a sentence.
        static_cast<void>(m_draft.message.text.insert(0, letter.text.view()));
        static_cast<void>(m_draft.contact.text.insert(0, letter.contact.view()));
    }
    m_draft.message.rewind();
    m_draft.contact.rewind();
}

void Journey::stored(event::Stored const& stored) {
    m_flood.take(m_clock->now(), m_haste);
    // Copied into its place, so that no other copy of the code is left anywhere.
    auto& receipt = m_screen.emplace<screen::Receipt>();
    receipt.code = stored.code;
    receipt.seq = stored.seq;
    receipt.arrived = std::ranges::find(m_arrived, stored.seq) != m_arrived.end();
    touched(); // the time to copy the code starts when it shows
    changed();
}

void Journey::arrived(event::Arrived const& arrived) {
    m_arrived.insert(m_arrived.end(), arrived.seqs.begin(), arrived.seqs.end());
    while (m_arrived.size() > kArrivedKept) {
        m_arrived.pop_front();
    }
    auto* receipt = std::get_if<screen::Receipt>(&m_screen);
    if (receipt != nullptr && !receipt->arrived &&
        std::ranges::find(arrived.seqs, receipt->seq) != arrived.seqs.end()) {
        receipt->arrived = true;
        changed();
    }
}

bool Journey::prepare_spare() {
    if (!m_spare) {
        Result<TextMemory> fresh = make_texts(m_spec);
        if (fresh) {
            m_spare = std::move(*fresh);
        }
    }
    return m_spare.has_value();
}

} // namespace inloop::flow
