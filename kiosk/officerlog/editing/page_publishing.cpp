// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/editing/in_force.h"
#include "kiosk/officerlog/editing/keeping.h"
#include "kiosk/officerlog/editing/page_desk.h"
#include "kiosk/officerlog/editing/page_documents.h"
#include "kiosk/officerlog/editing/page_drafts.h"
#include "kiosk/officerlog/editing/shipped_pages.h"
#include "kiosk/officerlog/editing/site_facts.h"

#include <algorithm>
#include <map>
#include <utility>

namespace inloop::editing {

namespace {

using records::PageDraft;
using records::PageKey;
using records::PublishingRules;

bool has_days(records::PageText const& text, std::chrono::local_days today) {
    bool const in_order = !text.from || !text.until || *text.from <= *text.until;
    return in_order && !is_over(text, today);
}

// Who may put it on the screen, without looking at what it says.
std::optional<Refusal> fault_in_right(PublishingRules const& rules, vault::Session const& session,
                                      PageDraft const& draft) {
    if ((rules.four_eyes || rules.frozen) && !may_approve(session)) {
        return Refusal::needs_officer;
    }
    return rules.four_eyes && draft.by == session.actor().name ? std::optional(Refusal::own_work)
                                                               : std::nullopt;
}

// Why this draft stays a draft; nullopt: it may go.
Result<std::optional<Refusal>> fault_in_publishing(Editing& editing, vault::Session const& session,
                                                   PageDraft const& draft) {
    auto const rules = editing.pages.publishing_rules();
    if (!rules) {
        return tl::unexpected(rules.error());
    }
    if (auto const fault = fault_in_right(*rules, session, draft)) {
        return fault;
    }
    if (auto const fault = fault_in(editing, draft.key)) {
        return fault;
    }
    if (!has_days(draft.text, today_of(editing))) {
        return Refusal::dates;
    }
    return check_page(editing, draft.key, draft.text).map([](PageCheck const& check) {
        return check.faults.empty() ? std::nullopt : std::optional(Refusal::faulty);
    });
}

// Within a transaction, after the versions changed.
Result<void> hand_down_now(Editing& editing, PageKey const& key, std::string const& by) {
    return editing.pages.versions(key)
        .and_then([&](Versions const& versions) { return hand_down(editing, key, versions, by); })
        .map([](std::size_t) {});
}

Result<void> put_in_force(Editing& editing, vault::Session const& session, PageDraft const& draft) {
    auto const added = editing.pages.add_version({.key = draft.key,
                                                  .text = draft.text,
                                                  .by = draft.by,
                                                  .published_by = session.actor().name,
                                                  .at = now_of(editing)});
    if (!added) {
        return tl::unexpected(added.error());
    }
    return editing.pages.remove_draft(draft.key).and_then(
        [&] { return hand_down_now(editing, draft.key, session.actor().name); });
}

// One page as of today, with a row of the audit when visitors get another one: nobody pressed a
// button for it.
Result<std::size_t> hand_down_due(Editing& editing, PageKey const& key, Versions const& versions) {
    vault::Actor const log{.name = "log", .origin = "log"};
    auto written = hand_down(editing, key, versions, log.name);
    if (!written || *written == 0) {
        return written;
    }
    return editing.audit.write(log, {.action = "page-due", .object = audited(key)}).map([&] {
        return *written;
    });
}

std::string words_for(PublishingRules const& rules) {
    std::string const eyes = rules.four_eyes ? "four-eyes" : "two-eyes";
    return eyes + (rules.frozen ? " frozen" : " open");
}

} // namespace

Outcome<void> publish(Editing& editing, vault::Session& session, PageKey const& key,
                      std::uint32_t version) {
    auto const draft = seen_draft(editing, session, key, version);
    if (!draft) {
        return tl::unexpected(draft.error());
    }
    if (!*draft) {
        return refused<void>(draft->error());
    }
    auto const fault = fault_in_publishing(editing, session, **draft);
    if (!fault) {
        return tl::unexpected(fault.error());
    }
    if (*fault) {
        return refused<void>(**fault);
    }
    return carry_out(editing, session, {.action = "page-publish", .object = audited(key)},
                     [&] { return put_in_force(editing, session, **draft); });
}

Outcome<void> withdraw(Editing& editing, vault::Session& session, std::int64_t id) {
    if (!may_edit(session)) {
        return refused<void>(Refusal::role);
    }
    auto const rules = editing.pages.publishing_rules();
    if (!rules) {
        return tl::unexpected(rules.error());
    }
    if (rules->frozen && !may_approve(session)) {
        return refused<void>(Refusal::needs_officer);
    }
    auto const versions = editing.pages.versions();
    if (!versions) {
        return tl::unexpected(versions.error());
    }
    auto const version = std::ranges::find(*versions, id, &records::PageVersion::id);
    if (version == versions->end() || !may_still_show(*version, today_of(editing))) {
        return refused<void>(Refusal::gone);
    }
    std::string const& by = session.actor().name;
    return carry_out(
        editing, session, {.action = "page-withdraw", .object = audited(version->key)}, [&] {
            return editing.pages.withdraw_version(id, by, now_of(editing)).and_then([&] {
                return hand_down_now(editing, version->key, by);
            });
        });
}

Outcome<void> set_rules(Editing& editing, vault::Session& session, PublishingRules const& rules) {
    if (!may_approve(session)) {
        return refused<void>(Refusal::role);
    }
    return carry_out(editing, session, {.action = "page-rules", .reason = words_for(rules)},
                     [&] { return editing.pages.set_publishing_rules(rules); });
}

Result<std::size_t> publish_due(Editing& editing) {
    std::size_t changed = 0;
    auto const add = [&](std::size_t written) { changed += written; };
    auto const done = editing.store.transaction([&]() -> Result<void> {
        auto versions = editing.pages.versions();
        if (!versions) {
            return tl::unexpected(versions.error());
        }
        std::map<PageKey, Versions> by_page;
        for (records::PageVersion& version : *versions) {
            by_page[version.key].push_back(std::move(version));
        }
        for (auto const& [key, of_page] : by_page) {
            if (auto handed = hand_down_due(editing, key, of_page).map(add); !handed) {
                return handed;
            }
        }
        return complete_facts(editing).map(add);
    });
    return done.map([&] { return changed; });
}

} // namespace inloop::editing
