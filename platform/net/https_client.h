// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "platform/api/http.h"

#include <memory>
#include <string>

namespace inloop::net {

// Sends requests over TLS 1.3 to the server whose key the call pins, and to no other: the key is
// compared before the first byte of the request leaves. Names, dates and authorities of the
// certificate are not looked at. Keeps the connection for the next call. Goes through the proxy
// that `https_proxy` and `no_proxy` of the environment name (curl(1)); the proxy sees host and port
// only. One thread, but for cancel().
class HttpsClient final : public platform::HttpClient {
public:
    // Errors: unavailable.
    [[nodiscard]] static Result<std::unique_ptr<HttpsClient>> create();

    HttpsClient(HttpsClient const&) = delete;
    HttpsClient& operator=(HttpsClient const&) = delete;
    ~HttpsClient() override;

    // Header names of the answer are lower case. invalid_input also for a call that cannot be sent:
    // another scheme than https, line ends in a header.
    [[nodiscard]] Result<platform::HttpResponse> send(platform::HttpCall const& call) override;
    [[nodiscard]] Result<ByteArray<32>> server_key_of(std::string const& url) override;
    void cancel() override;

private:
    class Transfers;
    explicit HttpsClient(std::unique_ptr<Transfers> transfers);

    std::unique_ptr<Transfers> m_transfers;
};

} // namespace inloop::net
