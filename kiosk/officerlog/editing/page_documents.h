// SPDX-License-Identifier: EUPL-1.2
//
// What kiosks get of pages and pictures: one document each, written only when it differs. Private
// to this folder.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/officerlog/editing/editing.h"
#include "kiosk/officerlog/editing/in_force.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace inloop::editing {

[[nodiscard]] std::string page_document(records::PageKey const& key); // "pages/nl/pilot.md"
[[nodiscard]] std::string picture_document(std::string_view name); // "pictures/foto-....jpg"
// As the audit names a page: "pilot/nl".
[[nodiscard]] std::string audited(records::PageKey const& key);

// The text of a document; empty when there is none.
[[nodiscard]] Result<std::string> document_text(Editing& editing, std::string_view name);
// Returns how many were written: 0 or 1.
[[nodiscard]] Result<std::size_t> put_document(Editing& editing, std::string const& name,
                                               ByteView content, std::string const& by);
// An empty one in its place; where kiosks never got one, nothing.
[[nodiscard]] Result<std::size_t> take_document(Editing& editing, std::string const& name,
                                                std::string const& by);

// Head and body of the page in one file. The page must be one of the kiosk's.
[[nodiscard]] std::string composed(Editing const& editing, records::PageKey const& key,
                                   records::PageText const& text);
// Names of pictures of this site that stand in the text.
[[nodiscard]] Result<std::vector<std::string>> own_pictures_in(Editing& editing,
                                                               std::string_view body);

// Gives kiosks what visitors are to see of this page today, its pictures first: a page whose
// picture is not there yet would not be shown. Within a transaction. Returns how many documents
// were written. A page the kiosk does not have any more stays as it is.
[[nodiscard]] Result<std::size_t> hand_down(Editing& editing, records::PageKey const& key,
                                            Versions const& versions, std::string const& by);

} // namespace inloop::editing
