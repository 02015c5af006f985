// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/terminal/rehearsal/officer.h"

#include "kiosk/terminal/rehearsal/tuning.h"

#include <utility>
#include <vector>

namespace inloop::rehearsal {
namespace {

using platform::HttpCall;
using platform::HttpResponse;

constexpr int kSeeOther = 303; // what follows a form that was taken

std::string where_to(HttpResponse const& response) {
    return std::string(first_of(response.headers, "location").value_or(""));
}

tl::unexpected<Error> refused(std::string const& what, HttpResponse const& response) {
    return fail(
        ErrorCode::not_found,
        "the log does not take " + what + " (it answers " + std::to_string(response.status) +
            (where_to(response).empty() ? ")" : " and leads to " + where_to(response) + ")"));
}

} // namespace

Result<HttpResponse> Officer::send(HttpCall call) {
    call.server_key = m_server_key;
    call.timeout = kPageTime;
    call.url = m_url + call.url;
    if (!m_cookie.empty()) {
        call.headers.push_back({"cookie", m_cookie});
    }
    return m_client.send(call);
}

Result<std::string> Officer::get(std::string const& path) {
    Result<HttpResponse> const response = send({.url = path});
    if (!response) {
        return tl::unexpected(response.error());
    }
    if (response->status != 200) {
        return refused("the question for its page " + path, *response);
    }
    m_page.assign(reinterpret_cast<char const*>(response->body.data()), response->body.size());
    return m_page;
}

Result<HttpResponse> Officer::send_form(std::string_view page, std::string const& action,
                                        Fields const& filled) {
    std::optional<Fields> fields = untouched_form(page, action);
    if (!fields) {
        return fail(ErrorCode::not_found, "the page of the log has no form for " + action);
    }
    for (auto const& [name, value] : filled) {
        fill_in(*fields, name, value);
    }
    std::string const body = encoded(*fields);
    ByteView const bytes = as_bytes(body);
    return send({.method = "POST",
                 .url = action,
                 .headers = {{"content-type", "application/x-www-form-urlencoded"},
                             {"origin", m_url}}, // as a browser says of a page of the log's own
                 .body = Bytes(bytes.begin(), bytes.end())});
}

Result<void> Officer::log_in(Login const& login) {
    Result<std::string> const page = get("/login");
    if (!page) {
        return tl::unexpected(page.error());
    }
    Result<HttpResponse> const response =
        send_form(*page, "/login",
                  {{"name", login.name}, {"passphrase", login.passphrase}, {"code", login.code}});
    if (!response) {
        return tl::unexpected(response.error());
    }
    std::string_view const cookie = first_of(response->headers, "set-cookie").value_or("");
    if (response->status != kSeeOther || cookie.empty()) {
        return refused("name, passphrase and code", *response);
    }
    m_cookie = cookie.substr(0, cookie.find(';'));
    return {};
}

Result<std::string> Officer::read_the_letter() {
    Result<std::string> review = get("/");
    if (!review) {
        return review;
    }
    std::vector<std::string> const rows = links_of_class(*review, "row");
    if (rows.size() != 1) {
        return fail(ErrorCode::not_found,
                    "the review shows " + std::to_string(rows.size()) + " letters instead of one");
    }
    m_entry = rows.front();
    return get(m_entry).and_then([](std::string const& entry) -> Result<std::string> {
        std::optional<std::string> text = text_of_class(entry, "message__text");
        return text ? Result<std::string>(std::move(*text))
                    : fail(ErrorCode::not_found, "the letter's page shows no words of a visitor");
    });
}

Result<void> Officer::answer(std::string_view text) {
    Result<HttpResponse> const response =
        send_form(m_page, m_entry + "/answer", {{"answer", std::string(text)}, {"do", "send"}});
    if (!response) {
        return tl::unexpected(response.error());
    }
    if (response->status != kSeeOther || where_to(*response) != m_entry + "?done=answered") {
        return refused("the answer", *response);
    }
    return {};
}

Result<void> Officer::log_out() {
    Result<HttpResponse> const response = send_form(m_page, "/logout", {});
    if (!response) {
        return tl::unexpected(response.error());
    }
    if (response->status != 200) {
        return refused("the logout", *response);
    }
    m_cookie.clear();
    return {};
}

} // namespace inloop::rehearsal
