// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/doctor/checks.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

// What the machine lends the kiosk.
namespace inloop::doctor {

namespace {

std::string joins_group(Facts const& facts, std::string const& group) {
    return fmt::format("sudo adduser {} {}, then sudo systemctl restart inloop-kiosk", facts.user,
                       group);
}

std::string date_and_time(LocalTime const& time) {
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", time.year, time.month, time.day, time.hour,
                       time.minute);
}

} // namespace

Finding check_display(Facts const& facts) {
    auto const shown = std::ranges::find_if(facts.connectors, &platform::Connector::connected);
    if (shown == facts.connectors.end()) {
        if (facts.desktop) {
            return {State::note, "display",
                    "none of its own is seen, but a desktop: the kiosk runs in a window there"};
        }
        return {State::mend, "display",
                facts.connectors.empty()
                    ? "no graphics under /sys/class/drm: see that /boot/firmware/config.txt has "
                      "dtoverlay=vc4-kms-v3d, then sudo reboot"
                    : fmt::format("nothing is connected to any of {} connectors: switch off, seat "
                                  "its cable and power, look at /boot/firmware/config.txt, then "
                                  "sudo reboot",
                                  facts.connectors.size())};
    }
    if (shown->mode.empty()) {
        return {State::mend, "display",
                fmt::format("{} on {} tells no size: seat its cable, then sudo reboot", shown->name,
                            shown->card)};
    }
    if (!shown->may_open && !facts.desktop) {
        return {State::mend, "display",
                fmt::format("{} may not use /dev/dri/{}: {}", facts.user, shown->card,
                            joins_group(facts, "video"))};
    }
    return {State::ok, "display",
            fmt::format("{}, {}, on {}", shown->name, shown->mode, shown->card)};
}

Finding check_touch(Facts const& facts) {
    if (facts.touch.empty()) {
        return facts.desktop
                   ? Finding{State::note, "touch", "no touch screen; in a window a mouse will do"}
                   : Finding{State::mend, "touch",
                             "no touch screen among /dev/input: switch off, seat its cable (of a "
                             "USB panel too), then sudo reboot; what the kernel says: sudo dmesg | "
                             "grep -i -e touch -e input"};
    }
    auto const usable = std::ranges::find_if(facts.touch, &platform::TouchScreen::may_read);
    if (usable == facts.touch.end()) {
        return {State::mend, "touch",
                fmt::format("{} may not read {} ({}): {}", facts.user,
                            facts.touch.front().device.native(), facts.touch.front().name,
                            joins_group(facts, "input"))};
    }
    return {State::ok, "touch", fmt::format("{}, {}", usable->name, usable->device.native())};
}

Finding check_light(Facts const& facts) {
    if (facts.lights.empty()) {
        return {State::note, "light",
                "no backlight that can be dimmed: the display stays as it is"};
    }
    platform::BacklightLook const& light = facts.lights.front();
    if (!light.may_write) {
        return {State::mend, "light",
                fmt::format("{} may not write {}: sudo udevadm trigger --action=add "
                            "--subsystem-match=backlight, or install inloop-kiosk again",
                            facts.user, light.file.native())};
    }
    if (light.level == 0) {
        return {State::note, "light",
                fmt::format("{} is dark now: unless it is night, echo {} | sudo tee {}", light.name,
                            light.highest, light.file.native())};
    }
    return {State::ok, "light",
            fmt::format("{}, {} of {}", light.name, light.level, light.highest)};
}

Finding check_clock(Facts const& facts) {
    std::string const now = date_and_time(facts.clock.local);
    switch (facts.clock.trust) {
    case ClockTrust::synced:
        return {State::ok, "clock", now + ", set by the network"};
    case ClockTrust::estimated:
        return {State::note, "clock",
                now + ", set by nothing: it may run wrong. With a network: sudo timedatectl "
                      "set-ntp true; without: sudo timedatectl set-time 'YYYY-MM-DD HH:MM'"};
    case ClockTrust::unset:
        break;
    }
    return {State::mend, "clock",
            now + " is before this program was made, so the screen cannot say who is here when: "
                  "connect a network and sudo timedatectl set-ntp true, or sudo timedatectl "
                  "set-time 'YYYY-MM-DD HH:MM'"};
}

Finding check_network(Facts const& facts) {
    platform::NetworkLook const& network = facts.network;
    std::string const patience = " Letters wait here meanwhile";
    if (network.way_out.empty()) {
        return {State::note, "network",
                "no way out: seat its cable or see nmcli device status." + patience};
    }
    if (network.addresses.empty()) {
        return {State::note, "network",
                fmt::format("{} has no address: sudo nmcli device connect {}.{}", network.way_out,
                            network.way_out, patience)};
    }
    return {State::ok, "network",
            fmt::format("{}, {}", network.way_out, fmt::join(network.addresses, ", "))};
}

Finding check_service(Facts const& facts) {
    platform::ServiceLook const& service = facts.service;
    if (!service.systemd) {
        return {State::note, "service", "systemd does not run here: start the kiosk by hand"};
    }
    if (service.loaded == "not-found") {
        return {State::note, "service",
                "inloop-kiosk.service is not installed, so nothing starts the kiosk after a power "
                "cut: install its package"};
    }
    if (service.loaded == "masked") {
        return {State::mend, "service",
                "is masked: sudo systemctl unmask inloop-kiosk, then sudo systemctl enable --now "
                "inloop-kiosk"};
    }
    if (service.active.empty()) {
        return {State::note, "service",
                "systemctl says nothing of inloop-kiosk.service: systemctl status inloop-kiosk"};
    }
    if (service.active != "active") {
        std::string const state = service.active == "activating"
                                      ? "does not come up"
                                      : fmt::format("is {}", service.active);
        return {State::mend, "service",
                state + ": sudo systemctl enable --now inloop-kiosk; why it ended: sudo journalctl "
                        "-u inloop-kiosk -n 30"};
    }
    if (service.enabled != "enabled") {
        return {State::mend, "service",
                "runs, but would not after a power cut: sudo systemctl enable inloop-kiosk"};
    }
    return {State::ok, "service", "runs, and starts with the machine"};
}

} // namespace inloop::doctor
