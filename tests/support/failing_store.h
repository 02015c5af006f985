// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/records/store.h"

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace inloop::support {

// A store that counts its calls and can be told to fail. What is not failed, the store behind it
// does. One at a time, one thread; `real` outlives it.
class FailingStore : public records::Store {
public:
    explicit FailingStore(records::Store& real) : m_real(real) {}

    // The call number `call` of `method` from now, counted from 1, gives `io` and is never done.
    void fail_at(std::string method, std::size_t call = 1) {
        m_method = std::move(method);
        m_left = call;
    }
    // The same for the call number `call` of all.
    void fail_any(std::size_t call) { fail_at("", call); }
    void heal() { m_left = 0; }
    [[nodiscard]] bool failed() const { return m_failed; }
    // Since it was made.
    [[nodiscard]] std::size_t calls(std::string const& method) const {
        auto const found = m_calls.find(method);
        return found == m_calls.end() ? 0 : found->second;
    }

    Result<void> transaction(std::function<Result<void>()> const& work) override {
        return pass("transaction", [&] { return m_real.transaction(work); });
    }
    Result<records::SiteRecord> site() override {
        return pass("site", [&] { return m_real.site(); });
    }
    Result<void> set_site(records::SiteRecord const& site) override {
        return pass("set_site", [&] { return m_real.set_site(site); });
    }
    Result<std::optional<records::Device>> device(seal::DeviceId const& id) override {
        return pass("device", [&] { return m_real.device(id); });
    }
    Result<std::vector<records::Device>> devices() override {
        return pass("devices", [&] { return m_real.devices(); });
    }
    Result<void> put_device(records::Device const& device) override {
        return pass("put_device", [&] { return m_real.put_device(device); });
    }
    Result<records::IntakeResult> take_in(records::Entry const& entry, ByteView wrap) override {
        return pass("take_in", [&] { return m_real.take_in(entry, wrap); });
    }
    Result<void> quarantine(records::Quarantined const& envelope) override {
        return pass("quarantine", [&] { return m_real.quarantine(envelope); });
    }
    Result<std::vector<records::Quarantined>> quarantined() override {
        return pass("quarantined", [&] { return m_real.quarantined(); });
    }
    Result<records::Reconciliation> reconcile(seal::DeviceId const& device) override {
        return pass("reconcile", [&] { return m_real.reconcile(device); });
    }
    Result<std::optional<records::Entry>> entry(seal::EntryId const& id) override {
        return pass("entry", [&] { return m_real.entry(id); });
    }
    Result<std::vector<records::Entry>> thread(seal::EntryId const& root) override {
        return pass("thread", [&] { return m_real.thread(root); });
    }
    Result<std::vector<records::Entry>> roots() override {
        return pass("roots", [&] { return m_real.roots(); });
    }
    Result<std::vector<records::Entry>> entries_after(std::uint64_t server_seq) override {
        return pass("entries_after", [&] { return m_real.entries_after(server_seq); });
    }
    Result<std::optional<Bytes>> wrap_of(seal::EntryId const& id) override {
        return pass("wrap_of", [&] { return m_real.wrap_of(id); });
    }
    Result<void> update(records::Entry const& entry, std::uint32_t expected_version) override {
        return pass("update", [&] { return m_real.update(entry, expected_version); });
    }
    Result<void> destroy(records::Destroyed const& proof) override {
        return pass("destroy", [&] { return m_real.destroy(proof); });
    }
    Result<std::vector<records::Destroyed>> destroyed() override {
        return pass("destroyed", [&] { return m_real.destroyed(); });
    }
    Result<void> add_note(records::Note const& note) override {
        return pass("add_note", [&] { return m_real.add_note(note); });
    }
    Result<std::vector<records::Note>> notes(seal::EntryId const& root) override {
        return pass("notes", [&] { return m_real.notes(root); });
    }
    Result<void> add_answer(records::Answer const& answer) override {
        return pass("add_answer", [&] { return m_real.add_answer(answer); });
    }
    Result<std::vector<records::Answer>> answers(seal::EntryId const& root) override {
        return pass("answers", [&] { return m_real.answers(root); });
    }
    Result<void> forget_answers(seal::EntryId const& root) override {
        return pass("forget_answers", [&] { return m_real.forget_answers(root); });
    }
    Result<void> link(seal::EntryId const& a, seal::EntryId const& b) override {
        return pass("link", [&] { return m_real.link(a, b); });
    }
    Result<void> unlink(seal::EntryId const& a, seal::EntryId const& b) override {
        return pass("unlink", [&] { return m_real.unlink(a, b); });
    }
    Result<std::vector<seal::EntryId>> linked(seal::EntryId const& id) override {
        return pass("linked", [&] { return m_real.linked(id); });
    }
    Result<records::Changes> changes_after(std::uint64_t change, std::size_t most) override {
        return pass("changes_after", [&] { return m_real.changes_after(change, most); });
    }
    Result<void> put_document(records::DocumentRecord const& document) override {
        return pass("put_document", [&] { return m_real.put_document(document); });
    }
    Result<std::optional<records::DocumentRecord>> document(std::string_view name) override {
        return pass("document", [&] { return m_real.document(name); });
    }
    Result<std::vector<records::DocumentRecord>> documents() override {
        return pass("documents", [&] { return m_real.documents(); });
    }
    // Their calls are neither counted nor failed; what stands beside them is (append_audit).
    records::PageStore& pages() override { return m_real.pages(); }
    Result<records::Presence> presence() override {
        return pass("presence", [&] { return m_real.presence(); });
    }
    Result<void> set_presence(records::Presence const& presence) override {
        return pass("set_presence", [&] { return m_real.set_presence(presence); });
    }
    Result<void> append_audit(records::AuditRow const& row) override {
        return pass("append_audit", [&] { return m_real.append_audit(row); });
    }
    Result<wire::AuditHead> audit_head() override {
        return pass("audit_head", [&] { return m_real.audit_head(); });
    }
    Result<std::vector<records::AuditRow>> audit_rows(std::uint64_t from,
                                                      std::size_t most) override {
        return pass("audit_rows", [&] { return m_real.audit_rows(from, most); });
    }
    Result<std::vector<records::Entry>> roots_with_answers() override {
        return pass("roots_with_answers", [&] { return m_real.roots_with_answers(); });
    }
    Result<std::vector<records::KeptWeek>> kept_weeks() override {
        return pass("kept_weeks", [&] { return m_real.kept_weeks(); });
    }
    Result<std::vector<records::AuditRow>> audit_rows_of(std::string_view object) override {
        return pass("audit_rows_of", [&] { return m_real.audit_rows_of(object); });
    }
    Result<std::vector<records::Person>> people() override {
        return pass("people", [&] { return m_real.people(); });
    }
    Result<std::optional<records::Person>> person(std::string_view name) override {
        return pass("person", [&] { return m_real.person(name); });
    }
    Result<void> put_person(records::Person const& person) override {
        return pass("put_person", [&] { return m_real.put_person(person); });
    }
    Result<void> remove_person(records::PersonId const& id) override {
        return pass("remove_person", [&] { return m_real.remove_person(id); });
    }
    Result<void> put_week_wrap(records::WeekWrap const& wrap) override {
        return pass("put_week_wrap", [&] { return m_real.put_week_wrap(wrap); });
    }
    Result<std::vector<records::WeekWrap>> week_wraps(records::PersonId const& person) override {
        return pass("week_wraps", [&] { return m_real.week_wraps(person); });
    }
    Result<void> forget_week(std::uint32_t epoch) override {
        return pass("forget_week", [&] { return m_real.forget_week(epoch); });
    }
    Result<void> put_log_sign_wrap(records::LogSignWrap const& wrap) override {
        return pass("put_log_sign_wrap", [&] { return m_real.put_log_sign_wrap(wrap); });
    }
    Result<std::optional<records::LogSignWrap>>
    log_sign_wrap(records::PersonId const& person) override {
        return pass("log_sign_wrap", [&] { return m_real.log_sign_wrap(person); });
    }
    Result<Bytes> policy() override {
        return pass("policy", [&] { return m_real.policy(); });
    }
    Result<void> set_policy(ByteView policy) override {
        return pass("set_policy", [&] { return m_real.set_policy(policy); });
    }
    Result<Bytes> secret(std::string_view name) override {
        return pass("secret", [&] { return m_real.secret(name); });
    }
    Result<void> put_secret(std::string_view name, ByteView value) override {
        return pass("put_secret", [&] { return m_real.put_secret(name, value); });
    }
    Result<void> backup_to(std::filesystem::path const& folder) override {
        return pass("backup_to", [&] { return m_real.backup_to(folder); });
    }
    Result<std::vector<std::string>> check() override {
        return pass("check", [&] { return m_real.check(); });
    }

private:
    // Whether this call is the one that fails.
    bool fails(std::string const& method) {
        ++m_calls[method];
        if (m_left == 0 || !(m_method.empty() || m_method == method)) {
            return false;
        }
        m_failed = --m_left == 0;
        return m_failed;
    }
    template <class Call>
    auto pass(std::string const& method, Call call) -> decltype(call()) {
        if (fails(method)) {
            return fail(ErrorCode::io, "told to fail: " + method);
        }
        return call();
    }

    records::Store& m_real;
    std::map<std::string, std::size_t> m_calls;
    std::string m_method;
    std::size_t m_left = 0;
    bool m_failed = false;
};

} // namespace inloop::support
