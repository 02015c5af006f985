// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/wire/messages.h"
#include "platform/api/files.h"

#include <filesystem>
#include <string>

namespace inloop::sync {

inline constexpr char const* kPresenceFile = "presence.toml";

// What the log may put into the data folder: roster.toml, news.toml, presence.toml and facts.toml,
// pages as "pages/nl/pilot.md" and pictures as "pictures/street-2.jpg" (or .png). No other name is
// written, whatever the log says. An empty page, picture or facts.toml says that the site has none
// of that name any more. What stands in them is checked by who reads them, who keeps the last good
// one.
[[nodiscard]] bool is_site_document(wire::Document const& document);

// Writes it into the data folder, durably over the one before. Errors of Files.
[[nodiscard]] Result<void> keep_document(platform::Files& files, std::filesystem::path const& data,
                                         std::string const& name, ByteView content);

// presence.toml, as kiosk/pages reads it. `until` is compared by the reader, who knows how far the
// clock can be trusted. A moment outside the years 1970 to 9999 is cut to them: TOML has no others.
[[nodiscard]] std::string presence_text(wire::Presence const& presence);

} // namespace inloop::sync
