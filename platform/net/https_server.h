// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "platform/api/http.h"
#include "platform/net/certificate.h"
#include "platform/net/tuning.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace inloop::net {

struct ServerSpec {
    std::string address = "127.0.0.1"; // numeric; "0.0.0.0" all of IPv4, "::" all of both
    std::uint16_t port = 0; // 0: any that is free
    ServerIdentity identity;
    unsigned connections = kConnections;
    unsigned connections_per_address = kConnectionsPerAddress; // 0: no limit
    std::size_t bodies_memory = kBodiesMemory;
    // Tests take less.
    std::chrono::seconds idle_timeout = kIdleTimeout;
    Milliseconds request_deadline = kRequestDeadline;
};

// Serves HTTP/1.1 over TLS 1.3, nothing older, on threads of its own. What is not clear is refused
// before the handler hears of it: methods other than GET, HEAD (given as GET) and POST with 405,
// too large a body with 413, odd paths, repeated headers and doubtful lengths with 400. A request
// that takes too long is cut off. Nothing of a request is logged; bodies of requests and answers
// are overwritten when they are done with.
//
// A handler that blocks holds up the other connections of its thread. It gives the answer's headers
// but for Content-Length, Date and Connection. Its exceptions become a 500.
class HttpsServer final : public platform::HttpServer {
public:
    // Listens from now on; `handler` outlives the server. Errors: invalid_input an address or an
    // identity that cannot be used; unavailable the port is taken or not allowed. The message says
    // what to do.
    [[nodiscard]] static Result<std::unique_ptr<HttpsServer>> start(ServerSpec spec,
                                                                    platform::HttpHandler& handler);

    HttpsServer(HttpsServer const&) = delete;
    HttpsServer& operator=(HttpsServer const&) = delete;
    // Waits for handlers that run; connections are closed.
    ~HttpsServer() override;

    [[nodiscard]] std::uint16_t port() const override;

private:
    class Listener;
    explicit HttpsServer(std::unique_ptr<Listener> listener);

    std::unique_ptr<Listener> m_listener;
};

} // namespace inloop::net
