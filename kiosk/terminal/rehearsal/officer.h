// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/terminal/rehearsal/web_form.h"
#include "platform/api/http.h"

#include <string>
#include <string_view>

namespace inloop::rehearsal {

// What an officer logs in with; of a demo, so that it may stand in ordinary memory.
struct Login {
    std::string name;
    std::string passphrase;
    std::string code; // of this half minute
};

// An officer at the pages of the log, without a browser: asks for pages and sends their forms as
// one would, so that the log's own rules of sessions and forms hold. Errors say which page did not
// answer as it should. One thread; each call blocks until the log answered.
class Officer {
public:
    // `url` without a slash at the end, `server_key` as it was pinned; `client` outlives this.
    Officer(platform::HttpClient& client, std::string url, ByteArray<32> const& server_key)
        : m_client(client)
        , m_url(std::move(url))
        , m_server_key(server_key) {}

    // Errors: not_found the log let nobody in with it.
    [[nodiscard]] Result<void> log_in(Login const& login);
    // Opens the one letter of the review; what its visitor wrote. Errors: not_found none, or more
    // than one.
    [[nodiscard]] Result<std::string> read_the_letter();
    // Sends the answer to the letter that was read; the letter is closed.
    [[nodiscard]] Result<void> answer(std::string_view text);
    [[nodiscard]] Result<void> log_out();

private:
    [[nodiscard]] Result<std::string> get(std::string const& path);
    // Sends the form with this `action` of a page, with these fields filled in.
    [[nodiscard]] Result<platform::HttpResponse>
    send_form(std::string_view page, std::string const& action, Fields const& filled);
    [[nodiscard]] Result<platform::HttpResponse> send(platform::HttpCall call);

    platform::HttpClient& m_client;
    std::string m_url;
    ByteArray<32> m_server_key;
    std::string m_cookie; // "name=value" of the session; empty: not logged in
    std::string m_entry; // "/entries/ID" of the letter that was read
    std::string m_page; // the page that was opened last
};

} // namespace inloop::rehearsal
