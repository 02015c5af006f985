// SPDX-License-Identifier: EUPL-1.2
#include "platform/linux/linux_folder_watcher.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <system_error>
#include <utility>

namespace inloop::platform {

using Steady = std::chrono::steady_clock;

Result<std::unique_ptr<LinuxFolderWatcher>> LinuxFolderWatcher::open(FolderWatchSpec spec) {
    Descriptor stop(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (!stop.open()) {
        return fail(ErrorCode::unavailable,
                    "eventfd: " + std::generic_category().message(errno) +
                        "; changed files are not taken over before the next start");
    }
    return std::unique_ptr<LinuxFolderWatcher>(
        new LinuxFolderWatcher(std::move(spec), std::move(stop)));
}

LinuxFolderWatcher::LinuxFolderWatcher(FolderWatchSpec spec, Descriptor stop)
    : m_spec(std::move(spec))
    , m_stop(std::move(stop)) {
    watch_anew();
}

// The old watches go with the old descriptor. What changes in between is found by whoever reads
// after wait(): this is called before it returns.
void LinuxFolderWatcher::watch_anew() {
    m_events.reset();
    auto events = FolderEvents::watch(m_spec.places);
    if (events) {
        m_events.emplace(std::move(*events));
        return;
    }
    m_spec.log("changed files are looked for every " + std::to_string(m_spec.look_every.count()) +
               " ms: " + events.error().message);
    for (WatchedPlace const& place : m_spec.places) {
        m_looks.push_back(look_at(place));
    }
}

void LinuxFolderWatcher::take_changes(std::set<std::size_t>& changed) {
    if (!m_events) {
        look(changed);
        return;
    }
    FolderChanges const changes = m_events->take();
    changed.insert(changes.places.begin(), changes.places.end());
    if (changes.folders_changed) {
        watch_anew();
    }
}

void LinuxFolderWatcher::look(std::set<std::size_t>& changed) {
    // Before looking, so that nothing falls in between: the kernel may grant watches by now.
    auto events = FolderEvents::watch(m_spec.places);
    for (std::size_t i = 0; i < m_spec.places.size(); ++i) {
        FolderLook now = look_at(m_spec.places[i]);
        if (now != m_looks[i]) {
            m_looks[i] = std::move(now);
            changed.insert(i);
        }
    }
    if (events) {
        m_events.emplace(std::move(*events));
        m_looks.clear();
    }
}

std::vector<std::size_t> LinuxFolderWatcher::wait() {
    std::set<std::size_t> changed;
    while (changed.empty()) {
        if (!sleep(m_events ? std::nullopt : std::optional(m_spec.look_every))) {
            return {};
        }
        take_changes(changed);
    }
    auto const first = Steady::now();
    while (Steady::now() - first < kLongestQuietWait) {
        if (!sleep(m_spec.quiet_time)) {
            return {};
        }
        std::set<std::size_t> more;
        take_changes(more);
        if (more.empty()) {
            break;
        }
        changed.insert(more.begin(), more.end());
    }
    return {changed.begin(), changed.end()};
}

bool LinuxFolderWatcher::sleep(std::optional<Milliseconds> time) const {
    std::array<pollfd, 2> waiting{
        pollfd{.fd = m_stop.number(), .events = POLLIN, .revents = 0},
        pollfd{.fd = m_events ? m_events->descriptor() : -1, .events = POLLIN, .revents = 0}};
    int const limit = time ? static_cast<int>(time->count()) : -1;
    while (::poll(waiting.data(), waiting.size(), limit) < 0 && errno == EINTR) {
    }
    return (waiting[0].revents & POLLIN) == 0;
}

void LinuxFolderWatcher::stop() {
    std::uint64_t const one = 1;
    (void)!::write(m_stop.number(), &one, sizeof one);
}

} // namespace inloop::platform
