// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/editing/editing.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::editing {

// Makes a picture that was sent in into one that kiosks take: JPEG, upright, without metadata, at
// most wire::kMaxDocumentBytes. Works in a process of its own with hardly any rights, for what
// comes in may be made to break a decoder. Any thread, without the lock; may take seconds.
// `invalid_input` when it is no picture (PNG, JPEG, WebP up to kUploadBytes), `unavailable` when
// the process could not be run.
using PictureRecoder = std::function<Result<Bytes>(ByteView upload)>;
inline constexpr std::size_t kUploadBytes = std::size_t{6} * 1024 * 1024;

// What a picture of this content is called, and why it is none that kiosks take; nullopt: it is.
[[nodiscard]] std::string picture_name_of(ByteView content);
[[nodiscard]] std::optional<Refusal> fault_in_picture(ByteView content);

// Keeps what a recoder made; `alt` says in Dutch what is on it, for who does not see it. Returns
// its name for the page; the same picture again has the same name. Kiosks get it with the first
// page that shows it.
[[nodiscard]] Outcome<std::string> add_picture(Editing& editing, vault::Session& session,
                                               Bytes content, std::string_view alt);
// `in_use` while a draft, or a version in force, shows it.
[[nodiscard]] Outcome<void> remove_picture(Editing& editing, vault::Session& session,
                                           std::string_view name);

// What a page may show: of this site the newest first, then those that were shipped.
struct PictureChoice {
    std::string name{}; // "street.png"
    std::string alt{}; // empty for shipped ones
    bool shipped = false;
};
[[nodiscard]] Result<std::vector<PictureChoice>> picture_choices(Editing& editing);
// The bytes of one of them, PNG or JPEG; not_found.
[[nodiscard]] Result<Bytes> picture_content(Editing& editing, std::string_view name);

} // namespace inloop::editing
