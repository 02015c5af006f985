// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/screen_pairing.h"

#include "kiosk/seal/device_key.h"
#include "kiosk/seal/pairing.h"
#include "kiosk/terminal/kiosk_setup.h"
#include "kiosk/terminal/sending/site.h"
#include "platform/net/https_client.h"

#include <optional>
#include <stop_token>
#include <thread>
#include <utility>

namespace inloop::terminal {

namespace {

using flow::PairingFailure;

PairingFailure failure_of(Error const& error, std::string_view code) {
    switch (error.code) {
    case ErrorCode::unavailable:
        return PairingFailure::no_contact;
    case ErrorCode::not_found:
        return PairingFailure::wrong_code;
    default:
        return seal::parse_pairing_code(code) ? PairingFailure::other : PairingFailure::wrong_code;
    }
}

} // namespace

// One meeting with the log, from the code to the link. Its steps follow one another, each on the
// thread; between them the thread has ended.
class ScreenPairing::Attempt {
public:
    Attempt(ScreenPairing& owner, std::unique_ptr<net::HttpsClient> client, std::string code)
        : m_owner(owner)
        , m_client(std::move(client))
        , m_thread(
              [this, code = std::move(code)](std::stop_token const& stop) { ask(stop, code); }) {}
    Attempt(Attempt const&) = delete;
    Attempt& operator=(Attempt const&) = delete;
    ~Attempt() {
        m_thread.request_stop(); // says nothing more
        m_client->cancel();
    }

    // Once the words were shown.
    void keep() {
        m_thread = std::jthread([this](std::stop_token const& stop) {
            Result<void> const kept = m_owner.m_spec.keep(*m_paired);
            if (!kept) {
                log_line("not linked: " + kept.error().message);
                tell(stop, flow::event::PairingFailed{kept.error().code == ErrorCode::invalid_input
                                                          ? PairingFailure::letters_wait
                                                          : PairingFailure::other});
                return;
            }
            log_line("linked with " + m_paired->link.url);
            tell(stop, flow::event::PairingDone{});
        });
    }

private:
    [[nodiscard]] Result<sync::Paired> met(std::string const& code) {
        ScreenPairingSpec const& spec = m_owner.m_spec;
        if (auto made = m_owner.m_files.make_directories(spec.data); !made) {
            return tl::unexpected(made.error());
        }
        auto const device = seal::DeviceKey::load_or_create(
            m_owner.m_files, spec.data / sending::kDeviceKeyFile, m_owner.m_random);
        if (!device) {
            return tl::unexpected(device.error());
        }
        return sync::pair(*m_client, spec.log, code, spec.name, device->public_key(),
                          m_owner.m_words);
    }

    void ask(std::stop_token const& stop, std::string const& code) {
        Result<sync::Paired> met_log = met(code);
        if (!met_log) {
            if (!stop.stop_requested()) {
                log_line("not linked: " + met_log.error().message);
            }
            tell(stop, flow::event::PairingFailed{failure_of(met_log.error(), code)});
            return;
        }
        m_paired = std::move(*met_log);
        tell(stop, flow::event::PairingWords{m_paired->words});
    }

    void tell(std::stop_token const& stop, flow::Event event) {
        if (!stop.stop_requested()) {
            m_owner.m_spec.tell(std::move(event));
        }
    }

    ScreenPairing& m_owner;
    std::unique_ptr<net::HttpsClient> m_client;
    std::optional<sync::Paired> m_paired;
    std::jthread m_thread; // last: it must end before what it uses
};

ScreenPairing::ScreenPairing(ScreenPairingSpec spec, platform::Files& files, Random& random,
                             entries::WordList const& words)
    : m_spec(std::move(spec))
    , m_files(files)
    , m_random(random)
    , m_words(words) {}

ScreenPairing::~ScreenPairing() = default;

void ScreenPairing::pair(std::string code) {
    m_attempt = nullptr;
    auto client = net::HttpsClient::create();
    if (!client) {
        log_line("not linked: " + client.error().message);
        m_spec.tell(flow::event::PairingFailed{PairingFailure::other});
        return;
    }
    m_attempt = std::make_unique<Attempt>(*this, std::move(*client), std::move(code));
}

void ScreenPairing::confirm(bool same) {
    if (same && m_attempt != nullptr) {
        m_attempt->keep();
    } else {
        m_attempt = nullptr;
    }
}

} // namespace inloop::terminal
