// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/end_signals.h"

#include "platform/linux/system_error.h"

#include <csignal>
#include <utility>

namespace inloop::platform {

namespace {

sigset_t end_signals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    return set;
}

} // namespace

Result<void> hold_end_signals() {
    sigset_t const set = end_signals();
    if (int const error = ::pthread_sigmask(SIG_BLOCK, &set, nullptr); error != 0) {
        return system_error(error, "pthread_sigmask of", "/proc/self");
    }
    return {};
}

EndSignals::EndSignals(std::function<void()> asked)
    : m_asked(std::move(asked))
    , m_thread([this](std::stop_token const& stop) { watch(stop); }) {}

EndSignals::~EndSignals() {
    m_thread.request_stop();
    ::pthread_kill(m_thread.native_handle(), SIGINT); // only ends its sigwait: it is held
}

void EndSignals::watch(std::stop_token const& stop) {
    sigset_t const set = end_signals();
    int signal = 0;
    while (::sigwait(&set, &signal) == 0 && !stop.stop_requested()) {
        m_came = true;
        m_asked();
    }
}

} // namespace inloop::platform
