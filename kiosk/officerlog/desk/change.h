// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/desk/casework.h"

#include <functional>
#include <utility>

namespace inloop::desk {

template <class T>
[[nodiscard]] Outcome<T> refused(Refusal why) {
    return tl::expected<T, Refusal>(tl::unexpect, why);
}

// Words an officer typed: nullopt when they will do.
[[nodiscard]] std::optional<Refusal> fault_in(std::string_view text, std::size_t most_code_points);

// What an action needs of its thread.
struct Needs {
    bool text = true; // false: also one whose text is gone
    bool newest = true; // false: also when somebody changed it since the person saw it
};

// One action of an officer on one thread, from looking it up to writing it down.
class Change {
public:
    [[nodiscard]] static Outcome<Change> begin(Desk& desk, vault::Session& session,
                                               Target const& target, Needs needs = {});

    // As it is to be; changed by the caller, written by commit().
    [[nodiscard]] records::Entry& root() { return m_root; }
    [[nodiscard]] entries::EntryFacts const& facts() const { return m_facts; }
    [[nodiscard]] records::Seconds now() const { return m_now; }
    // Why it may not go to this status; nullopt: it may. Staying is always fine.
    [[nodiscard]] std::optional<Refusal> fault_in_step(entries::Status to) const;

    using Work = std::function<Result<void>()>;
    // Writes the root, does `also` and writes the audit row, all or nothing. The object of `act` is
    // filled in.
    [[nodiscard]] Outcome<Done> commit(vault::Act act, Work const& also = {});
    // The same, but the root stays as it is.
    [[nodiscard]] Outcome<Done> commit_beside(vault::Act act, Work const& also);

    // Seals a note under the key of the root and adds it; part of `also`.
    [[nodiscard]] Result<void> keep_note(records::NoteKind kind, std::string_view text);

private:
    Change(Desk& desk, vault::Session& session, records::Entry root, entries::EntryFacts facts);
    [[nodiscard]] Outcome<Done> write(vault::Act act, Work const& work, std::uint32_t version);

    Desk* m_desk;
    vault::Session* m_session;
    records::Entry m_root;
    entries::EntryFacts m_facts;
    records::Seconds m_now;
};

// Begins, and hands the change to `act` unless the person cannot begin.
[[nodiscard]] Outcome<Done> on_thread(Desk& desk, vault::Session& session, Target const& target,
                                      Needs needs,
                                      std::function<Outcome<Done>(Change&)> const& act);

} // namespace inloop::desk
