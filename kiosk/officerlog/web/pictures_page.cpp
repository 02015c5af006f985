// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/web/editing_values.h"
#include "kiosk/officerlog/web/pages.h"
#include "kiosk/officerlog/web/respond.h"
#include "kiosk/officerlog/web/unlocked.h"

#include <algorithm>
#include <utility>

namespace inloop::web {
namespace {

using platform::HttpResponse;

HttpResponse list_pictures(Site& site, Visit const& visit, std::string_view alt,
                           std::string_view warning, int status) {
    auto const pictures = editing::picture_choices(site.editing);
    if (!pictures) {
        return trouble(site, visit, pictures.error());
    }
    Values values;
    values.set("ALT", alt);
    values.set("LIMIT_TEXT", site.words.text("picture.limit"));
    for (editing::PictureChoice const& picture : *pictures) {
        Values& row = values.add("PICTURE");
        row.set("NAME", picture.name);
        row.set("ALT", picture.shipped ? site.words.text("picture.shipped_alt") : picture.alt);
        row.set("HREF", "/pictures/" + picture.name);
        row.show(picture.shipped ? "SHIPPED" : "REMOVE");
    }
    if (!warning.empty()) {
        values.show("WARNING");
        values.set("WARNING_TEXT", site.words.text(warning));
    }
    return page(site, visit, {.title = "title.pictures", .current = "/pictures"}, "pictures",
                std::move(values), status);
}

ByteView file_in(platform::HttpRequest const& request) {
    auto const& parts = request.parts;
    auto const file = std::ranges::find(parts, "file", &platform::HttpPart::name);
    return file == parts.end() ? ByteView() : ByteView(file->content);
}

std::string_view type_of(ByteView content) {
    return !content.empty() && content[0] == std::byte{0x89} ? "image/png" : "image/jpeg";
}

HttpResponse keep(Site& site, Visit const& visit, Bytes content, std::string_view alt) {
    auto const added = editing::add_picture(site.editing, visit.vault(), std::move(content), alt);
    if (!added) {
        return trouble(site, visit, added.error());
    }
    if (!*added) {
        return list_pictures(site, visit, alt, refusal_word(added->error()), 409);
    }
    return done("/pictures", "picture_added");
}

} // namespace

HttpResponse pictures_page(Site& site, Visit& visit) {
    return list_pictures(site, visit, "", "", 200);
}

// The words are asked for before anything looks at the picture: it may take seconds.
HttpResponse add_picture(Site& site, Visit& visit) {
    std::string const alt(visit.form->text("alt"));
    ByteView const upload = file_in(visit.request);
    if (alt.empty() || upload.empty()) {
        return list_pictures(site, visit, alt, alt.empty() ? "warning.no_alt" : "warning.no_file",
                             409);
    }
    Result<Bytes> made;
    if (!without_lock(site, visit, [&] { made = site.recode(upload); })) {
        return message(site, visit, "logged_out", 403);
    }
    if (made) {
        return keep(site, visit, std::move(*made), alt);
    }
    bool const no_picture = made.error().code == ErrorCode::invalid_input;
    if (!no_picture) {
        site.log("picture: " + made.error().message);
    }
    return list_pictures(site, visit, alt,
                         no_picture ? "warning.no_picture" : "warning.picture_later",
                         no_picture ? 409 : 503);
}

HttpResponse remove_picture(Site& site, Visit& visit) {
    return back(site, visit, "/pictures",
                editing::remove_picture(site.editing, visit.vault(), visit.form->text("name")),
                "picture_removed");
}

HttpResponse picture_file(Site& site, Visit& visit) {
    auto const bytes = editing::picture_content(site.editing, visit.id);
    if (bytes) {
        return content(200, type_of(*bytes), *bytes);
    }
    return bytes.error().code == ErrorCode::not_found ? message(site, visit, "not_found", 404)
                                                      : trouble(site, visit, bytes.error());
}

} // namespace inloop::web
