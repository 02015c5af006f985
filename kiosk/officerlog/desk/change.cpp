// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/change.h"

#include "kiosk/base/hex.h"
#include "kiosk/base/utf8.h"
#include "kiosk/officerlog/desk/officer.h"
#include "kiosk/officerlog/desk/threads.h"

namespace inloop::desk {

std::optional<Refusal> fault_in(std::string_view text, std::size_t most_code_points) {
    // Text that is not UTF-8 comes from no form of ours.
    if (!utf8::is_valid(text) || utf8::count(text) > most_code_points) {
        return Refusal::too_long;
    }
    return utf8::is_blank(text) ? std::optional(Refusal::empty) : std::nullopt;
}

Change::Change(Desk& desk, vault::Session& session, records::Entry root, entries::EntryFacts facts)
    : m_desk(&desk)
    , m_session(&session)
    , m_root(std::move(root))
    , m_facts(std::move(facts))
    , m_now(now_of(desk)) {}

Outcome<Change> Change::begin(Desk& desk, vault::Session& session, Target const& target,
                              Needs needs) {
    if (!is_officer(session)) {
        return refused<Change>(Refusal::role);
    }
    auto root = desk.store.entry(target.root);
    if (!root) {
        return tl::unexpected(root.error());
    }
    if (!*root || (*root)->root != target.root || (needs.text && is_gone(**root))) {
        return refused<Change>(Refusal::gone);
    }
    if (needs.newest && (*root)->version != target.version) {
        return refused<Change>(Refusal::changed);
    }
    vault::Glance glance;
    if (!is_gone(**root)) {
        auto seen = session.glance(**root);
        if (!seen) {
            return tl::unexpected(seen.error());
        }
        glance = std::move(*seen);
    }
    return tl::expected<Change, Refusal>(
        Change(desk, session, std::move(**root), std::move(glance.facts)));
}

std::optional<Refusal> Change::fault_in_step(entries::Status to) const {
    if (to == m_root.status) {
        return std::nullopt;
    }
    if (to == entries::Status::referred && m_facts.passing != entries::Passing::yes) {
        return Refusal::no_consent;
    }
    return entries::may_step(m_root.status, to, m_facts.passing) ? std::nullopt
                                                                 : std::optional(Refusal::step);
}

Outcome<Done> Change::commit(vault::Act act, Work const& also) {
    auto const work = [&]() -> Result<void> {
        if (auto done = m_desk->store.update(m_root, m_root.version); !done) {
            return done;
        }
        return also ? also() : Result<void>();
    };
    return write(std::move(act), work, m_root.version + 1);
}

Outcome<Done> Change::commit_beside(vault::Act act, Work const& also) {
    return write(std::move(act), also, m_root.version);
}

Outcome<Done> Change::write(vault::Act act, Work const& work, std::uint32_t version) {
    act.object = hex(m_root.id.bytes);
    auto const done = m_desk->store.transaction([&]() -> Result<void> {
        if (auto worked = work(); !worked) {
            return worked;
        }
        return m_desk->audit.write(m_session->actor(), act);
    });
    if (!done) {
        return tl::unexpected(done.error());
    }
    return tl::expected<Done, Refusal>(Done{version});
}

Result<void> Change::keep_note(records::NoteKind kind, std::string_view text) {
    auto sealed = m_session->seal_note(m_root, kind, text);
    if (!sealed) {
        return tl::unexpected(sealed.error());
    }
    return m_desk->store.add_note({.entry = m_root.id,
                                   .author = m_session->person().id,
                                   .kind = kind,
                                   .at = m_now,
                                   .sealed = std::move(*sealed)});
}

Outcome<Done> on_thread(Desk& desk, vault::Session& session, Target const& target, Needs needs,
                        std::function<Outcome<Done>(Change&)> const& act) {
    auto change = Change::begin(desk, session, target, needs);
    if (!change) {
        return tl::unexpected(change.error());
    }
    return *change ? act(**change) : refused<Done>(change->error());
}

} // namespace inloop::desk
