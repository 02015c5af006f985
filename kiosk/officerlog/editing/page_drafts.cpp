// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/editing/page_drafts.h"

#include "kiosk/officerlog/editing/in_force.h"
#include "kiosk/officerlog/editing/keeping.h"
#include "kiosk/officerlog/editing/page_desk.h"
#include "kiosk/officerlog/editing/page_documents.h"
#include "kiosk/officerlog/editing/shipped_pages.h"
#include "kiosk/pages/tuning.h"

#include <algorithm>
#include <utility>

namespace inloop::editing {

namespace {

using records::PageDraft;
using records::PageKey;
using records::PageText;

// Browsers end the lines of a form with two signs.
std::string with_plain_line_ends(std::string text) {
    std::erase(text, '\r');
    return text;
}

std::optional<Refusal> fault_in_words(Editing const& editing, PageKey const& key,
                                      PageText const& text) {
    if (!is_typed(text.title) || !is_typed(text.body)) {
        return Refusal::faulty;
    }
    return composed(editing, key, text).size() > pages::kPageBytes
               ? std::optional(Refusal::too_long)
               : std::nullopt;
}

Outcome<std::uint32_t> put(Editing& editing, PageDraft const& draft,
                           std::uint32_t expected_version) {
    auto const there = editing.pages.draft(draft.key);
    if (!there) {
        return tl::unexpected(there.error());
    }
    if ((*there ? (*there)->version : 0) != expected_version) {
        return refused<std::uint32_t>(Refusal::changed);
    }
    return editing.pages.put_draft(draft, expected_version).map([](std::uint32_t version) {
        return tl::expected<std::uint32_t, Refusal>(version);
    });
}

} // namespace

Outcome<PageDraft> seen_draft(Editing& editing, vault::Session const& session, PageKey const& key,
                              std::uint32_t version) {
    if (!may_edit(session)) {
        return refused<PageDraft>(Refusal::role);
    }
    auto draft = editing.pages.draft(key);
    if (!draft) {
        return tl::unexpected(draft.error());
    }
    if (!*draft) {
        return refused<PageDraft>(Refusal::gone);
    }
    return (*draft)->version == version ? tl::expected<PageDraft, Refusal>(std::move(**draft))
                                        : refused<PageDraft>(Refusal::changed);
}

Outcome<std::uint32_t> save_draft(Editing& editing, vault::Session& session, PageKey const& key,
                                  PageText const& text, std::uint32_t expected_version) {
    if (!may_edit(session)) {
        return refused<std::uint32_t>(Refusal::role);
    }
    if (auto const fault = fault_in(editing, key)) {
        return refused<std::uint32_t>(*fault);
    }
    PageDraft draft{.key = key, .text = text, .by = session.actor().name, .at = now_of(editing)};
    draft.text.title = with_plain_line_ends(std::move(draft.text.title));
    draft.text.body = with_plain_line_ends(std::move(draft.text.body));
    if (auto const fault = fault_in_words(editing, key, draft.text)) {
        return refused<std::uint32_t>(*fault);
    }
    return put(editing, draft, expected_version);
}

Outcome<void> drop_draft(Editing& editing, vault::Session& session, PageKey const& key,
                         std::uint32_t version) {
    auto const draft = seen_draft(editing, session, key, version);
    if (!draft) {
        return tl::unexpected(draft.error());
    }
    if (!*draft) {
        return refused<void>(draft->error());
    }
    return editing.pages.remove_draft(key).map([] { return tl::expected<void, Refusal>(); });
}

Outcome<void> offer(Editing& editing, vault::Session& session, PageKey const& key,
                    std::uint32_t version) {
    auto seen = seen_draft(editing, session, key, version);
    if (!seen) {
        return tl::unexpected(seen.error());
    }
    if (!*seen) {
        return refused<void>(seen->error());
    }
    PageDraft& draft = **seen;
    if (draft.offered) {
        return tl::expected<void, Refusal>();
    }
    draft.offered = true; // `by` stays: who wrote it, not who asks
    return carry_out(editing, session, {.action = "page-offer", .object = audited(key)},
                     [&]() -> Result<void> {
                         auto const put = editing.pages.put_draft(draft, version);
                         return put ? Result<void>() : tl::unexpected(put.error());
                     });
}

Outcome<std::uint32_t> take_up(Editing& editing, vault::Session& session, std::int64_t id,
                               std::uint32_t expected_version) {
    if (!may_edit(session)) {
        return refused<std::uint32_t>(Refusal::role);
    }
    auto const versions = editing.pages.versions();
    if (!versions) {
        return tl::unexpected(versions.error());
    }
    auto const old = std::ranges::find(*versions, id, &records::PageVersion::id);
    if (old == versions->end()) {
        return refused<std::uint32_t>(Refusal::gone);
    }
    PageText text = old->text;
    if (is_over(text, today_of(editing))) { // its words are wanted, not its days
        text.from.reset();
        text.until.reset();
    }
    return save_draft(editing, session, old->key, text, expected_version);
}

} // namespace inloop::editing
