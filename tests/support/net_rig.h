// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "platform/api/http.h"
#include "platform/net/certificate.h"
#include "platform/net/https_client.h"
#include "platform/net/https_server.h"
#include "tests/support/manual_clock.h"
#include "tests/support/must.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inloop::support {

// Keeps every request and answers it as told. Any thread.
class RecordingHandler final : public platform::HttpHandler {
public:
    // What it does; may be set while no request comes.
    std::size_t limit = 1000;
    std::function<platform::HttpResponse(platform::HttpRequest const&)> answer =
        [](platform::HttpRequest const&) {
            platform::HttpResponse fine{.headers = {{"content-type", "text/plain"}}};
            append(fine.body, as_bytes("fine"));
            return fine;
        };

    [[nodiscard]] std::size_t body_limit(std::string_view /*method*/,
                                         std::string_view /*path*/) const override {
        return limit;
    }
    [[nodiscard]] platform::HttpResponse handle(platform::HttpRequest const& request) override {
        {
            std::scoped_lock const lock(m_mutex);
            m_requests.push_back(request);
        }
        return answer(request);
    }

    [[nodiscard]] std::vector<platform::HttpRequest> requests() const {
        std::scoped_lock const lock(m_mutex);
        return m_requests;
    }
    [[nodiscard]] std::size_t count() const { return requests().size(); }

private:
    mutable std::mutex m_mutex;
    std::vector<platform::HttpRequest> m_requests;
};

[[nodiscard]] inline net::ServerIdentity new_identity() {
    return must(net::make_self_signed({.names = {"localhost", "127.0.0.1"}}, ManualClock().wall()));
}

// A server on loopback, the key it is pinned by, and a handler behind it.
struct NetRig {
    explicit NetRig(net::ServerSpec spec = {.identity = new_identity()})
        : key(must(net::server_key_of(spec.identity.certificate_pem)))
        , server(must(net::HttpsServer::start(std::move(spec), handler))) {}

    [[nodiscard]] std::string url(std::string const& path = "/") const {
        return "https://127.0.0.1:" + std::to_string(server->port()) + path;
    }
    [[nodiscard]] platform::HttpCall call(std::string const& path = "/") const {
        return {.url = url(path), .server_key = key};
    }

    RecordingHandler handler;
    ByteArray<32> key;
    std::unique_ptr<net::HttpsServer> server; // after handler: it leaves first
};

[[nodiscard]] inline std::string text_of(Bytes const& bytes) {
    return {static_cast<char const*>(static_cast<void const*>(bytes.data())), bytes.size()};
}

} // namespace inloop::support
