// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/editing/editing.h"
#include "kiosk/pages/plain_language.h"
#include "kiosk/pages/problem.h"
#include "kiosk/wire/messages.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Information pages from the first draft to the screen, and back.
//
// Visitors see the newest version that is in force (not withdrawn) and whose dates hold today; when
// there is none, the page as it was shipped. So an end date falls back by itself to what was there
// before, and undo is withdrawing.
namespace inloop::editing {

// How one page in one language stands; more than one may hold.
struct PageRow {
    records::PageKey key{};
    std::string title{}; // of the draft, else as visitors see it
    bool missing = false; // not written in this language: visitors get the Dutch one
    std::optional<records::PageDraft> draft{};
    std::optional<records::PageVersion> shown{}; // nullopt: as shipped
    std::optional<records::PageVersion> planned{}; // in force, begins later; the next one
    int order = 0; // place in the kiosk's list; 0: reached from elsewhere
};

// Every page of the kiosk in every language it has, by order and id, Dutch first.
[[nodiscard]] Result<std::vector<PageRow>> page_list(Editing& editing);

// One page, opened to be changed.
struct OpenPage {
    PageRow row{};
    records::PageText text{}; // of the draft, else of what is shown, else as shipped
    records::PageText seen{}; // by visitors, in this language, today; empty where it is missing
    std::uint32_t draft_version = 0; // 0: no draft
    std::vector<records::PageVersion> history{}; // the newest first
};
// not_found when the kiosk has no such page or language.
[[nodiscard]] Result<OpenPage> open_page(Editing& editing, records::PageKey const& key);

// What is wrong with a text, and what could be easier. `faults` keep it from being published, hints
// never do. Lines count from the first of the body; 0: the title or the whole.
struct PageCheck {
    std::vector<pages::Problem> faults{};
    std::vector<pages::LanguageHint> hints{};
};
[[nodiscard]] Result<PageCheck> check_page(Editing& editing, records::PageKey const& key,
                                           records::PageText const& text);

// The file a kiosk reads: head and body.
[[nodiscard]] Result<std::string> page_file(Editing& editing, records::PageKey const& key,
                                            records::PageText const& text);

// Everything kiosks got of this site (roster, news, facts, pages, pictures), with this draft in the
// place of its page and the pictures it names: what the preview is drawn from.
[[nodiscard]] Result<std::vector<wire::Document>>
files_for_preview(Editing& editing, records::PageKey const& key, records::PageText const& text);

// Keeps a draft, faulty or not, up to the bytes of a page (pages/tuning.h). It is no longer offered
// then. Returns its new version.
[[nodiscard]] Outcome<std::uint32_t> save_draft(Editing& editing, vault::Session& session,
                                                records::PageKey const& key,
                                                records::PageText const& text,
                                                std::uint32_t expected_version);
[[nodiscard]] Outcome<void> drop_draft(Editing& editing, vault::Session& session,
                                       records::PageKey const& key, std::uint32_t version);
// Asks an officer to look.
[[nodiscard]] Outcome<void> offer(Editing& editing, vault::Session& session,
                                  records::PageKey const& key, std::uint32_t version);
// Puts the draft of this version on the screens, from its first day on, and ends the draft. With
// four eyes only an officer who did not save it last; when frozen only an officer.
[[nodiscard]] Outcome<void> publish(Editing& editing, vault::Session& session,
                                    records::PageKey const& key, std::uint32_t version);
// Undo: the version that is shown (or is planned) is withdrawn, the one before shows again. `gone`
// when it is not in force any more: somebody else was first. Frozen: only an officer.
[[nodiscard]] Outcome<void> withdraw(Editing& editing, vault::Session& session, std::int64_t id);
// An older version as a draft again; `changed` when there is a draft of another version.
[[nodiscard]] Outcome<std::uint32_t> take_up(Editing& editing, vault::Session& session,
                                             std::int64_t id, std::uint32_t expected_version);

// Officers and leads.
[[nodiscard]] Outcome<void> set_rules(Editing& editing, vault::Session& session,
                                      records::PublishingRules const& rules);

// Brings what kiosks get in line with the dates of today: call at least every hour, and after a
// start. Writes only what differs. Returns how many documents changed.
[[nodiscard]] Result<std::size_t> publish_due(Editing& editing);

} // namespace inloop::editing
