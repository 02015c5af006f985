// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/doctor/checks.h"

#include "kiosk/terminal/doctor/tuning.h"
#include "kiosk/terminal/letterbox/letterbox.h"

#include <fmt/format.h>

#include <chrono>
#include <string_view>
#include <utility>

// What the kiosk itself keeps and shows.
namespace inloop::doctor {

namespace {

constexpr std::uint64_t kMebibyte = std::uint64_t{1024} * 1024;

// A path as a shell takes it.
std::string quoted(std::filesystem::path const& path) {
    constexpr std::string_view kPlain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-+";
    std::string const& text = path.native();
    if (text.find_first_not_of(kPlain) == std::string::npos) {
        return text;
    }
    std::string quoted = "'";
    for (char const c : text) {
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return quoted + "'";
}

std::string pair_command(Facts const& facts) {
    return fmt::format("have the log show a code, then sudo -u {} inloop-kiosk pair --data {} "
                       "--log https://ADDRESS:8443 --name NAME CODE, and sudo systemctl restart "
                       "inloop-kiosk",
                       facts.user, quoted(facts.data));
}

// "1 letter", "3 letters".
std::string count(std::size_t number, std::string const& what) {
    return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
}

// "40 minutes", "3 days": one unit is enough to act upon.
std::string how_long(std::chrono::seconds time) {
    namespace ch = std::chrono;
    if (time >= ch::days(2)) {
        return fmt::format("{} days", ch::floor<ch::days>(time).count());
    }
    if (time >= ch::hours(2)) {
        return fmt::format("{} hours", ch::floor<ch::hours>(time).count());
    }
    return count(static_cast<std::size_t>(ch::floor<ch::minutes>(time).count()), "minute");
}

std::string owner_command(Facts const& facts) {
    return fmt::format("sudo chown -R {0}: {1} && sudo chmod 700 {1}", facts.user,
                       quoted(facts.data));
}

// What keeps the data folder from being relied on; nothing when it can be.
std::string flaw_of_place(Facts const& facts) {
    platform::PlaceLook const& place = facts.place;
    std::string const data = quoted(facts.data);
    if (place.kind == platform::PlaceKind::missing) {
        return fmt::format("{0} is not there: sudo install -d -m 700 -o {1} {0}", data, facts.user);
    }
    if (place.kind == platform::PlaceKind::other) {
        return fmt::format("{} is no folder: move it away", data);
    }
    if (!place.space.survives_reboot) {
        return fmt::format("{} lies on {}, in memory: letters there are gone after a power cut. "
                           "Give it a partition of its own in /etc/fstab, one the read-only "
                           "system leaves alone (overlayroot=tmpfs:recurse=0)",
                           data, place.space.filesystem);
    }
    if (place.mounted_read_only) {
        return fmt::format("{} is read-only: sudo mount -o remount,rw \"$(findmnt -nro TARGET -T "
                           "{})\"; if it comes back so, the card is dying: sudo dmesg | grep -i "
                           "-e mmc -e ext4",
                           data, data);
    }
    if (!place.owned || !place.may_write) {
        return fmt::format("{} belongs to {} and {} must write it: {}", data, place.owner,
                           facts.user, owner_command(facts));
    }
    if (place.open_to_others) {
        return fmt::format("others may look into {0}: sudo chmod 700 {0}", data);
    }
    if (!place.probe) {
        return fmt::format("a file could not be kept ({}): sudo dmesg | grep -i -e mmc -e ext4; "
                           "an old card is replaced",
                           place.probe.error().message);
    }
    return {};
}

std::string damage(LettersFound const& letters) {
    std::string text;
    if (letters.damaged > 0) {
        text += count(letters.damaged, "damaged letter") +
                " in letterbox/new, set aside at the next start; ";
    }
    if (letters.set_aside > 0) {
        text += count(letters.set_aside, "thing") +
                " in letterbox/quarantine that may have been letters: keep them, have somebody "
                "look; ";
    }
    if (letters.refused > 0) {
        text += count(letters.refused, "letter") +
                " the log refused, in letterbox/dead: ask who runs the log; ";
    }
    return text;
}

std::string waiting(LettersFound const& letters) {
    std::string text =
        count(letters.waiting, "letter") + (letters.waiting == 1 ? " waits" : " wait");
    if (letters.waiting > 0 && letters.oldest) {
        text += ", the oldest for " + how_long(*letters.oldest);
    }
    return text;
}

} // namespace

Finding check_fonts(Facts const& facts) {
    AssetsFound const& assets = facts.assets;
    if (!assets.usable) {
        return {State::mend, "fonts",
                fmt::format("the kiosk does not start: {}", assets.usable.error().message)};
    }
    if (assets.faults > 0) {
        return {State::mend, "fonts",
                fmt::format("{} in {}, which the kiosk leaves out or replaces: inloop-kiosk "
                            "check-assets {} names each",
                            count(assets.faults, "fault"), assets.folder.native(),
                            quoted(assets.folder))};
    }
    return {State::ok, "fonts",
            fmt::format("{}, texts and pages of {} in order{}", count(assets.fonts, "font"),
                        assets.folder.native(),
                        assets.remarks == 0 ? "" : ", " + count(assets.remarks, "remark"))};
}

Finding check_disk(Facts const& facts) {
    if (std::string flaw = flaw_of_place(facts); !flaw.empty()) {
        return {State::mend, "disk", std::move(flaw)};
    }
    platform::SpaceReport const& space = facts.place.space;
    std::string const free = fmt::format("{} MiB of {} MiB free", space.free_bytes / kMebibyte,
                                         space.total_bytes / kMebibyte);
    std::string const make_room =
        fmt::format(": make room, sudo du -xh --max-depth=2 \"$(findmnt -nro TARGET -T {})\" | "
                    "sort -h | tail",
                    quoted(facts.data));
    switch (letterbox::level_of(space)) {
    case letterbox::DiskLevel::full:
        return {State::mend, "disk", free + ", letters are refused" + make_room};
    case letterbox::DiskLevel::scarce:
    case letterbox::DiskLevel::tight:
        return {State::note, "disk", free + ", soon letters are refused" + make_room};
    case letterbox::DiskLevel::ample:
        break;
    }
    return {State::ok, "disk",
            fmt::format("{}, {}, {}", facts.data.native(), space.filesystem, free)};
}

Finding check_log(Facts const& facts) {
    LogFound const& log = facts.log;
    if (!log.seals) {
        return {State::mend, "log",
                log.seals.error().code == ErrorCode::not_found
                    ? "this kiosk belongs to no log and refuses letters: " + pair_command(facts)
                    : fmt::format("letters are refused: {}. Mend that, or pair again: {}",
                                  log.seals.error().message, pair_command(facts))};
    }
    if (!log.linked) {
        return log.linked.error().code == ErrorCode::not_found
                   ? Finding{State::note, "log",
                             "letters are sealed but stay here, for this kiosk belongs to no "
                             "log: " +
                                 pair_command(facts)}
                   : Finding{State::mend, "log",
                             log.linked.error().message + ": " + pair_command(facts)};
    }
    if (!log.reached && log.reached.error().code == ErrorCode::crypto) {
        return {State::mend, "log",
                fmt::format("behind {} stands another than the log that was pinned. If the log got "
                            "a new certificate: {}; else somebody stands between: tell who runs it",
                            log.url, pair_command(facts))};
    }
    if (!log.reached) {
        return {State::note, "log",
                fmt::format("{} is not reached ({}): see that the log runs and lets this kiosk in. "
                            "Letters wait here meanwhile",
                            log.url, log.reached.error().message)};
    }
    return {State::ok, "log", log.url + " answers, with the key that was pinned"};
}

Finding check_letterbox(Facts const& facts) {
    LettersFound const& letters = facts.letters;
    if (!letters.looked) {
        return letters.looked.error().code == ErrorCode::not_found
                   ? Finding{State::ok, "letterbox", "empty, no letter was ever left"}
                   : Finding{State::mend, "letterbox",
                             fmt::format("{}: {}", letters.looked.error().message,
                                         owner_command(facts))};
    }
    if (letters.unreadable > 0) {
        return {State::mend, "letterbox",
                fmt::format("the disk does not give {}: copy {}/letterbox to another disk at once, "
                            "then replace the card",
                            count(letters.unreadable, "letter"), quoted(facts.data))};
    }
    bool const old = letters.oldest && *letters.oldest >= kOldLetter;
    std::string const harm = damage(letters);
    std::string const words = harm + waiting(letters);
    if (old) {
        return {State::note, "letterbox", words + ": see what is said of network and log above"};
    }
    return harm.empty() ? Finding{State::ok, "letterbox",
                                  fmt::format("{}, {} at the log", words, letters.sent)}
                        : Finding{State::note, "letterbox", words};
}

std::vector<Finding> examine(Facts const& facts) {
    return {check_display(facts),   check_touch(facts),  check_light(facts),   check_fonts(facts),
            check_disk(facts),      check_clock(facts),  check_network(facts), check_log(facts),
            check_letterbox(facts), check_service(facts)};
}

} // namespace inloop::doctor
