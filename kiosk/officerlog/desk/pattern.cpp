// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/officer.h"
#include "kiosk/officerlog/desk/places.h"
#include "kiosk/officerlog/desk/shift.h"
#include "kiosk/officerlog/desk/tuning.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace inloop::desk {
namespace {

// Zero stays zero: that nothing happened points at nobody.
std::uint32_t hidden_when_small(std::uint32_t count) {
    return count > 0 && count < kSmallCount ? kSmallCount - 1 : count;
}

class Counting {
public:
    Counting(std::string_view subject, std::int32_t latitude)
        : m_subject(subject)
        , m_latitude(latitude) {}

    void add(records::Entry const& root, vault::Glance const& glance) {
        bool const tells_nothing = root.closing == entries::Closing::nonsense || !glance.readable ||
                                   glance.follow_up.has_value();
        if (tells_nothing || (!m_subject.empty() && glance.facts.subject != m_subject)) {
            return;
        }
        add_time(glance.facts);
        add_place(glance.facts.spot);
    }

    [[nodiscard]] Pattern result() {
        for (auto& day : m_pattern.week) {
            std::ranges::transform(day, day.begin(), hidden_when_small);
        }
        for (auto const& [street, count] : m_streets) {
            m_pattern.streets.emplace_back(street, hidden_when_small(count));
        }
        std::ranges::stable_sort(m_pattern.streets, std::ranges::greater(),
                                 [](auto const& street) { return street.second; });
        for (auto const& [latitude, longitude] : m_squares) {
            m_pattern.points.push_back({latitude, longitude});
        }
        return std::move(m_pattern);
    }

private:
    void add_time(entries::EntryFacts const& facts) {
        if (facts.day == 0 || facts.part == entries::DayPart::unknown) {
            return;
        }
        std::chrono::weekday const weekday{std::chrono::local_days(std::chrono::days(facts.day))};
        auto const part = static_cast<std::size_t>(facts.part) - 1;
        ++m_pattern.week.at(weekday.iso_encoding() - 1).at(part);
    }

    void add_place(entries::Spot const& spot) {
        if (!spot.street.empty()) {
            ++m_streets[spot.street];
        }
        if (spot.point) {
            auto const square = on_grid(*spot.point, kGridMetres, m_latitude);
            m_squares.emplace(square.latitude, square.longitude);
        }
    }

    std::string_view m_subject;
    std::int32_t m_latitude;
    Pattern m_pattern;
    std::map<std::string, std::uint32_t> m_streets;
    std::set<std::pair<std::int32_t, std::int32_t>> m_squares;
};

} // namespace

Result<Pattern> pattern(Desk& desk, vault::Session& session, std::string_view subject) {
    if (!is_officer(session)) {
        return not_for(session);
    }
    // It goes into the audit, so it may be nothing but one of ours.
    if (!subject.empty() && desk.assets.subjects.find(subject) == nullptr) {
        return fail(ErrorCode::not_found, "there is no such subject");
    }
    auto const roots = desk.store.roots();
    if (!roots) {
        return tl::unexpected(roots.error());
    }
    if (auto row = desk.audit.write(session.actor(),
                                    {.action = "pattern", .object = std::string(subject)});
        !row) {
        return tl::unexpected(row.error());
    }
    Counting counting(subject, desk.assets.map.kiosk.latitude);
    for (records::Entry const& root : *roots) {
        auto const glance = session.glance(root);
        if (!glance) {
            return tl::unexpected(glance.error());
        }
        counting.add(root, *glance);
    }
    return counting.result();
}

} // namespace inloop::desk
