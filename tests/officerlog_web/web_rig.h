// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/web/site.h"
#include "kiosk/officerlog/web/web.h"
#include "tests/support/desk_rig.h"
#include "tests/support/scratch.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inloop::web {

using Fields = std::vector<std::pair<std::string, std::string>>;

// The web side of a real log in a scratch folder, asked without a network.
class WebRig {
public:
    WebRig();

    // A person of this role, logged in at a browser; returns the id of his session.
    [[nodiscard]] std::string log_in(records::Role role);
    [[nodiscard]] std::string log_in_lead();

    [[nodiscard]] platform::HttpResponse get(std::string const& address,
                                             std::string const& session = {});
    // As a form of a page of ours, with the session's csrf.
    [[nodiscard]] platform::HttpResponse post(std::string const& address, Fields fields,
                                              std::string const& session = {});
    // The same with a file, as a browser sends it.
    [[nodiscard]] platform::HttpResponse upload(std::string const& address, Fields const& fields,
                                                ByteView file, std::string const& session = {});
    [[nodiscard]] platform::HttpResponse send(platform::HttpRequest const& request) {
        return web.handle(request);
    }

    support::DeskRig rig;
    support::Scratch scratch;
    seal::SigningKey ack_sign;
    desk::Intake intake;
    desk::Kiosks kiosks;
    std::filesystem::path assets;
    editing::Editing editing;
    // What the page was asked to be drawn with, and what comes out.
    std::vector<editing::RenderRequest> drawn;
    Result<editing::RenderedPage> drawing;
    Result<Bytes> recoded;
    PageTemplates templates;
    Words words;
    StaticFiles files;
    std::vector<std::string> log;
    Site site;
    Web web;

private:
    [[nodiscard]] platform::HttpRequest request_of_our_page(std::string const& address,
                                                            std::string const& session);

    int m_people = 0;
};

[[nodiscard]] std::string text_of(platform::HttpResponse const& response);
[[nodiscard]] std::string address_of(support::Visitor const& visitor); // "/entries/..."

} // namespace inloop::web
