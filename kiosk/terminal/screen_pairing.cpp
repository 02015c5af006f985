// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/screen_pairing.h"

#include "kiosk/seal/pairing.h"
#include "kiosk/terminal/kiosk_setup.h"
#include "kiosk/terminal/log_meeting.h"
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
    Attempt(ScreenPairing& owner, std::unique_ptr<net::HttpsClient> client, std::string const& code)
        : m_owner(owner)
        , m_client(std::move(client))
        , m_thread([this, code](std::stop_token const& stop) { ask(stop, code); }) {}
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
    void ask(std::stop_token const& stop, std::string const& code) {
        ScreenPairingSpec const& spec = m_owner.m_spec;
        auto met = meet_log(m_owner.m_files, *m_client,
                            {.data = spec.data, .log = spec.log, .name = spec.name, .code = code},
                            m_owner.m_words);
        if (!met) {
            if (!stop.stop_requested()) {
                log_line("not linked: " + met.error().message);
            }
            tell(stop, flow::event::PairingFailed{failure_of(met.error(), code)});
            return;
        }
        m_paired = std::move(*met);
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

ScreenPairing::ScreenPairing(ScreenPairingSpec spec, platform::Files& files,
                             entries::WordList const& words)
    : m_spec(std::move(spec))
    , m_files(files)
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
    m_attempt = std::make_unique<Attempt>(*this, std::move(*client), code);
}

void ScreenPairing::confirm(bool same) {
    if (same && m_attempt != nullptr) {
        m_attempt->keep();
    } else {
        m_attempt = nullptr;
    }
}

} // namespace inloop::terminal
