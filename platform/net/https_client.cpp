// SPDX-License-Identifier: EUPL-1.2
#include "platform/net/https_client.h"

#include "platform/net/certificate.h"
#include "platform/net/tuning.h"

#include <curl/curl.h>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace inloop::net {

namespace {

using platform::HttpCall;
using platform::HttpHeader;
using platform::HttpResponse;

template <auto deinit>
struct Deinit {
    template <class T>
    void operator()(T* object) const {
        (void)deinit(object);
    }
};
using Easy = std::unique_ptr<CURL, Deinit<curl_easy_cleanup>>;
using Multi = std::unique_ptr<CURLM, Deinit<curl_multi_cleanup>>;
using List = std::unique_ptr<curl_slist, Deinit<curl_slist_free_all>>;

// The library's own memory of what it loaded; it lives as long as the process.
bool library_ready() {
    static bool const ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    return ready;
}

std::string pin_of(ByteArray<32> const& key) {
    constexpr std::string_view kDigits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text = "sha256//";
    for (std::size_t i = 0; i < key.size(); i += 3) {
        std::uint32_t group = 0;
        for (std::size_t k = i; k < i + 3; ++k) {
            group = (group << 8U) | (k < key.size() ? std::to_integer<std::uint32_t>(key[k]) : 0U);
        }
        for (unsigned shift : {18U, 12U, 6U, 0U}) {
            text += kDigits[(group >> shift) & 0x3FU];
        }
    }
    text.back() = '='; // 32 bytes are ten groups and two bytes
    return text;
}

bool is_plain(std::string_view text) {
    return std::ranges::none_of(text, [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

// Headers in the library's words. It would add some of its own; an empty value takes them out.
std::optional<List> header_list(std::vector<HttpHeader> const& headers) {
    List list;
    auto const add = [&list](std::string const& line) {
        curl_slist* const longer = curl_slist_append(list.get(), line.c_str());
        if (longer == nullptr) {
            return false;
        }
        (void)list.release();
        list.reset(longer);
        return true;
    };
    for (char const* const unwanted : {"Accept:", "Content-Type:"}) {
        if (!add(unwanted)) {
            return std::nullopt;
        }
    }
    for (HttpHeader const& header : headers) {
        bool const plain = !header.name.empty() && is_plain(header.name) &&
                           is_plain(header.value) &&
                           header.name.find_first_of(":; ") == std::string::npos;
        // "name;" is how the library is told of a header without a value.
        if (!plain || !add(header.name + (header.value.empty() ? ";" : ": " + header.value))) {
            return std::nullopt;
        }
    }
    return list;
}

// What came of an answer so far.
struct Answer {
    std::size_t limit = 0;
    std::size_t header_size = 0;
    bool too_large = false;
    Bytes body{};
};

// Returning another number than it was given makes the library give up. No exception may pass.
std::size_t on_body(char* data, std::size_t /*one*/, std::size_t size, void* to) {
    auto& answer = *static_cast<Answer*>(to);
    if (size > answer.limit - answer.body.size()) {
        answer.too_large = true;
        return 0;
    }
    try {
        append(answer.body, as_bytes({data, size}));
    } catch (...) {
        answer.too_large = true;
        return 0;
    }
    return size;
}

std::size_t on_header(char* /*data*/, std::size_t /*one*/, std::size_t size, void* to) {
    auto& answer = *static_cast<Answer*>(to);
    answer.header_size += size;
    answer.too_large = answer.header_size > kAnswerHeaderLimit;
    return answer.too_large ? 0 : size;
}

// The options every call has. Each setting of the library says whether it took it.
bool set_always(CURL* easy, Answer* answer) {
    auto const set = [easy](CURLoption option, auto value) {
        return curl_easy_setopt(easy, option, value) == CURLE_OK;
    };
    return set(CURLOPT_PROTOCOLS_STR, "https") && // and no redirect leads to another
           set(CURLOPT_FOLLOWLOCATION, 0L) &&
           set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1)) &&
           set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_3)) &&
           // The pin alone decides. The certificate may be self-signed, and the kiosk may have no
           // clock to check dates by; the pinned key cannot be had without the log's private key.
           set(CURLOPT_SSL_VERIFYPEER, 0L) && set(CURLOPT_SSL_VERIFYHOST, 0L) &&
           // A resumed session would be one whose certificate is not shown again.
           set(CURLOPT_SSL_SESSIONID_CACHE, 0L) &&
           set(CURLOPT_HEADEROPT, static_cast<long>(CURLHEADER_SEPARATE)) && // none to a proxy
           set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L) &&
           set(CURLOPT_NOSIGNAL, 1L) && // signals are the program's
           set(CURLOPT_QUICK_EXIT, 1L) && // cancel() does not wait for the name server
           set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(kConnectTimeout.count())) &&
           set(CURLOPT_WRITEFUNCTION, &on_body) && set(CURLOPT_WRITEDATA, answer) &&
           set(CURLOPT_HEADERFUNCTION, &on_header) && set(CURLOPT_HEADERDATA, answer);
}

bool set_method(CURL* easy, HttpCall const& call) {
    if (call.method == "HEAD") {
        return curl_easy_setopt(easy, CURLOPT_NOBODY, 1L) == CURLE_OK;
    }
    if (call.method == "GET" && call.body.empty()) {
        return curl_easy_setopt(easy, CURLOPT_HTTPGET, 1L) == CURLE_OK;
    }
    static std::byte const nothing{};
    // The library borrows the body, and does not copy it.
    return curl_easy_setopt(easy, CURLOPT_POST, 1L) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE,
                            static_cast<curl_off_t>(call.body.size())) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_POSTFIELDS,
                            call.body.empty() ? &nothing : call.body.data()) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, call.method.c_str()) == CURLE_OK;
}

bool set_call(CURL* easy, HttpCall const& call, std::string const& pin, curl_slist* headers) {
    auto const set = [easy](CURLoption option, auto value) {
        return curl_easy_setopt(easy, option, value) == CURLE_OK;
    };
    return set(CURLOPT_URL, call.url.c_str()) && set(CURLOPT_PINNEDPUBLICKEY, pin.c_str()) &&
           set(CURLOPT_HTTPHEADER, headers) &&
           set(CURLOPT_TIMEOUT_MS,
               static_cast<long>(std::max<std::int64_t>(call.timeout.count(), 1))) &&
           set_method(easy, call);
}

// Connects, and sends nothing; keeps the certificate.
bool set_look(CURL* easy, std::string const& url) {
    auto const set = [easy](CURLoption option, auto value) {
        return curl_easy_setopt(easy, option, value) == CURLE_OK;
    };
    return set(CURLOPT_URL, url.c_str()) && set(CURLOPT_CONNECT_ONLY, 1L) &&
           set(CURLOPT_CERTINFO, 1L) &&
           set(CURLOPT_TIMEOUT_MS, static_cast<long>(kConnectTimeout.count()));
}

// The server's own certificate, as PEM.
std::optional<std::string> shown_certificate(CURL* easy) {
    curl_certinfo* shown = nullptr;
    if (curl_easy_getinfo(easy, CURLINFO_CERTINFO, &shown) != CURLE_OK || shown == nullptr ||
        shown->num_of_certs < 1) {
        return std::nullopt;
    }
    constexpr std::string_view kName = "Cert:";
    for (curl_slist const* line = shown->certinfo[0]; line != nullptr; line = line->next) {
        std::string_view const text = line->data;
        if (text.starts_with(kName)) {
            return std::string(text.substr(kName.size()));
        }
    }
    return std::nullopt;
}

// "https://log.example:8443", without path and query.
std::string server_of(std::string const& url) {
    auto const scheme = url.find("://");
    return url.substr(0, scheme == std::string::npos ? 0 : url.find_first_of("/?#", scheme + 3));
}

struct Meaning {
    ErrorCode code;
    char const* mend;
};

Meaning meaning_of(CURLcode result) {
    switch (result) {
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
        return {ErrorCode::crypto, "this is not the paired log: look for a login page of the "
                                   "network in between, or pair again if the log was replaced"};
    case CURLE_UNSUPPORTED_PROTOCOL: // also an answer that is not HTTP
    case CURLE_URL_MALFORMAT:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_BAD_CONTENT_ENCODING:
        return {ErrorCode::invalid_input, "check the address of the log"};
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
        return {ErrorCode::unavailable, "check the network and the name of the log"};
    case CURLE_SSL_CONNECT_ERROR:
        return {ErrorCode::unavailable, "check that TLS 1.3 gets through to the log"};
    default:
        return {ErrorCode::unavailable, "check the network and whether the log runs"};
    }
}

tl::unexpected<Error> failed(CURL* easy, std::string const& server, CURLcode result) {
    long system = 0;
    (void)curl_easy_getinfo(easy, CURLINFO_OS_ERRNO, &system);
    auto const [code, mend] = meaning_of(result);
    std::string why = curl_easy_strerror(result);
    if (result == CURLE_COULDNT_CONNECT && system != 0) {
        why += " (" + std::generic_category().message(static_cast<int>(system)) + ")";
    }
    return fail(code, server + ": " + why + "; " + mend);
}

tl::unexpected<Error> cancelled(std::string const& url) {
    return fail(ErrorCode::unavailable, server_of(url) + ": cancelled");
}

tl::unexpected<Error> unusable(std::string const& url) {
    return fail(ErrorCode::unavailable,
                server_of(url) + ": libcurl lacks something; install libcurl4 (OpenSSL), 7.87 or "
                                 "newer");
}

HttpResponse response_of(CURL* easy, Answer& answer) {
    long status = 0;
    (void)curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    HttpResponse response{.status = static_cast<int>(status), .body = std::move(answer.body)};
    for (curl_header* field = curl_easy_nextheader(easy, CURLH_HEADER, -1, nullptr);
         field != nullptr; field = curl_easy_nextheader(easy, CURLH_HEADER, -1, field)) {
        std::string name = field->name;
        std::ranges::transform(name, name.begin(), [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        });
        response.headers.push_back({std::move(name), field->value});
    }
    return response;
}

} // namespace

class HttpsClient::Transfers {
public:
    Transfers(Multi multi, Easy easy) : m_multi(std::move(multi)), m_easy(std::move(easy)) {}

    [[nodiscard]] Result<HttpResponse> send(HttpCall const& call);
    [[nodiscard]] Result<ByteArray<32>> server_key_of(std::string const& url);
    void cancel() {
        m_cancelled = true;
        (void)curl_multi_wakeup(m_multi.get()); // the one call that any thread may make
    }

private:
    [[nodiscard]] bool prepare(HttpCall const& call, std::string const& pin, curl_slist* headers,
                               Answer* answer);
    // nullopt: cancelled.
    [[nodiscard]] std::optional<CURLcode> run(CURL* easy);

    Multi m_multi; // keeps the connections
    Easy m_easy; // after it: it leaves first
    std::string m_last_pin{};
    std::atomic<bool> m_cancelled = false;
};

bool HttpsClient::Transfers::prepare(HttpCall const& call, std::string const& pin,
                                     curl_slist* headers, Answer* answer) {
    curl_easy_reset(m_easy.get());
    // The library compares pins without regard to case when it looks for a connection to use again.
    bool const fresh = std::exchange(m_last_pin, pin) != pin;
    return set_always(m_easy.get(), answer) && set_call(m_easy.get(), call, pin, headers) &&
           curl_easy_setopt(m_easy.get(), CURLOPT_FRESH_CONNECT, fresh ? 1L : 0L) == CURLE_OK;
}

std::optional<CURLcode> HttpsClient::Transfers::run(CURL* easy) {
    if (curl_multi_add_handle(m_multi.get(), easy) != CURLM_OK) {
        return CURLE_FAILED_INIT;
    }
    std::optional<CURLcode> result;
    int running = 1;
    while (!m_cancelled && running > 0) {
        if (curl_multi_perform(m_multi.get(), &running) != CURLM_OK) {
            result = CURLE_FAILED_INIT;
            break;
        }
        if (running > 0) {
            (void)curl_multi_poll(m_multi.get(), nullptr, 0, 1000, nullptr);
        }
    }
    int left = 0;
    while (CURLMsg const* const message = curl_multi_info_read(m_multi.get(), &left)) {
        if (message->msg == CURLMSG_DONE) {
            result = message->data.result;
        }
    }
    (void)curl_multi_remove_handle(m_multi.get(), easy);
    return result;
}

Result<HttpResponse> HttpsClient::Transfers::send(HttpCall const& call) {
    auto const headers = header_list(call.headers);
    if (!headers || !is_plain(call.method) || !is_plain(call.url)) {
        return fail(ErrorCode::invalid_input,
                    server_of(call.url) + ": a header or the address cannot be sent");
    }
    Answer answer{.limit = call.response_limit};
    std::string const pin = pin_of(call.server_key);
    if (!prepare(call, pin, headers->get(), &answer)) {
        return fail(ErrorCode::unavailable, server_of(call.url) +
                                                ": libcurl lacks something; install libcurl4 with "
                                                "OpenSSL, 7.87 or newer");
    }
    auto const result = run(m_easy.get());
    if (!result) {
        return cancelled(call.url);
    }
    if (answer.too_large) {
        return fail(ErrorCode::invalid_input, server_of(call.url) +
                                                  ": the answer is larger than expected; check the "
                                                  "address of the log");
    }
    if (*result != CURLE_OK) {
        return failed(m_easy.get(), server_of(call.url), *result);
    }
    return response_of(m_easy.get(), answer);
}

Result<ByteArray<32>> HttpsClient::Transfers::server_key_of(std::string const& url) {
    // A handle of its own: the connection, to a server nobody has checked, ends with it.
    Easy const easy(curl_easy_init());
    Answer answer;
    if (!easy || !set_always(easy.get(), &answer) || !set_look(easy.get(), url)) {
        return unusable(url);
    }
    auto const result = run(easy.get());
    if (!result) {
        return cancelled(url);
    }
    if (*result != CURLE_OK) {
        return failed(easy.get(), server_of(url), *result);
    }
    auto const certificate = shown_certificate(easy.get());
    if (!certificate) {
        return fail(ErrorCode::invalid_input,
                    server_of(url) + ": shows no certificate; check the address of the log");
    }
    return net::server_key_of(*certificate);
}

HttpsClient::HttpsClient(std::unique_ptr<Transfers> transfers)
    : m_transfers(std::move(transfers)) {}

HttpsClient::~HttpsClient() = default;

Result<std::unique_ptr<HttpsClient>> HttpsClient::create() {
    Multi multi(library_ready() ? curl_multi_init() : nullptr);
    Easy easy(multi ? curl_easy_init() : nullptr);
    if (!easy) {
        return fail(ErrorCode::unavailable, "libcurl does not start; is there memory left?");
    }
    return std::unique_ptr<HttpsClient>(
        new HttpsClient(std::make_unique<Transfers>(std::move(multi), std::move(easy))));
}

Result<HttpResponse> HttpsClient::send(HttpCall const& call) {
    return m_transfers->send(call);
}

Result<ByteArray<32>> HttpsClient::server_key_of(std::string const& url) {
    return m_transfers->server_key_of(url);
}

void HttpsClient::cancel() {
    m_transfers->cancel();
}

} // namespace inloop::net
