// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/crash_states.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace inloop::support {

namespace {

constexpr std::size_t kSector = 512;

std::size_t below(Dice& dice, std::size_t bound) {
    return static_cast<std::size_t>(dice() % bound);
}

Content cut(Content const& content, std::size_t size) {
    auto const begin = content->begin();
    return std::make_shared<Bytes const>(begin, begin + static_cast<std::ptrdiff_t>(size));
}

void fill(Bytes& bytes, std::size_t from, std::size_t to, Dice& dice) {
    for (std::size_t i = from; i < to; ++i) {
        bytes[i] = static_cast<std::byte>(dice() & 0xFFU);
    }
}

// A file of which only some sectors arrived, and whose size may be that of any moment of writing
// it.
Content torn(Content const& content, bool garbage, std::uint64_t chance, Dice& dice) {
    Bytes bytes = *content;
    for (std::size_t at = 0; at < bytes.size(); at += kSector) {
        if (dice() % 100 >= chance) {
            std::size_t const end = std::min(at + kSector, bytes.size());
            std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                      bytes.begin() + static_cast<std::ptrdiff_t>(end), std::byte{0});
            if (garbage) {
                fill(bytes, at, end, dice);
            }
        }
    }
    if (dice() % 4 == 0) {
        bytes.resize(below(dice, bytes.size() / kSector + 1) * kSector);
    }
    return std::make_shared<Bytes const>(std::move(bytes));
}

bool writes(Change const& change) {
    return change.kind == Change::Kind::write && change.content && !change.content->empty();
}

Tree exact_stop(Moment const& moment, Dice& dice) {
    Tree tree = moment.seen;
    if (dice() % 2 == 0) {
        return tree; // before it began
    }
    for (Change change : moment.in_flight) {
        if (writes(change)) {
            change.content = cut(change.content, below(dice, change.content->size() + 1));
        }
        apply(change, tree);
    }
    return tree;
}

Tree prefix(Moment const& moment, std::vector<Change> const& pending, Dice& dice) {
    Tree tree = moment.durable;
    std::size_t const arrived = below(dice, pending.size() + 1);
    for (std::size_t i = 0; i < arrived; ++i) {
        Change change = pending[i];
        if (i + 1 == arrived && writes(change)) {
            std::size_t const sectors = change.content->size() / kSector + 1;
            change.content = cut(change.content, below(dice, sectors) * kSector);
        }
        if (i + 1 == arrived && change.kind == Change::Kind::link && i + 1 < pending.size() &&
            pending[i + 1].after == change.number && dice() % 2 == 0) {
            apply(pending[i + 1], tree); // most file systems rename in one step
        }
        apply(change, tree);
    }
    return tree;
}

Tree subset(Moment const& moment, std::vector<Change> const& pending, bool garbage, Dice& dice) {
    // Different disks forget differently much.
    std::uint64_t const chance = std::array<std::uint64_t, 5>{5, 30, 50, 70, 95}[below(dice, 5)];
    Tree tree = moment.durable;
    std::set<std::uint64_t> missing;
    for (Change change : pending) {
        bool const possible = !change.after || !missing.contains(*change.after);
        bool const arrived = possible && dice() % 100 < chance;
        if (writes(change)) { // sector by sector, whether or not the rest arrived
            change.content = torn(change.content, garbage, arrived ? 90 : chance, dice);
            if (arrived || dice() % 2 == 0) {
                apply(change, tree);
            }
        } else if (arrived) {
            apply(change, tree);
        } else {
            missing.insert(change.number);
        }
    }
    return tree;
}

} // namespace

std::string_view name_of(Damage damage) {
    constexpr std::array<std::string_view, 4> kNames{"exact stop", "prefix", "any subset",
                                                     "garbage"};
    return kNames.at(static_cast<std::size_t>(damage));
}

Tree crash_state(Moment const& moment, Damage damage, Dice& dice) {
    if (damage == Damage::exact_stop) {
        return exact_stop(moment, dice);
    }
    std::vector<Change> pending = moment.pending;
    // Under way: begun or not.
    if (dice() % 4 != 0) {
        pending.insert(pending.end(), moment.in_flight.begin(), moment.in_flight.end());
    }
    return damage == Damage::prefix ? prefix(moment, pending, dice)
                                    : subset(moment, pending, damage == Damage::garbage, dice);
}

} // namespace inloop::support
