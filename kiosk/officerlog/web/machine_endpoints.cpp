// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/hex.h"
#include "kiosk/officerlog/desk/monitoring.h"
#include "kiosk/officerlog/web/pages.h"
#include "kiosk/officerlog/web/respond.h"
#include "kiosk/wire/codec.h"

#include <fmt/format.h>

#include <mutex>
#include <utility>

// What kiosks and the command line of this machine ask. No page, no session.
namespace inloop::web {
namespace {

using platform::HttpResponse;

HttpResponse binary(Bytes body) {
    return {.status = 200,
            .headers = {{"content-type", "application/octet-stream"}},
            .body = std::move(body)};
}

int status_of(ErrorCode code) {
    switch (code) {
    case ErrorCode::invalid_input:
    case ErrorCode::corrupt:
        return 400;
    case ErrorCode::crypto:
        return 403;
    case ErrorCode::unsupported:
        return 426;
    default:
        return 503;
    }
}

vault::Actor console() {
    return {"console", "console"};
}

std::string text_of(Bytes const& body) {
    return {reinterpret_cast<char const*>(body.data()), body.size()};
}

} // namespace

HttpResponse sync_kiosk(Site& site, Visit& visit) {
    std::scoped_lock const lock(site.desk.lock);
    Result<Bytes> reply = site.intake.sync(visit.request.body);
    if (!reply) {
        site.log("a sync was refused: " + reply.error().message);
        return plain_text(status_of(reply.error().code), "refused");
    }
    return binary(std::move(*reply));
}

HttpResponse pair_kiosk(Site& site, Visit& visit) {
    Result<wire::PairRequest> const request = wire::read_pair_request(visit.request.body);
    if (!request) {
        return plain_text(400, "refused");
    }
    std::scoped_lock const lock(site.desk.lock);
    Result<wire::PairReply> const reply = site.kiosks.pair(*request);
    if (!reply) {
        site.log("a pairing failed: " + reply.error().message);
        return plain_text(503, "later");
    }
    return binary(wire::write_pair_reply(*reply));
}

HttpResponse console_pair(Site& site, Visit& /*visit*/) {
    std::scoped_lock const lock(site.desk.lock);
    Result<desk::PairingCode> const code = site.kiosks.make_code(console());
    return code ? plain_text(200, code->shown + "\n")
                : plain_text(503, code.error().message + "\n");
}

// The body is the five words as the kiosk shows them, with a space between.
HttpResponse console_confirm(Site& site, Visit& visit) {
    std::scoped_lock const lock(site.desk.lock);
    Result<std::vector<desk::WaitingKiosk>> const waiting = site.kiosks.waiting();
    if (!waiting) {
        return plain_text(503, waiting.error().message + "\n");
    }
    std::string const said = text_of(visit.request.body);
    for (desk::WaitingKiosk const& kiosk : *waiting) {
        if (fmt::format("{}", fmt::join(kiosk.words, " ")) == said) {
            Result<void> const done = site.kiosks.confirm(console(), kiosk.device.id, true);
            return done ? plain_text(200, kiosk.device.name + "\n")
                        : plain_text(503, done.error().message + "\n");
        }
    }
    return plain_text(404, "no kiosk that waits has these words\n");
}

HttpResponse console_monitoring_token(Site& site, Visit& /*visit*/) {
    std::scoped_lock const lock(site.desk.lock);
    Result<std::string> const token = desk::make_monitoring_token(site.desk, console());
    return token ? plain_text(200, *token + "\n") : plain_text(503, token.error().message + "\n");
}

HttpResponse console_backup(Site& site, Visit& /*visit*/) {
    std::scoped_lock const lock(site.desk.lock);
    Result<std::filesystem::path> const made =
        site.back_up ? site.back_up() : fail(ErrorCode::unsupported, "this log makes no backups");
    return made ? plain_text(200, made->string() + "\n")
                : plain_text(503, made.error().message + "\n");
}

} // namespace inloop::web
