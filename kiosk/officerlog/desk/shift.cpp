// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/shift.h"

#include "kiosk/base/hex.h"
#include "kiosk/officerlog/desk/follow_ups.h"
#include "kiosk/officerlog/desk/officer.h"
#include "kiosk/officerlog/desk/presence.h"
#include "kiosk/officerlog/desk/rows.h"

#include <algorithm>
#include <utility>

namespace inloop::desk {
namespace {

using entries::Status;

std::chrono::local_days day_of(records::Seconds at) {
    return std::chrono::floor<std::chrono::days>(local_minute_of(at));
}

// Which group a row stands in.
struct Sorting {
    records::PersonId me{};
    records::Seconds now = 0;

    // A colleague who is here sees his own.
    [[nodiscard]] bool is_for_me(Row const& row) const {
        return !row.root.handler || *row.root.handler == me || row.handler_away;
    }
    // nullptr: none of them.
    [[nodiscard]] std::vector<Row> ShiftReview::*group_of(Row const& row) const {
        records::Entry const& root = row.root;
        bool const is_read = root.first_read_at != 0;
        if (!is_read && is_open(root) && root.promised_by != 0) {
            if (root.promised_by < now) {
                return &ShiftReview::missed;
            }
            if (day_of(root.promised_by) == day_of(now)) {
                return &ShiftReview::today;
            }
        }
        if (root.replied_at != 0 && is_for_me(row)) {
            return &ShiftReview::replied;
        }
        if (!is_read && is_open(root)) {
            return &ShiftReview::fresh;
        }
        if (root.status == Status::set_aside && day_of(root.set_aside_until) <= day_of(now) &&
            is_for_me(row)) {
            return &ShiftReview::due;
        }
        bool const is_mine = root.handler && *root.handler == me;
        if (is_open(root) && row.handler_away && !is_mine) {
            return &ShiftReview::absent;
        }
        // Nothing else has to happen first: no visitor to write, no date to come.
        bool const lies_here = root.status == Status::arrived || root.status == Status::in_hand;
        return lies_here && is_for_me(row) ? &ShiftReview::unfinished : nullptr;
    }
};

// All threads, after what visitors asked was done.
Result<std::vector<Thread>> threads_up_to_date(Desk& desk, vault::Session& session) {
    auto threads = all_threads(desk);
    if (!threads) {
        return threads;
    }
    auto const changed = apply_follow_ups(desk, session, *threads);
    if (!changed) {
        return tl::unexpected(changed.error());
    }
    return *changed ? all_threads(desk) : std::move(threads);
}

// What visitors withdrew since: nothing is left to read, but whoever was on it should know.
Result<void> add_withdrawn(Desk& desk, records::Seconds since, std::vector<Row>& rows) {
    auto const proofs = desk.store.destroyed();
    if (!proofs) {
        return tl::unexpected(proofs.error());
    }
    for (records::Destroyed const& proof : *proofs) {
        if (proof.closing != entries::Closing::withdrawn || proof.destroyed_at < since) {
            continue;
        }
        auto root = desk.store.entry(proof.entry);
        if (!root) {
            return tl::unexpected(root.error());
        }
        if (*root) {
            rows.push_back({.root = std::move(**root), .glance = {.readable = false}});
        }
    }
    return {};
}

// As the store has him: a session remembers how he was when he logged in, and what it remembers is
// never written back. One whose login is over finds nobody.
Result<records::Person> person_of(Desk& desk, vault::Session const& session) {
    auto person = desk.store.person(session.person().name);
    if (!person) {
        return tl::unexpected(person.error());
    }
    records::Person const& at_login = session.person();
    bool const same = *person && (*person)->active && (*person)->role == at_login.role &&
                      (*person)->blob == at_login.blob;
    if (!same) {
        return fail(ErrorCode::unsupported, "the login of " + session.actor().name + " is over");
    }
    return std::move(**person);
}

Result<std::size_t> count_open(Desk& desk) {
    return desk.store.roots().map([](auto const& roots) {
        return static_cast<std::size_t>(std::ranges::count_if(roots, is_open));
    });
}

// He leaves: until the end of the time he was here for, nobody is announced on his word or on the
// roster's.
Result<void> take_presence_back(Desk& desk, vault::Session& session) {
    auto said = desk.store.presence();
    if (!said) {
        return tl::unexpected(said.error());
    }
    bool const is_his =
        said->present && said->until > now_of(desk) && said->by == session.person().id;
    if (!is_his) {
        return {};
    }
    said->present = false;
    said->at = now_of(desk);
    return desk.store.set_presence(*said);
}

bool is_in(View view, records::Entry const& root, records::PersonId const& me) {
    bool const is_nonsense = root.closing == entries::Closing::nonsense;
    switch (view) {
    case View::open:
        return is_open(root);
    case View::mine:
        return is_open(root) && root.handler && *root.handler == me;
    case View::set_aside:
        return root.status == Status::set_aside;
    case View::asked:
        return root.status == Status::asked;
    case View::referred:
        return root.status == Status::referred;
    case View::closed:
        return root.status == Status::closed && !is_nonsense;
    case View::nonsense:
        return is_nonsense;
    }
    return false;
}

} // namespace

Result<ShiftReview> review(Desk& desk, vault::Session& session) {
    if (!is_officer(session)) {
        return not_for(session);
    }
    auto const me = person_of(desk, session);
    auto const colleagues = Colleagues::of(desk);
    auto threads = threads_up_to_date(desk, session);
    if (!me || !colleagues || !threads) {
        return tl::unexpected(!me           ? me.error()
                              : !colleagues ? colleagues.error()
                                            : threads.error());
    }
    ShiftReview found{.since = me->last_shift_end};
    std::erase_if(*threads, [](Thread const& thread) {
        return !is_open(thread.front()) && thread.front().replied_at == 0;
    });
    auto rows = rows_for(desk, session, *colleagues, *threads);
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    Sorting const sorting{me->id, now_of(desk)};
    for (Row& row : *rows) {
        found.open += is_open(row.root) ? 1U : 0U;
        if (auto const group = sorting.group_of(row); group != nullptr) {
            (found.*group).push_back(std::move(row));
        }
    }
    if (auto done = add_withdrawn(desk, found.since, found.replied); !done) {
        return tl::unexpected(done.error());
    }
    for (auto* group : {&found.missed, &found.today, &found.replied, &found.fresh, &found.due,
                        &found.absent, &found.unfinished}) {
        sort_by_harm(*group);
    }
    return found;
}

Result<std::size_t> end_shift(Desk& desk, vault::Session& session) {
    if (!is_officer(session)) {
        return not_for(session);
    }
    auto me = person_of(desk, session);
    auto open = count_open(desk);
    if (!me || !open) {
        return tl::unexpected(me ? open.error() : me.error());
    }
    me->last_shift_end = now_of(desk);
    auto const done = desk.store.transaction([&]() -> Result<void> {
        if (auto kept = desk.store.put_person(*me); !kept) {
            return kept;
        }
        if (auto back = take_presence_back(desk, session); !back) {
            return back;
        }
        return desk.audit.write(session.actor(), {.action = "end-shift"});
    });
    return done.map([&] { return *open; });
}

Result<std::vector<Row>> rows_of(Desk& desk, vault::Session& session, View view) {
    if (!is_officer(session)) {
        return not_for(session);
    }
    auto const colleagues = Colleagues::of(desk);
    auto threads = all_threads(desk);
    if (!colleagues || !threads) {
        return tl::unexpected(colleagues ? threads.error() : colleagues.error());
    }
    std::erase_if(*threads, [&](Thread const& thread) {
        return !is_in(view, thread.front(), session.person().id);
    });
    auto rows = rows_for(desk, session, *colleagues, *threads);
    if (!rows) {
        return rows;
    }
    if (view == View::closed || view == View::nonsense) {
        std::ranges::stable_sort(*rows, std::ranges::greater(),
                                 [](Row const& row) { return row.root.changed_at; });
    } else {
        sort_by_harm(*rows);
    }
    return rows;
}

} // namespace inloop::desk
