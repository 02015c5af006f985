// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/terminal/sending/letter_worker.h"

#include <future>
#include <memory>
#include <optional>
#include <utility>

namespace inloop::terminal {

// Runs `job` on the letter worker's thread and waits for what it returns; nullopt when the worker
// ended first. Never on that thread itself.
template <class Job>
auto on_letter_thread(sending::LetterWorker& letters, Job job)
    -> std::optional<decltype(job(std::declval<sending::Site&>()))> {
    using Returned = decltype(job(std::declval<sending::Site&>()));
    auto const done = std::make_shared<std::promise<Returned>>();
    std::future<Returned> outcome = done->get_future();
    letters.post(
        [done, job = std::move(job)](sending::Site& site) mutable { done->set_value(job(site)); });
    try {
        return outcome.get();
    } catch (std::future_error const&) {
        return std::nullopt;
    }
}

} // namespace inloop::terminal
