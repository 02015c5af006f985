// SPDX-License-Identifier: EUPL-1.2
#include "platform/net/request_head.h"

#include "platform/net/request_target.h"

#include <microhttpd.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <system_error>
#include <utility>
#include <vector>

namespace inloop::net {

namespace {

using platform::first_of;
using platform::HttpHeader;
using platform::HttpRequest;

// Headers that say who asks, what for, or how long the body is. Of two different ones a proxy may
// believe the first and we the second.
constexpr std::array<std::string_view, 12> kOnlyOnce{"authorization",
                                                     "content-encoding",
                                                     "content-length",
                                                     "content-type",
                                                     "cookie",
                                                     "expect",
                                                     "host",
                                                     "origin",
                                                     "referer",
                                                     "sec-fetch-site",
                                                     "transfer-encoding",
                                                     "x-csrf-token"};
// The project's own headers carry signatures.
constexpr std::string_view kOwnHeaders = "inloop-";

std::string lower(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return result;
}

std::string_view view(char const* text, std::size_t size) {
    return text == nullptr ? std::string_view() : std::string_view(text, size);
}

// The library's way of telling the fields one by one; no exception may pass through it.
MHD_Result collect(void* to, MHD_ValueKind /*kind*/, char const* name, std::size_t name_size,
                   char const* value, std::size_t value_size) {
    try {
        static_cast<std::vector<HttpHeader>*>(to)->push_back(
            {std::string(view(name, name_size)), std::string(view(value, value_size))});
        return MHD_YES;
    } catch (...) {
        return MHD_NO;
    }
}

Result<std::vector<HttpHeader>> fields(MHD_Connection* connection, MHD_ValueKind kind) {
    std::vector<HttpHeader> found;
    int const count = MHD_get_connection_values_n(connection, kind, &collect, &found);
    if (count < 0 || static_cast<std::size_t>(count) != found.size()) {
        return fail(ErrorCode::invalid_input, "fields that cannot be read");
    }
    return found;
}

bool must_stand_once(std::string_view name) {
    return name.starts_with(kOwnHeaders) || std::ranges::find(kOnlyOnce, name) != kOnlyOnce.end();
}

bool all_once(std::vector<HttpHeader> const& headers) {
    return std::ranges::all_of(headers, [&](HttpHeader const& header) {
        return !must_stand_once(header.name) ||
               std::ranges::count(headers, header.name, &HttpHeader::name) == 1;
    });
}

// RFC 9110, 5.6.2. The library lets through names that are empty or end in a space, which a proxy
// may read differently.
bool is_token(std::string_view name) {
    constexpr std::string_view kOthers = "!#$%&'*+-.^_`|~";
    return !name.empty() && std::ranges::all_of(name, [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
               kOthers.find(c) != std::string_view::npos;
    });
}

bool is_plain(HttpHeader const& header) {
    return is_token(header.name) && std::ranges::none_of(header.value, [](char c) {
               auto const byte = static_cast<unsigned char>(c);
               return (byte < 0x20 && c != '\t') || byte == 0x7F;
           });
}

std::optional<std::uint64_t> number(std::string_view text) {
    std::uint64_t value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

// A body whose length is told in two ways, or in none we know, may hide a second request from a
// proxy (request smuggling).
bool length_is_clear(std::vector<HttpHeader> const& headers) {
    auto const length = first_of(headers, "content-length");
    auto const coding = first_of(headers, "transfer-encoding");
    if (length && (coding || !number(*length))) {
        return false;
    }
    return !coding || lower(*coding) == "chunked";
}

Result<std::vector<HttpHeader>> read_headers(MHD_Connection* connection) {
    auto headers = fields(connection, MHD_HEADER_KIND);
    if (!headers) {
        return headers;
    }
    for (HttpHeader& header : *headers) {
        header.name = lower(header.name);
    }
    if (!std::ranges::all_of(*headers, is_plain) || !all_once(*headers) ||
        !length_is_clear(*headers)) {
        return fail(ErrorCode::invalid_input, "headers that are not clear");
    }
    return headers;
}

Result<std::vector<HttpHeader>> read_query(MHD_Connection* connection) {
    auto query = fields(connection, MHD_GET_ARGUMENT_KIND);
    if (!query) {
        return query;
    }
    for (HttpHeader& field : *query) {
        auto name = decoded(field.name);
        auto value = decoded(field.value);
        if (!name || !value) {
            return fail(ErrorCode::invalid_input, "a query that is not UTF-8");
        }
        field = {std::move(*name), std::move(*value)};
    }
    return query;
}

// "192.0.2.1" or "2001:db8::1"; the same for an IPv4 caller whether the server listens on IPv6 too.
std::string peer_of(MHD_Connection* connection) {
    auto const* const info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    if (info == nullptr || info->client_addr == nullptr) {
        return {};
    }
    auto const size =
        info->client_addr->sa_family == AF_INET ? sizeof(sockaddr_in) : sizeof(sockaddr_in6);
    std::array<char, NI_MAXHOST> text{};
    if (::getnameinfo(info->client_addr, static_cast<socklen_t>(size), text.data(), text.size(),
                      nullptr, 0, NI_NUMERICHOST) != 0) {
        return {};
    }
    constexpr std::string_view kMapped = "::ffff:";
    std::string_view const address = text.data();
    return std::string(address.starts_with(kMapped) ? address.substr(kMapped.size()) : address);
}

} // namespace

Result<HttpRequest> read_head(MHD_Connection* connection, std::string_view method,
                              std::string_view raw_path) {
    auto path = decoded_path(raw_path);
    if (!path) {
        return tl::unexpected(path.error());
    }
    auto headers = read_headers(connection);
    if (!headers) {
        return tl::unexpected(headers.error());
    }
    auto query = read_query(connection);
    if (!query) {
        return tl::unexpected(query.error());
    }
    return HttpRequest{.method = std::string(method),
                       .path = std::move(*path),
                       .query = std::move(*query),
                       .headers = std::move(*headers),
                       .peer = peer_of(connection)};
}

std::optional<std::uint64_t> declared_length(HttpRequest const& head) {
    auto const length = first_of(head.headers, "content-length");
    return length ? number(*length) : std::nullopt;
}

} // namespace inloop::net
