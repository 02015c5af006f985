// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/api/http.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace inloop::sync {

// A client whose server is a function of the test. Like the real one it hands a call to nobody but
// the server with the pinned key. Calls are kept; a call that the function leaves open hangs until
// it is cancelled.
class FakeHttp final : public platform::HttpClient {
public:
    using Server = std::function<Result<platform::HttpResponse>(platform::HttpCall const&)>;

    explicit FakeHttp(Server server) : m_server(std::move(server)) {}

    [[nodiscard]] Result<platform::HttpResponse> send(platform::HttpCall const& call) override {
        {
            std::scoped_lock const lock(m_mutex);
            if (m_cancelled) {
                return fail(ErrorCode::unavailable, "cancelled");
            }
            if (call.server_key != key) {
                return fail(ErrorCode::crypto, "another server");
            }
            m_calls.push_back(call);
        }
        m_changed.notify_all();
        if (hangs) {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_cancelled; });
            return fail(ErrorCode::unavailable, "cancelled");
        }
        return m_server(call);
    }
    [[nodiscard]] Result<ByteArray<32>> server_key_of(std::string const& /*url*/) override {
        return key;
    }
    void cancel() override {
        {
            std::scoped_lock const lock(m_mutex);
            m_cancelled = true;
        }
        m_changed.notify_all();
    }

    // Waits for the n-th call, counted from 1.
    [[nodiscard]] platform::HttpCall await_call(std::size_t n) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_calls.size() >= n; });
        return m_calls[n - 1];
    }
    [[nodiscard]] std::size_t calls() {
        std::scoped_lock const lock(m_mutex);
        return m_calls.size();
    }

    ByteArray<32> key{std::byte{5}}; // of the server
    bool hangs = false; // set before the first call

private:
    Server m_server;
    std::mutex m_mutex; // guards what stands below
    std::condition_variable m_changed;
    std::vector<platform::HttpCall> m_calls;
    bool m_cancelled = false;
};

} // namespace inloop::sync
