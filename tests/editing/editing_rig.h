// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/officerlog/editing/page_desk.h"
#include "tests/support/failing_store.h"
#include "tests/support/log_site.h"
#include "tests/support/must.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inloop::editing {

// Why something was refused; nullopt: it was done.
template <class T>
std::optional<Refusal> refusal_of(Outcome<T> outcome) {
    auto const ended = support::must(std::move(outcome));
    return ended ? std::nullopt : std::optional(ended.error());
}

// What something gave that a test takes for granted.
template <class T>
T done(Outcome<T> outcome) {
    auto result = support::must(std::move(outcome));
    if (!result) {
        throw std::runtime_error("refused, as Refusal number " +
                                 std::to_string(static_cast<int>(result.error())));
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

inline records::PageKey const kPilot{"pilot", "nl"};
inline records::PageKey const kPilotInEnglish{"pilot", "en"};

// The smallest head of a JPEG that says how large it is (8 x 8), then noise of this seed.
[[nodiscard]] Bytes jpeg(std::uint64_t seed, std::size_t noise = 200);

// A log with the people who may or may not edit, the shipped pages and a store that can be told to
// fail. It is Tuesday 4 June 2024.
class EditingRig {
public:
    // `assets`: another folder than the shipped one.
    explicit EditingRig(std::optional<std::filesystem::path> const& assets = {});

    [[nodiscard]] vault::Session& session(records::Role role);
    [[nodiscard]] vault::Session& vera() { return session(records::Role::volunteer); }
    [[nodiscard]] vault::Session& piet() { return session(records::Role::officer); }
    [[nodiscard]] vault::Session& ilse() { return session(records::Role::lead); }
    // Somebody else of a role.
    [[nodiscard]] std::unique_ptr<vault::Session> person(std::string const& name,
                                                         records::Role role);

    // Vera writes it and publishes it; the version it got.
    std::int64_t publish(records::PageKey const& key, records::PageText const& text);
    std::int64_t publish(records::PageKey const& key, std::string_view body);
    std::uint32_t save(records::PageKey const& key, std::string_view body);

    [[nodiscard]] std::chrono::local_days today() const { return today_of(editing); }
    void advance(std::chrono::days days) { site.clock.advance(days); }

    // The content of a document; nullopt: there is none.
    [[nodiscard]] std::optional<std::string> document(std::string const& name);
    void put_document(std::string const& name, std::string_view content);
    // "page-publish pilot/nl" for each row since the last call.
    [[nodiscard]] std::vector<std::string> audit_rows();
    // The last change of the feed to the kiosks.
    [[nodiscard]] std::uint64_t last_change();

    support::LogSite site;
    support::FailingStore store;
    std::filesystem::path assets;
    pages::Assets shipped;
    vault::Audit audit;
    Editing editing;

private:
    std::vector<std::unique_ptr<vault::Session>> m_sessions;
    std::uint64_t m_audited = 0;
};

} // namespace inloop::editing
