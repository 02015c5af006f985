// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/log_connection.h"

#include "kiosk/seal/device_key.h"
#include "kiosk/terminal/kiosk_setup.h"
#include "kiosk/terminal/on_letter_thread.h"

#include <memory>
#include <utility>

namespace inloop::terminal {
namespace {

sync::ExchangeSpec spec_for(sync::LogLink const& link, Clock const& clock, Random& random) {
    sync::ExchangeSpec spec{
        .ack_sign = link.ack_sign, .version = INLOOP_VERSION, .boot = {}, .booted = clock.now()};
    random.fill(spec.boot.bytes);
    return spec;
}

} // namespace

LogConnection::LogConnection(std::filesystem::path data, platform::Files& files,
                             sending::LetterWorker& letters, Clock const& clock,
                             sync::ExchangeSpec spec, std::function<void()> heard)
    : m_data(std::move(data))
    , m_files(files)
    , m_letters(letters)
    , m_clock(clock)
    , m_exchange(std::move(spec))
    , m_heard(std::move(heard)) {}

LogConnection::~LogConnection() = default;

Result<std::unique_ptr<LogConnection>> LogConnection::open(std::filesystem::path const& data,
                                                           platform::Files& files,
                                                           sending::LetterWorker& letters,
                                                           Clock const& clock, Random& random,
                                                           std::function<void()> heard) {
    Result<sync::LogLink> link = sync::read_log_link(files, data);
    if (!link) {
        return link.error().code == ErrorCode::not_found ? Result<std::unique_ptr<LogConnection>>()
                                                         : tl::unexpected(link.error());
    }
    std::unique_ptr<LogConnection> connection(new LogConnection(
        data, files, letters, clock, spec_for(*link, clock, random), std::move(heard)));
    if (Result<void> begun = connection->begin(std::move(*link), random); !begun) {
        return tl::unexpected(begun.error());
    }
    return connection;
}

Result<void> LogConnection::begin(sync::LogLink link, Random& random) {
    Result<seal::DeviceKey> const device =
        seal::DeviceKey::load_or_create(m_files, m_data / sending::kDeviceKeyFile, random);
    if (!device) {
        return tl::unexpected(device.error());
    }
    Result<seal::SigningKey> signing = seal::SigningKey::from_seed(device->signing().seed());
    auto client = net::HttpsClient::create();
    if (!signing || !client) {
        return tl::unexpected(signing ? client.error() : signing.error());
    }
    m_client = std::move(*client);
    sync::WorkerSpec spec{.link = std::move(link),
                          .device = std::move(*signing),
                          .applied = [this](sync::Applied const& applied) { tell(applied); },
                          .failed =
                              [this](Error const& error) {
                                  if (!std::exchange(m_failing, true)) {
                                      log_line("the log is not reached: " + error.message);
                                  }
                              }};
    m_worker = std::make_unique<sync::Worker>(std::move(spec), *m_client, *this, m_clock, random);
    return {};
}

Result<wire::SyncRequest> LogConnection::gather(sync::Letters letters) {
    auto gathered = on_letter_thread(m_letters, [this, letters](sending::Site& site) {
        return m_exchange.gather({site.letterbox, site.memory, site.sealer, m_files, m_data},
                                 letters, m_clock);
    });
    return gathered ? std::move(*gathered) : fail(ErrorCode::unavailable, "the kiosk ends");
}

sync::Applied LogConnection::apply(wire::SyncReply reply) {
    auto applied =
        on_letter_thread(m_letters, [this, reply = std::move(reply)](sending::Site& site) {
            sync::Applied done = m_exchange.apply(
                {site.letterbox, site.memory, site.sealer, m_files, m_data}, reply);
            if (done.index_behind) {
                Result<void> const mended = sending::bring_in_line(site.memory, site.letterbox);
                site.indexed = mended.has_value(); // else the letter keeper tries again
                if (!mended) {
                    log_line(mended.error().message);
                }
            }
            return done;
        });
    return applied ? std::move(*applied) : sync::Applied{};
}

void LogConnection::tell(sync::Applied const& applied) {
    if (std::exchange(m_failing, false)) {
        log_line("the log is reached again");
    }
    for (std::string const& problem : applied.problems) {
        log_line("of the log: " + problem);
    }
    if (!applied.arrived.empty()) {
        m_letters.report(flow::event::Arrived{applied.arrived});
    }
    ++m_replies;
    m_heard();
}

} // namespace inloop::terminal
