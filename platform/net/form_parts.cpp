// SPDX-License-Identifier: EUPL-1.2
#include "platform/net/form_parts.h"

#include "kiosk/base/utf8.h"
#include "platform/net/tuning.h"

#include <microhttpd.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace inloop::net {

namespace {

using platform::HttpPart;
using platform::HttpRequest;

constexpr std::string_view kFormType = "multipart/form-data";

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Whether `text` begins so, whatever its case; what follows is left of it then.
bool take(std::string_view& text, std::string_view beginning) {
    bool const begins = text.size() >= beginning.size() &&
                        std::ranges::equal(text.substr(0, beginning.size()), beginning, {}, lower);
    text.remove_prefix(begins ? beginning.size() : 0);
    return begins;
}

void skip_spaces(std::string_view& text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
}

// Whether the type says one boundary and nothing else, as browsers write it, and it is one (RFC
// 2046, 5.1.1). The library is told no other: its own search for it has been broken by odd ones
// (CVE-2023-27371).
bool has_clear_boundary(std::string_view type) {
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                          "0123456789'()+_,-./:=?";
    constexpr std::size_t kMostBytes = 70;
    bool const begins = take(type, kFormType);
    skip_spaces(type);
    bool const follows = take(type, ";");
    skip_spaces(type);
    constexpr std::string_view kBoundary = "boundary=";
    if (!begins || !follows || !type.starts_with(kBoundary)) {
        return false;
    }
    type.remove_prefix(kBoundary.size());
    if (type.size() >= 2 && type.front() == '"' && type.back() == '"') {
        type = type.substr(1, type.size() - 2);
    }
    return !type.empty() && type.size() <= kMostBytes &&
           type.find_first_not_of(kLetters) == std::string_view::npos;
}

bool is_plain(std::string_view text) {
    return utf8::is_valid(text) && std::ranges::none_of(text, [](char c) {
               return static_cast<unsigned char>(c) < ' ' || c == '\x7F';
           });
}

std::string text_or_none(char const* text) {
    return text == nullptr ? std::string() : std::string(text);
}

// A field begins; false when it is one too many, or not clear.
bool begin_part(std::vector<HttpPart>& parts, char const* name, char const* file_name,
                char const* content_type) {
    HttpPart part{.name = text_or_none(name),
                  .file_name = text_or_none(file_name),
                  .content_type = text_or_none(content_type)};
    bool const clear = !part.name.empty() && is_plain(part.name) && is_plain(part.file_name) &&
                       is_plain(part.content_type);
    if (clear && parts.size() < kFormParts) {
        parts.push_back(std::move(part));
        return true;
    }
    return false;
}

// The library's way of telling what is in a form, piece by piece; no exception may pass through it.
MHD_Result collect(void* to, MHD_ValueKind /*kind*/, char const* name, char const* file_name,
                   char const* content_type, char const* /*coding*/, char const* bytes,
                   std::uint64_t offset, std::size_t size) {
    auto& parts = *static_cast<std::vector<HttpPart>*>(to);
    try {
        if (offset == 0 && !begin_part(parts, name, file_name, content_type)) {
            return MHD_NO;
        }
        append(parts.back().content, std::as_bytes(std::span(bytes, size)));
        return MHD_YES;
    } catch (...) {
        return MHD_NO;
    }
}

} // namespace

bool is_multipart_form(std::string_view content_type) {
    return take(content_type, kFormType);
}

Result<std::vector<HttpPart>> read_form_parts(MHD_Connection* connection,
                                              HttpRequest const& request) {
    auto const type = first_of(request.headers, "content-type");
    if (!type || !has_clear_boundary(*type)) {
        return fail(ErrorCode::invalid_input, "a form whose boundary is not clear");
    }
    std::vector<HttpPart> parts;
    MHD_PostProcessor* const processor =
        MHD_create_post_processor(connection, kFormBuffer, &collect, &parts);
    if (processor == nullptr) {
        return fail(ErrorCode::invalid_input, "a form that the library does not take");
    }
    // In one piece: so the library tells each field's first bytes once only.
    bool const taken =
        MHD_post_process(processor,
                         static_cast<char const*>(static_cast<void const*>(request.body.data())),
                         request.body.size()) == MHD_YES;
    bool const ended = MHD_destroy_post_processor(processor) == MHD_YES;
    if (!taken || !ended || parts.empty()) {
        return fail(ErrorCode::invalid_input, "a form that is cut or damaged");
    }
    return parts;
}

} // namespace inloop::net
