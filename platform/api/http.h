// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::platform {

struct HttpHeader {
    std::string name; // lower case
    std::string value;
    friend bool operator==(HttpHeader const&, HttpHeader const&) = default;
};

// The value of the first field of this name; nullopt when there is none.
[[nodiscard]] inline std::optional<std::string_view> first_of(std::vector<HttpHeader> const& fields,
                                                              std::string_view name) {
    for (HttpHeader const& field : fields) {
        if (field.name == name) {
            return field.value;
        }
    }
    return std::nullopt;
}

// A field of a form with files (multipart/form-data, RFC 7578). Its names are UTF-8 without control
// characters, and what somebody else chose: never a path, and the type need not be true.
struct HttpPart {
    std::string name; // not empty; several may have the same
    std::string file_name{}; // as the browser calls it; empty: no file
    std::string content_type{}; // "image/jpeg"; empty: text
    Bytes content{};
};

// One request as a server received it, whole.
struct HttpRequest {
    std::string method; // "GET", "POST", ...
    std::string path; // decoded, begins with '/', without the query
    std::vector<HttpHeader> query{}; // decoded names and values, in order, repetitions kept
    std::vector<HttpHeader> headers{}; // in order; a name may come twice
    Bytes body{};
    // Of a POST of multipart/form-data, at least one; the body is empty then.
    std::vector<HttpPart> parts{};
    std::string peer{}; // address of the other end, without the port
};

struct HttpResponse {
    int status = 200;
    std::vector<HttpHeader> headers{};
    Bytes body{};
};

// What a server does with requests. Called from several threads at once.
class HttpHandler {
public:
    virtual ~HttpHandler() = default;
    // Bytes of body this request may bring, asked before the body is read; 0: none. The server
    // answers 413 to more.
    [[nodiscard]] virtual std::size_t body_limit(std::string_view method,
                                                 std::string_view path) const = 0;
    [[nodiscard]] virtual HttpResponse handle(HttpRequest const& request) = 0;
};

// A server that listens while it lives.
class HttpServer {
public:
    virtual ~HttpServer() = default;
    [[nodiscard]] virtual std::uint16_t port() const = 0;
};

// One request to send. Answers of redirects are not followed.
struct HttpCall {
    std::string method = "GET";
    std::string url; // https only
    std::vector<HttpHeader> headers{};
    Bytes body{};
    // SHA-256 of the server's public key (SPKI), as RFC 7469 pins it. The certificate's names and
    // dates do not matter then: a kiosk may have no clock yet.
    ByteArray<32> server_key{};
    Milliseconds timeout{20'000}; // for the whole exchange
    std::size_t response_limit = 1'048'576; // bytes; more is `invalid_input`
};

// Sends requests. Belongs to one thread, but for cancel().
class HttpClient {
public:
    virtual ~HttpClient() = default;
    // Blocks until the whole response is there. Errors: `unavailable` no connection, timeout or
    // cancelled; `crypto` the server is not the one with `server_key` (nothing of the call was
    // sent to it); `invalid_input` not HTTP, or larger than the limit.
    [[nodiscard]] virtual Result<HttpResponse> send(HttpCall const& call) = 0;
    // The key of the server behind `url`, for a first meeting: connects, sends no request. Errors
    // as send().
    [[nodiscard]] virtual Result<ByteArray<32>> server_key_of(std::string const& url) = 0;
    // Ends a send() that is going on, and every later one. Any thread.
    virtual void cancel() = 0;
};

} // namespace inloop::platform
