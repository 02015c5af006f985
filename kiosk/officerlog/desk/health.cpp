// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/health.h"

#include "kiosk/officerlog/desk/officer.h"
#include "kiosk/officerlog/desk/tuning.h"
#include "kiosk/seal/own_policy.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <utility>

namespace inloop::desk {
namespace {

constexpr records::Seconds kDay = 86'400;
constexpr records::Seconds kHour = 3'600;

struct Name {
    HealthCheck check;
    std::string_view name;
};
constexpr std::array kNames{
    Name{HealthCheck::contact, "contact"},
    Name{HealthCheck::letters, "letters"},
    Name{HealthCheck::refused, "refused"},
    Name{HealthCheck::clock, "clock"},
    Name{HealthCheck::disk, "disk"},
    Name{HealthCheck::news, "news"},
    Name{HealthCheck::certificate, "certificate"},
    Name{HealthCheck::backup, "backup"},
    Name{HealthCheck::audit, "audit"},
    Name{HealthCheck::weeks, "weeks"},
    Name{HealthCheck::people, "people"},
    Name{HealthCheck::late, "late"},
    Name{HealthCheck::storage, "storage"},
};

class Lines {
public:
    explicit Lines(std::string subject = {}) : m_subject(std::move(subject)) {}
    void add(HealthCheck check, bool green, std::int64_t value, std::int64_t second = 0) {
        m_lines.push_back({m_subject, check, green, value, second});
    }
    [[nodiscard]] std::vector<HealthLine> take() { return std::move(m_lines); }

private:
    std::string m_subject;
    std::vector<HealthLine> m_lines;
};

// Letters that were made and neither arrived nor wait on the kiosk are lost: it must not happen.
bool letters_agree(wire::KioskHealth const& there, records::Reconciliation const& here) {
    std::uint64_t const waiting = there.letters_new;
    return here.arrived() + waiting + there.letters_dead + there.quarantined >= there.letters_made;
}

Result<std::vector<HealthLine>> of_kiosk(Desk& desk, records::Device const& device) {
    Result<records::Reconciliation> const here = desk.store.reconcile(device.id);
    if (!here) {
        return tl::unexpected(here.error());
    }
    wire::KioskHealth const& there = device.health;
    records::Seconds const silent = now_of(desk) - device.last_seen;
    Lines lines(device.name);
    lines.add(HealthCheck::contact, device.last_seen != 0 && silent <= kSilentS, silent);
    lines.add(HealthCheck::letters, letters_agree(there, *here),
              static_cast<std::int64_t>(there.letters_made),
              static_cast<std::int64_t>(here->arrived()));
    lines.add(HealthCheck::refused, there.letters_dead == 0, there.letters_dead);
    lines.add(HealthCheck::clock,
              there.clock == ClockTrust::synced && std::abs(device.clock_off_s) <= kClockOffS,
              device.clock_off_s);
    lines.add(HealthCheck::disk, there.disk_level < kScarceDisk, there.disk_level);
    lines.add(HealthCheck::news, there.problems == 0, there.problems);
    return lines.take();
}

// A kiosk that remembers more rows than there are, or another hash of one, has seen a chain that
// was cut since.
Result<bool> chain_is_whole(Desk& desk, std::vector<records::Device> const& devices, bool deep) {
    std::optional<wire::AuditHead> known;
    for (records::Device const& device : devices) {
        if (!known || device.seen_audit.row > known->row) {
            known = device.seen_audit;
        }
    }
    Result<wire::AuditHead> const head = desk.store.audit_head();
    if (!head) {
        return tl::unexpected(head.error());
    }
    if (known && known->row > head->row) {
        return false;
    }
    if (!deep) {
        return true;
    }
    Result<vault::AuditVerdict> const verdict = vault::verify_audit(desk.store, known);
    return verdict ? Result<bool>(verdict->whole) : tl::unexpected(verdict.error());
}

Result<std::int64_t> weeks_ahead(Desk& desk) {
    Result<Bytes> const file = desk.store.policy();
    if (!file) {
        return tl::unexpected(file.error());
    }
    Result<seal::Policy> const policy = seal::read_own_policy(*file);
    if (!policy) {
        return tl::unexpected(policy.error());
    }
    records::Seconds const now = now_of(desk);
    return std::ranges::count_if(policy->weeks(), [now](seal::WeekAnnouncement const& week) {
        return static_cast<records::Seconds>(week.not_before) > now;
    });
}

Result<std::int64_t> readers(Desk& desk) {
    Result<std::vector<records::Person>> const people = desk.store.people();
    if (!people) {
        return tl::unexpected(people.error());
    }
    return std::ranges::count_if(*people, [](records::Person const& person) {
        return person.active &&
               (person.role == records::Role::officer || person.role == records::Role::lead);
    });
}

Result<std::int64_t> promises_missed(Desk& desk) {
    Result<std::vector<records::Entry>> const roots = desk.store.roots();
    if (!roots) {
        return tl::unexpected(roots.error());
    }
    records::Seconds const now = now_of(desk);
    return std::ranges::count_if(*roots, [now](records::Entry const& root) {
        return root.first_read_at == 0 && root.promised_by != 0 && root.promised_by < now &&
               root.closing == entries::Closing::open;
    });
}

Result<std::vector<HealthLine>> of_log(Desk& desk, std::vector<records::Device> const& devices,
                                       Surroundings const& around, bool deep) {
    Result<wire::AuditHead> const head = desk.store.audit_head();
    Result<bool> const whole = chain_is_whole(desk, devices, deep);
    Result<std::int64_t> const weeks = weeks_ahead(desk);
    Result<std::int64_t> const people = readers(desk);
    Result<std::int64_t> const late = promises_missed(desk);
    Result<std::vector<std::string>> const found =
        deep ? desk.store.check() : Result<std::vector<std::string>>();
    if (!head || !whole || !weeks || !people || !late || !found) {
        return fail(ErrorCode::unavailable, "the databases of the log cannot be read");
    }
    records::Seconds const now = now_of(desk);
    std::int64_t const days = (around.certificate_until - now) / kDay;
    std::int64_t const hours = (now - around.last_backup) / kHour;
    Lines lines;
    lines.add(HealthCheck::certificate, days >= kCertificateDays, days);
    lines.add(HealthCheck::backup, around.last_backup != 0 && hours <= kBackupHours, hours);
    lines.add(HealthCheck::audit, *whole, static_cast<std::int64_t>(head->row));
    lines.add(HealthCheck::weeks, *weeks >= kWeeksAhead, *weeks);
    lines.add(HealthCheck::people, *people >= kReaders, *people);
    lines.add(HealthCheck::late, *late == 0, *late);
    lines.add(HealthCheck::storage, found->empty(), static_cast<std::int64_t>(found->size()));
    return lines.take();
}

} // namespace

std::string_view name_of(HealthCheck check) {
    auto const found = std::ranges::find(kNames, check, &Name::check);
    return found == kNames.end() ? std::string_view() : found->name;
}

Result<std::vector<HealthLine>> health(Desk& desk, Surroundings const& around, bool deep) {
    Result<std::vector<records::Device>> const devices = desk.store.devices();
    if (!devices) {
        return tl::unexpected(devices.error());
    }
    Result<std::vector<HealthLine>> lines = of_log(desk, *devices, around, deep);
    for (records::Device const& device : *devices) {
        if (!lines || device.state != records::DeviceState::active) {
            continue;
        }
        Result<std::vector<HealthLine>> more = of_kiosk(desk, device);
        if (!more) {
            return more;
        }
        lines->insert(lines->end(), more->begin(), more->end());
    }
    return lines;
}

} // namespace inloop::desk
