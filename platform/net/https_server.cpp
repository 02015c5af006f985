// SPDX-License-Identifier: EUPL-1.2
#include "platform/net/https_server.h"

#include "platform/net/answer.h"
#include "platform/net/body_buffer.h"
#include "platform/net/connection_deadlines.h"
#include "platform/net/form_parts.h"
#include "platform/net/request_head.h"

#include <microhttpd.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <system_error>
#include <utility>

namespace inloop::net {

namespace {

using platform::HttpHandler;
using platform::HttpRequest;
using platform::HttpResponse;

// TLS 1.3 only: both ends are ours, and every browser of today speaks it. Session tickets are off,
// because a stolen ticket key would open recorded connections.
constexpr char const* kTls = "NORMAL:-VERS-ALL:+VERS-TLS1.3:-CIPHER-ALL:+AES-256-GCM:"
                             "+CHACHA20-POLY1305:+AES-128-GCM:-GROUP-ALL:+GROUP-X25519:"
                             "+GROUP-SECP256R1:%SERVER_PRECEDENCE:%NO_TICKETS";

constexpr int kNotRefused = 0;

// One request from its head to its answer.
struct Exchange {
    explicit Exchange(BodiesMemory& memory) : body(memory) {}
    HttpRequest request;
    std::size_t limit = 0; // of the body
    std::size_t received = 0;
    int refused = kNotRefused; // else the status that answers it
    BodyBuffer body;
};

struct Address {
    sockaddr_storage where{};
    unsigned flags = 0; // of the library
};

Result<Address> parse(std::string const& text, std::uint16_t port) {
    addrinfo const hints{.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE,
                         .ai_family = AF_UNSPEC,
                         .ai_socktype = SOCK_STREAM,
                         .ai_protocol = 0,
                         .ai_addrlen = 0,
                         .ai_addr = nullptr,
                         .ai_canonname = nullptr,
                         .ai_next = nullptr};
    addrinfo* found = nullptr;
    if (::getaddrinfo(text.c_str(), std::to_string(port).c_str(), &hints, &found) != 0) {
        return fail(ErrorCode::invalid_input,
                    "'" + text +
                        "' is no address to listen on; give a numeric one, as 127.0.0.1, "
                        "0.0.0.0 or ::");
    }
    Address address;
    std::memcpy(&address.where, found->ai_addr, found->ai_addrlen);
    bool const six = found->ai_family == AF_INET6;
    ::freeaddrinfo(found);
    if (six) {
        address.flags = text == "::" ? MHD_USE_DUAL_STACK : MHD_USE_IPv6;
    }
    return address;
}

// The library wants a C string, and may look at it as long as it runs.
Result<SecretText> with_end(SecretText const& text) {
    auto ended = SecretText::with_capacity(text.size() + 1);
    if (ended && (!ended->insert(0, text.view()) || !ended->insert(text.size(), {"\0", 1}))) {
        return fail(ErrorCode::invalid_input, "the key of the certificate is not text");
    }
    return ended;
}

// The library leaves percent signs alone, so that request_target.h sees them.
std::size_t leave_encoded(void* /*none*/, MHD_Connection* /*connection*/, char* text) {
    return std::strlen(text);
}

int socket_of(MHD_Connection* connection) {
    auto const* const info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    return info == nullptr ? -1 : info->connect_fd;
}

// Puts the fields of a form with files in the place of its body; false when it is damaged. For a
// moment both are there, in as many requests as the server has threads.
bool read_form(MHD_Connection* connection, HttpRequest& request) {
    auto const type = first_of(request.headers, "content-type");
    if (request.method != "POST" || !type || !is_multipart_form(*type)) {
        return true;
    }
    auto parts = read_form_parts(connection, request);
    if (parts) {
        request.parts = std::move(*parts);
        wipe(request.body);
    }
    return parts.has_value();
}

MHD_Result result_of(bool good) {
    return good ? MHD_YES : MHD_NO;
}

} // namespace

class HttpsServer::Listener {
public:
    Listener(ServerSpec const& spec, SecretText key, HttpHandler& handler)
        : m_handler(handler)
        , m_certificate(spec.identity.certificate_pem)
        , m_key(std::move(key))
        , m_bodies(spec.bodies_memory)
        , m_deadlines(spec.request_deadline) {}
    Listener(Listener const&) = delete;
    Listener& operator=(Listener const&) = delete;
    ~Listener() {
        if (m_daemon != nullptr) {
            MHD_stop_daemon(m_daemon);
        }
    }

    [[nodiscard]] Result<void> listen(ServerSpec const& spec);
    [[nodiscard]] std::uint16_t port() const { return m_port; }

private:
    static MHD_Result on_request(void* self, MHD_Connection* connection, char const* url,
                                 char const* method, char const* version, char const* upload,
                                 std::size_t* upload_size, void** exchange);
    static void on_completed(void* self, MHD_Connection* connection, void** exchange,
                             MHD_RequestTerminationCode why);
    static void on_connection(void* self, MHD_Connection* connection, void** context,
                              MHD_ConnectionNotificationCode what);

    [[nodiscard]] bool head(MHD_Connection* connection, Exchange& exchange, std::string_view url,
                            std::string_view method) const;
    [[nodiscard]] bool body(MHD_Connection* connection, Exchange& exchange, ByteView more);
    [[nodiscard]] bool finish(MHD_Connection* connection, Exchange& exchange);
    [[nodiscard]] HttpResponse handled(MHD_Connection* connection, Exchange& exchange) const;

    HttpHandler& m_handler;
    std::string m_certificate;
    SecretText m_key; // with a NUL at its end
    BodiesMemory m_bodies;
    ConnectionDeadlines m_deadlines;
    std::uint16_t m_port = 0;
    MHD_Daemon* m_daemon = nullptr; // its threads use what stands above
};

Result<void> HttpsServer::Listener::listen(ServerSpec const& spec) {
    auto address = parse(spec.address, spec.port);
    if (!address) {
        return tl::unexpected(address.error());
    }
    auto* const where = static_cast<sockaddr*>(static_cast<void*>(&address->where));
    errno = 0;
    m_daemon = MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_ITC | MHD_USE_TLS | address->flags, spec.port,
        nullptr, nullptr, &Listener::on_request, this, MHD_OPTION_SOCK_ADDR, where,
        MHD_OPTION_HTTPS_MEM_CERT, m_certificate.c_str(), MHD_OPTION_HTTPS_MEM_KEY,
        m_key.view().data(), MHD_OPTION_HTTPS_PRIORITIES, kTls, MHD_OPTION_THREAD_POOL_SIZE,
        kServerThreads, MHD_OPTION_CONNECTION_LIMIT, spec.connections,
        MHD_OPTION_PER_IP_CONNECTION_LIMIT, spec.connections_per_address,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, kConnectionMemory, MHD_OPTION_CONNECTION_TIMEOUT,
        static_cast<unsigned>(spec.idle_timeout.count()), MHD_OPTION_STRICT_FOR_CLIENT, 1,
        MHD_OPTION_UNESCAPE_CALLBACK, &leave_encoded, nullptr, MHD_OPTION_NOTIFY_COMPLETED,
        &Listener::on_completed, this, MHD_OPTION_NOTIFY_CONNECTION, &Listener::on_connection, this,
        MHD_OPTION_END);
    if (m_daemon == nullptr) {
        std::string const why =
            errno == 0 ? "the library gives no reason" : std::generic_category().message(errno);
        return fail(ErrorCode::unavailable,
                    "cannot listen on " + spec.address + " port " + std::to_string(spec.port) +
                        ": " + why +
                        "; stop the other program, or choose an address of this machine and a "
                        "port from 1024 on");
    }
    auto const* const info = MHD_get_daemon_info(m_daemon, MHD_DAEMON_INFO_BIND_PORT);
    m_port = info == nullptr ? spec.port : info->port;
    return {};
}

// Called for the head of a request, then for each piece of its body, then once more. No exception
// may pass through the library.
MHD_Result HttpsServer::Listener::on_request(void* self, MHD_Connection* connection,
                                             char const* url, char const* method,
                                             char const* /*version*/, char const* upload,
                                             std::size_t* upload_size, void** exchange) {
    auto& listener = *static_cast<Listener*>(self);
    try {
        if (*exchange == nullptr) {
            auto fresh = std::make_unique<Exchange>(listener.m_bodies);
            *exchange = fresh.get(); // until on_completed()
            return result_of(listener.head(connection, *fresh.release(), url, method));
        }
        auto& known = *static_cast<Exchange*>(*exchange);
        if (*upload_size == 0) {
            return result_of(listener.finish(connection, known));
        }
        auto const more = std::as_bytes(std::span(upload, *upload_size));
        *upload_size = 0;
        return result_of(listener.body(connection, known, more));
    } catch (...) {
        return MHD_NO; // no memory: the connection closes
    }
}

void HttpsServer::Listener::on_completed(void* self, MHD_Connection* connection, void** exchange,
                                         MHD_RequestTerminationCode /*why*/) {
    std::unique_ptr<Exchange> const done(static_cast<Exchange*>(*exchange));
    *exchange = nullptr;
    static_cast<Listener*>(self)->m_deadlines.begin(socket_of(connection));
}

// The library tells of the end of a connection before it closes the socket.
void HttpsServer::Listener::on_connection(void* self, MHD_Connection* connection,
                                          void** /*context*/, MHD_ConnectionNotificationCode what) {
    auto& deadlines = static_cast<Listener*>(self)->m_deadlines;
    if (what == MHD_CONNECTION_NOTIFY_STARTED) {
        deadlines.begin(socket_of(connection));
    } else {
        deadlines.forget(socket_of(connection));
    }
}

// An answer given here, before the body, makes the library close the connection without reading on.
bool HttpsServer::Listener::head(MHD_Connection* connection, Exchange& exchange,
                                 std::string_view url, std::string_view method) const {
    if (method != "GET" && method != "HEAD" && method != "POST") {
        return send_answer(connection, refusal(MHD_HTTP_METHOD_NOT_ALLOWED));
    }
    auto read = read_head(connection, method == "HEAD" ? "GET" : method, url);
    if (!read) {
        return send_answer(connection, refusal(MHD_HTTP_BAD_REQUEST));
    }
    exchange.request = std::move(*read);
    exchange.limit = m_handler.body_limit(exchange.request.method, exchange.request.path);
    if (declared_length(exchange.request).value_or(0) > exchange.limit) {
        return send_answer(connection, refusal(MHD_HTTP_CONTENT_TOO_LARGE));
    }
    return true;
}

// The library takes no answer while a body comes: what is too much is thrown away until its end.
bool HttpsServer::Listener::body(MHD_Connection* connection, Exchange& exchange, ByteView more) {
    m_deadlines.earn(socket_of(connection), more.size());
    exchange.received += more.size();
    if (exchange.received > exchange.limit) {
        exchange.refused = MHD_HTTP_CONTENT_TOO_LARGE;
        return exchange.received - exchange.limit <= kReadBeyondLimit;
    }
    if (exchange.refused == kNotRefused && !exchange.body.append(more)) {
        exchange.refused = MHD_HTTP_SERVICE_UNAVAILABLE;
    }
    return true;
}

bool HttpsServer::Listener::finish(MHD_Connection* connection, Exchange& exchange) {
    auto answer =
        exchange.refused == kNotRefused ? handled(connection, exchange) : refusal(exchange.refused);
    m_deadlines.earn(socket_of(connection), answer.body.size());
    return send_answer(connection, std::move(answer));
}

HttpResponse HttpsServer::Listener::handled(MHD_Connection* connection, Exchange& exchange) const {
    HttpRequest& request = exchange.request;
    request.body = exchange.body.lend();
    HttpResponse answer;
    try {
        answer = read_form(connection, request) ? m_handler.handle(request)
                                                : refusal(MHD_HTTP_BAD_REQUEST);
    } catch (...) {
        answer = refusal(MHD_HTTP_INTERNAL_SERVER_ERROR);
    }
    for (platform::HttpPart& part : request.parts) {
        wipe(part.content);
    }
    exchange.body.restore(std::move(request.body));
    return answer;
}

HttpsServer::HttpsServer(std::unique_ptr<Listener> listener) : m_listener(std::move(listener)) {}

HttpsServer::~HttpsServer() = default;

std::uint16_t HttpsServer::port() const {
    return m_listener->port();
}

Result<std::unique_ptr<HttpsServer>> HttpsServer::start(ServerSpec spec, HttpHandler& handler) {
    if (auto checked = check_identity(spec.identity); !checked) {
        return tl::unexpected(checked.error());
    }
    auto key = with_end(spec.identity.key_pem);
    if (!key) {
        return tl::unexpected(key.error());
    }
    auto listener = std::make_unique<Listener>(spec, std::move(*key), handler);
    if (auto listening = listener->listen(spec); !listening) {
        return tl::unexpected(listening.error());
    }
    return std::unique_ptr<HttpsServer>(new HttpsServer(std::move(listener)));
}

} // namespace inloop::net
