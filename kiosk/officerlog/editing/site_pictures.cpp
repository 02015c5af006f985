// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/editing/site_pictures.h"

#include "kiosk/base/hex.h"
#include "kiosk/base/utf8.h"
#include "kiosk/officerlog/editing/in_force.h"
#include "kiosk/officerlog/editing/keeping.h"
#include "kiosk/officerlog/editing/page_documents.h"
#include "kiosk/pages/asset_file.h"
#include "kiosk/pages/page_text.h"
#include "kiosk/pages/picture_file.h"
#include "kiosk/pages/tuning.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/wire/messages.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace inloop::editing {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kNameBytes = 8; // of the hash: nobody makes two pictures by chance

bool is_jpeg(ByteView content) {
    return content.size() > 2 && content[0] == std::byte{0xFF} && content[1] == std::byte{0xD8} &&
           pages::check_picture(content, "picture").has_value();
}

std::optional<Refusal> fault_in_alt(std::string_view alt) {
    if (!is_typed(alt) || alt.find_first_of("\r\n\t") != std::string_view::npos) {
        return Refusal::faulty;
    }
    if (utf8::is_blank(alt)) {
        return Refusal::empty;
    }
    if (utf8::count(alt) > pages::kPhraseCodePoints) {
        return Refusal::too_long;
    }
    return pages::refuse_text({{std::string(alt), false}}, "picture", 0)
               ? std::optional(Refusal::faulty)
               : std::nullopt;
}

Result<bool> is_in_use(Editing& editing, std::string_view name) {
    auto const names = [&](records::PageText const& text) {
        return text.body.find(name) != std::string::npos;
    };
    auto const drafts = editing.pages.drafts();
    if (!drafts) {
        return tl::unexpected(drafts.error());
    }
    auto const versions = editing.pages.versions();
    if (!versions) {
        return tl::unexpected(versions.error());
    }
    auto const today = today_of(editing);
    return std::ranges::any_of(*drafts, names, &records::PageDraft::text) ||
           std::ranges::any_of(*versions, [&](records::PageVersion const& version) {
               return may_still_show(version, today) && names(version.text);
           });
}

std::vector<std::string> shipped_pictures(Editing const& editing) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator at(editing.assets / pages::kPictureFolder, error), end;
         !error && at != end; at.increment(error)) {
        if (std::string name = at->path().filename().string(); pages::is_picture_name(name)) {
            names.push_back(std::move(name));
        }
    }
    std::ranges::sort(names);
    return names;
}

} // namespace

std::string picture_name_of(ByteView content) {
    return "foto-" + hex(ByteView(seal::hash_of(content).bytes).first(kNameBytes)) + ".jpg";
}

std::optional<Refusal> fault_in_picture(ByteView content) {
    if (content.size() > wire::kMaxDocumentBytes) {
        return Refusal::too_long;
    }
    return is_jpeg(content) ? std::nullopt : std::optional(Refusal::faulty);
}

Outcome<std::string> add_picture(Editing& editing, vault::Session& session, Bytes content,
                                 std::string_view alt) {
    if (!may_edit(session)) {
        return refused<std::string>(Refusal::role);
    }
    auto fault = fault_in_alt(alt);
    fault = fault ? fault : fault_in_picture(content);
    if (fault) {
        return refused<std::string>(*fault);
    }
    std::string const name = picture_name_of(content);
    auto const there = editing.pages.picture(name);
    if (!there) {
        return tl::unexpected(there.error());
    }
    if (*there && (*there)->content != content) {
        return fail(ErrorCode::already_there, "another picture has the name " + name);
    }
    records::SitePicture const picture{.name = name,
                                       .content = std::move(content),
                                       .alt = std::string(alt),
                                       .by = session.actor().name,
                                       .at = now_of(editing)};
    return keep(editing, session.actor(), {.action = "picture-add", .object = name},
                [&] { return editing.pages.put_picture(picture); })
        .map([&] { return tl::expected<std::string, Refusal>(name); });
}

Outcome<void> remove_picture(Editing& editing, vault::Session& session, std::string_view name) {
    if (!may_edit(session)) {
        return refused<void>(Refusal::role);
    }
    auto const there = editing.pages.picture(name);
    if (!there) {
        return tl::unexpected(there.error());
    }
    if (!*there) {
        return refused<void>(Refusal::gone);
    }
    auto const used = is_in_use(editing, name);
    if (!used) {
        return tl::unexpected(used.error());
    }
    if (*used) {
        return refused<void>(Refusal::in_use);
    }
    return carry_out(
        editing, session, {.action = "picture-remove", .object = std::string(name)}, [&] {
            return editing.pages.remove_picture(name)
                .and_then([&] {
                    return take_document(editing, picture_document(name), session.actor().name);
                })
                .map([](std::size_t) {});
        });
}

Result<std::vector<PictureChoice>> picture_choices(Editing& editing) {
    return editing.pages.pictures().map([&](std::vector<records::SitePicture> const& own) {
        std::vector<PictureChoice> choices;
        choices.reserve(own.size());
        for (records::SitePicture const& picture : own) {
            choices.push_back({.name = picture.name, .alt = picture.alt});
        }
        for (std::string& name : shipped_pictures(editing)) {
            choices.push_back({.name = std::move(name), .shipped = true});
        }
        return choices;
    });
}

Result<Bytes> picture_content(Editing& editing, std::string_view name) {
    auto own = editing.pages.picture(name);
    if (!own) {
        return tl::unexpected(own.error());
    }
    if (*own) {
        return std::move((*own)->content);
    }
    fs::path const file = editing.assets / pages::kPictureFolder / name;
    auto const shipped = pages::is_picture_name(name)
                             ? pages::read_asset(file, pages::kPictureBytes)
                             : pages::flaw("", 0, "", "");
    if (!shipped) {
        return fail(ErrorCode::not_found, "there is no picture of this name");
    }
    ByteView const bytes = as_bytes(*shipped);
    return Bytes(bytes.begin(), bytes.end());
}

} // namespace inloop::editing
