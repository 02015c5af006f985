// SPDX-License-Identifier: EUPL-1.2
#include "platform/net/answer.h"

#include "platform/net/body_buffer.h"

#include <microhttpd.h>

#include <memory>
#include <string>
#include <utility>

namespace inloop::net {

namespace {

using platform::HttpHeader;
using platform::HttpResponse;

struct DestroyResponse {
    void operator()(MHD_Response* response) const { MHD_destroy_response(response); }
};
using Response = std::unique_ptr<MHD_Response, DestroyResponse>;

// An answer may hold what a visitor told: it does not stay behind in freed memory.
void free_body(void* body) {
    std::unique_ptr<Bytes> const owned(static_cast<Bytes*>(body));
    wipe(*owned);
}

Response response_of(HttpResponse answer) {
    static char nothing = 0; // the library wants an address even for no bytes
    auto body = std::make_unique<Bytes>(std::move(answer.body));
    void* const data = body->empty() ? static_cast<void*>(&nothing) : body->data();
    Response response(MHD_create_response_from_buffer_with_free_callback_cls(
        body->size(), data, &free_body, body.get()));
    if (!response) {
        wipe(*body);
        return nullptr;
    }
    (void)body.release(); // free_body() has it now
    for (HttpHeader const& header : answer.headers) {
        if (MHD_add_response_header(response.get(), header.name.c_str(), header.value.c_str()) !=
            MHD_YES) {
            return nullptr;
        }
    }
    return response;
}

} // namespace

HttpResponse refusal(int status) {
    char const* const name = MHD_get_reason_phrase_for(static_cast<unsigned>(status));
    std::string const text = std::to_string(status) + " " + (name == nullptr ? "" : name) + "\n";
    HttpResponse answer{.status = status,
                        .headers = {{"cache-control", "no-store"},
                                    {"content-security-policy", "default-src 'none'"},
                                    {"content-type", "text/plain; charset=utf-8"},
                                    {"x-content-type-options", "nosniff"}}};
    append(answer.body, as_bytes(text));
    if (status == MHD_HTTP_METHOD_NOT_ALLOWED) {
        answer.headers.push_back({"allow", "GET, HEAD, POST"});
    }
    return answer;
}

bool send_answer(MHD_Connection* connection, HttpResponse answer) {
    int status = answer.status;
    bool const sendable = status >= 200 && status <= 599;
    Response response = sendable ? response_of(std::move(answer)) : nullptr;
    if (!response) {
        status = MHD_HTTP_INTERNAL_SERVER_ERROR;
        response = response_of(refusal(status));
    }
    return response &&
           MHD_queue_response(connection, static_cast<unsigned>(status), response.get()) == MHD_YES;
}

} // namespace inloop::net
