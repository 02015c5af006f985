// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/hex.h"
#include "kiosk/officerlog/web/clock_words.h"
#include "kiosk/officerlog/web/pages.h"
#include "kiosk/officerlog/web/respond.h"

#include <utility>

namespace inloop::web {
namespace {

using platform::HttpResponse;
using records::DeviceState;

std::string_view state_key(DeviceState state) {
    switch (state) {
    case DeviceState::pending:
        return "kiosk.pending";
    case DeviceState::active:
        return "kiosk.active";
    case DeviceState::revoked:
        break;
    }
    return "kiosk.revoked";
}

void add_fact(Site const& site, Values& kiosk, std::string_view label, std::string const& text) {
    Values& fact = kiosk.add("FACT");
    fact.set("LABEL", site.words.text(label));
    fact.set("TEXT", text);
}

void add_kiosk(Site const& site, Values& values, records::Device const& device) {
    Values& kiosk = values.add("KIOSK");
    kiosk.set("NAME", device.name);
    kiosk.set("KIND", device.state == DeviceState::active ? "done" : "neutral");
    kiosk.set("STATE", site.words.text(state_key(device.state)));
    add_fact(site, kiosk, "kiosk.paired", day_and_time(device.paired_at));
    add_fact(site, kiosk, "kiosk.seen",
             device.last_seen == 0 ? std::string(site.words.text("kiosk.never"))
                                   : day_and_time(device.last_seen));
    add_fact(site, kiosk, "kiosk.letters", std::to_string(device.health.letters_made));
    if (!device.health.version.empty()) {
        add_fact(site, kiosk, "kiosk.version", device.health.version);
    }
    if (device.state == DeviceState::active) {
        Values& revoke = kiosk.add("REVOKE");
        revoke.set("KIOSK_ID", hex(device.id.bytes));
        revoke.set("VERSION", "0");
    }
}

void add_code(Values& values, desk::PairingCode const& code) {
    Values& wait = values.add("WAIT");
    std::string_view rest = code.shown;
    while (!rest.empty()) {
        std::string_view const part = rest.substr(0, rest.find('-'));
        wait.add("PART").set("PART_TEXT", part);
        rest.remove_prefix(std::min(part.size() + 1, rest.size()));
    }
    wait.set("UNTIL", clock_time(code.until));
}

} // namespace

HttpResponse kiosks_page(Site& site, Visit& visit) {
    Result<std::vector<records::Device>> const devices = site.desk.store.devices();
    if (!devices) {
        return trouble(site, visit, devices.error());
    }
    Values values;
    values.set("COUNT_TEXT",
               site.words.counted("kiosk.count", static_cast<long long>(devices->size())));
    if (devices->empty()) {
        values.show("EMPTY");
    }
    for (records::Device const& device : *devices) {
        add_kiosk(site, values, device);
    }
    return page(site, visit, {.title = "title.kiosks", .current = "/kiosks"}, "kiosks",
                std::move(values));
}

// The words of a kiosk that gave the code, else the code it is to be given.
HttpResponse pairing_page(Site& site, Visit& visit) {
    Result<std::vector<desk::WaitingKiosk>> const waiting = site.kiosks.waiting();
    if (!waiting) {
        return trouble(site, visit, waiting.error());
    }
    Values values;
    std::optional<desk::PairingCode> const code = site.kiosks.code();
    if (!waiting->empty()) {
        desk::WaitingKiosk const& kiosk = waiting->front();
        Values& compare = values.add("COMPARE");
        for (std::string const& word : kiosk.words) {
            compare.add("WORD").set("WORD_TEXT", word);
        }
        compare.set("PAIRING", hex(kiosk.device.id.bytes));
        compare.set("KIOSK_NAME", kiosk.device.name);
    } else if (code) {
        add_code(values, *code);
    } else {
        return redirect("/kiosks");
    }
    return page(site, visit, {.title = "title.kiosks", .current = "/kiosks"}, "kiosk_pair",
                std::move(values));
}

HttpResponse make_pairing_code(Site& site, Visit& visit) {
    Result<desk::PairingCode> const code = site.kiosks.make_code(visit.vault().actor());
    return code ? redirect("/kiosks/pair") : trouble(site, visit, code.error());
}

HttpResponse confirm_kiosk(Site& site, Visit& visit) {
    seal::DeviceId id;
    if (!read_hex(visit.form->text("pairing"), id.bytes)) {
        return message(site, visit, "not_found", 404);
    }
    bool const same = visit.form->text("same") == "yes";
    Result<void> const confirmed = site.kiosks.confirm(visit.vault().actor(), id, same);
    if (!confirmed) {
        return confirmed.error().code == ErrorCode::not_found
                   ? message(site, visit, "not_found", 404)
                   : trouble(site, visit, confirmed.error());
    }
    return same ? done("/kiosks", "paired") : redirect("/kiosks?warning=words_differ");
}

HttpResponse revoke_kiosk(Site& site, Visit& visit) {
    seal::DeviceId id;
    if (!read_hex(visit.id, id.bytes)) {
        return message(site, visit, "not_found", 404);
    }
    Result<void> const revoked = site.kiosks.revoke(visit.vault().actor(), id);
    return revoked ? done("/kiosks", "revoked") : message(site, visit, "not_found", 404);
}

} // namespace inloop::web
