// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/hex.h"
#include "kiosk/officerlog/commands.h"
#include "kiosk/officerlog/editing/page_desk.h"
#include "kiosk/officerlog/log_folder.h"
#include "kiosk/officerlog/open_log.h"
#include "kiosk/officerlog/page_rendering.h"
#include "kiosk/officerlog/picture_recoding.h"
#include "kiosk/officerlog/tuning.h"
#include "kiosk/officerlog/web/web.h"
#include "platform/linux/end_signals.h"
#include "platform/linux/life_signs.h"
#include "platform/linux/service_notice.h"
#include "platform/net/https_server.h"

#include <fmt/format.h>
#include <sysexits.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace inloop::officerlog {
namespace {

namespace fs = std::filesystem;

struct Pages {
    web::PageTemplates templates;
    web::Words words;
    web::StaticFiles files;
};

Result<Pages> read_pages(Folders const& folders) {
    fs::path const web = folders.assets / "web";
    auto templates = web::PageTemplates::open(web / "templates");
    auto words = web::Words::open(web / "words.toml");
    auto files = web::StaticFiles::open(folders.web);
    if (!templates || !words || !files) {
        return tl::unexpected(!templates ? templates.error()
                              : !words   ? words.error()
                                         : files.error());
    }
    return Pages{std::move(*templates), std::move(*words), std::move(*files)};
}

Result<net::ServerIdentity> identity_for(OpenLog& log, ServeOptions const& options) {
    return options.certificate.empty()
               ? own_identity(log.files, fs::absolute(options.folders.data), options.names,
                              log.clock.wall())
               : given_identity(log.files, options.certificate, options.key);
}

std::string draw_token(OpenLog& log) {
    ByteArray<32> token{};
    log.random.fill(token);
    return hex(token);
}

// What is done whether somebody asks or not: sessions that are over end with their keys, pages
// begin and end on their days, a backup a day, and what a rule says must go.
class Upkeep {
public:
    Upkeep(OpenLog& log, web::Site& site, fs::path data)
        : m_log(log)
        , m_site(site)
        , m_data(std::move(data)) {}

    void look() {
        std::scoped_lock const lock(m_log.lock);
        m_site.sessions.sweep();
        keep_pages();
        records::Seconds const now = m_log.clock.wall().time_since_epoch().count();
        if (m_log.clock.trust() != ClockTrust::synced && m_next == 0) {
            m_next = now + kUpkeepWaitsForClockS; // a wrong clock must not destroy anything
        }
        if (now < m_next) {
            return;
        }
        m_next = now + kUpkeepEveryS;
        if (now - last_backup(m_log, m_data) >= kBackupEveryS) {
            if (Result<fs::path> made = back_up(m_log, m_data); !made) {
                log_line("no backup: " + made.error().message);
            }
        }
        keep_terms();
    }

private:
    // Pages that begin or end today; also what a start finds out of line. A clock that nobody set
    // would bring back pages of long ago.
    void keep_pages() {
        auto const today = editing::today_of(*m_log.editing);
        if (m_log.clock.trust() == ClockTrust::unset || today == m_pages_of) {
            return;
        }
        if (Result<std::size_t> const done = editing::publish_due(*m_log.editing); !done) {
            log_line("pages are not as of today: " + done.error().message);
            return;
        }
        m_pages_of = today;
    }
    void keep_terms() {
        if (m_log.clock.trust() != ClockTrust::synced) {
            return;
        }
        Result<desk::RetentionRules> const rules = retention_rules(m_log, m_data);
        Result<std::vector<desk::DueItem>> const due =
            rules ? desk::due_now(*m_log.desk, *rules) : tl::unexpected(rules.error());
        Result<std::size_t> const done =
            due ? desk::carry_out(*m_log.desk, {"log", "upkeep"}, *rules, *due)
                : tl::unexpected(due.error());
        if (!done) {
            log_line("terms of keeping not applied: " + done.error().message);
        } else if (*done > 0) {
            log_line(fmt::format("{} things destroyed whose term was over", *done));
        }
    }

    OpenLog& m_log;
    web::Site& m_site;
    fs::path m_data;
    records::Seconds m_next = 0;
    std::chrono::local_days m_pages_of{}; // the day they are in line with
};

// Until the process is asked to end. Upkeep takes the desk's lock each time: where somebody holds
// it for ever, and with it every page and every kiosk, the watchdog of systemd is not fed any more.
void stay(Upkeep& upkeep) {
    std::mutex mutex;
    std::condition_variable asked;
    bool ended = false;
    std::vector<std::function<void()>> alive;
    platform::EndSignals const signals([&] {
        std::scoped_lock const lock(mutex);
        ended = true;
        asked.notify_all();
    });
    platform::ServiceNotice const notice;
    platform::LifeSigns const life(notice, {{[&](std::function<void()> here) {
                                       std::scoped_lock const lock(mutex);
                                       alive.push_back(std::move(here));
                                       asked.notify_all();
                                   }}});
    notice.ready("takes letters and shows them to officers");
    std::unique_lock lock(mutex);
    while (!ended && !signals.came()) {
        auto const answers = std::exchange(alive, {});
        lock.unlock();
        upkeep.look();
        std::ranges::for_each(answers, [](auto const& answer) { answer(); });
        lock.lock();
        asked.wait_for(lock, kLookEvery, [&] { return ended || !alive.empty(); });
    }
    notice.ending();
}

int serve_opened(OpenLog& log, ServeOptions const& options, Pages const& pages,
                 net::ServerIdentity identity) {
    fs::path const data = fs::absolute(options.folders.data);
    auto const site_record = log.store->site();
    auto const ack_sign = ack_sign_of(*log.store);
    auto const server_key = net::server_key_of(identity.certificate_pem);
    auto const ends = net::certificate_ends(identity.certificate_pem);
    if (!site_record || !ack_sign) {
        return complain({ErrorCode::not_found, data.string() + " has no log yet: inloop-log init"},
                        EX_CONFIG);
    }
    if (!server_key || !ends) {
        return complain(server_key ? ends.error() : server_key.error(), EX_CONFIG);
    }
    desk::Intake intake(*log.desk, *ack_sign);
    desk::Kiosks kiosks(*log.desk, *ack_sign, *server_key);
    web::Site site{
        .desk = *log.desk,
        .intake = intake,
        .kiosks = kiosks,
        .editing = *log.editing,
        .templates = pages.templates,
        .words = pages.words,
        .files = pages.files,
        .name = site_record->name,
        .console_token = draw_token(log),
        .surroundings =
            [&log, &data, ends = *ends] {
                return desk::Surroundings{ends.time_since_epoch().count(), last_backup(log, data)};
            },
        .back_up = [&log, &data] { return back_up(log, data); },
        .render =
            make_page_renderer({.program = options.kiosk_program, .assets = log.assets_folder}),
        .recode = make_picture_recoder(),
        .log = log_line};
    web::Web web(site);
    auto server = net::HttpsServer::start(
        {.address = options.address, .port = options.port, .identity = std::move(identity)}, web);
    if (!server) {
        return complain(server.error(), EX_UNAVAILABLE);
    }
    Console const console{fmt::format("https://127.0.0.1:{}", (*server)->port()),
                          site.console_token, *server_key};
    if (Result<void> written = write_console(log.files, data, console); !written) {
        return complain(written.error(), EX_CANTCREAT);
    }
    log_line(fmt::format("serves https://{}:{}", options.names.front(), (*server)->port()));
    Upkeep upkeep(log, site, data);
    stay(upkeep);
    remove_console(log.files, data);
    log_line("ends");
    return EX_OK;
}

} // namespace

int serve(ServeOptions const& options) {
    if (auto const held = platform::hold_end_signals(); !held) {
        return complain(held.error(), EX_OSERR);
    }
    Result<Pages> const pages = read_pages(options.folders);
    if (!pages) {
        return complain(pages.error(), EX_CONFIG);
    }
    Result<std::unique_ptr<OpenLog>> log = open_log(options.folders);
    if (!log) {
        return complain(log.error(), EX_UNAVAILABLE);
    }
    Result<net::ServerIdentity> identity = identity_for(**log, options);
    if (!identity) {
        return complain(identity.error(), EX_CONFIG);
    }
    return serve_opened(**log, options, *pages, std::move(*identity));
}

} // namespace inloop::officerlog
