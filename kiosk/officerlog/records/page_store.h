// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/officerlog/records/records.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

// What volunteers write, as the log keeps it (log.db). Nothing here belongs to a visitor.
namespace inloop::records {

// One page in one language: "pilot" in "nl".
struct PageKey {
    std::string page{}; // [a-z0-9-]
    std::string language{}; // "nl"
    friend bool operator==(PageKey const&, PageKey const&) = default;
    friend bool operator<(PageKey const& a, PageKey const& b) {
        return std::tie(a.page, a.language) < std::tie(b.page, b.language);
    }
};

// The words of a page and the days on which visitors see them, both included; nullopt: open.
struct PageText {
    std::string title{};
    std::string body{}; // Markdown, without the head of the file
    std::optional<std::chrono::local_days> from{};
    std::optional<std::chrono::local_days> until{};
    friend bool operator==(PageText const&, PageText const&) = default;
};

// What somebody is working on; one for each page.
struct PageDraft {
    PageKey key{};
    PageText text{};
    std::uint32_t version = 0; // rises with every save, never falls: two at once are noticed by it
    bool offered = false; // waits for an officer
    std::string by{}; // who saved it last
    Seconds at = 0;
    friend bool operator==(PageDraft const&, PageDraft const&) = default;
};

// What was published. Rows stay, also when withdrawn: they are the history.
struct PageVersion {
    std::int64_t id = 0; // given by the store, rises
    PageKey key{};
    PageText text{};
    std::string by{}; // who wrote it
    std::string published_by{}; // who put it on the screen; with four eyes another one
    Seconds at = 0;
    std::string withdrawn_by{}; // empty: in force
    Seconds withdrawn_at = 0;
    friend bool operator==(PageVersion const&, PageVersion const&) = default;
};

// A picture of this site. Its name comes from its content, so that a name never changes meaning.
struct SitePicture {
    std::string name{}; // "foto-0a1b2c3d4e5f6071.jpg"
    Bytes content{}; // JPEG, at most wire::kMaxDocumentBytes
    std::string alt{}; // what is read aloud instead; Dutch
    std::string by{};
    Seconds at = 0;
    friend bool operator==(SitePicture const&, SitePicture const&) = default;
};

// How a site publishes. Both off at first.
struct PublishingRules {
    bool four_eyes = false; // an officer puts on the screen what somebody else wrote
    bool frozen = false; // nobody publishes but officers
    friend bool operator==(PublishingRules const&, PublishingRules const&) = default;
};

// Why somebody came in. The numbers stand in the database.
enum class DoorReason : std::uint8_t { curious = 1, question = 2, report = 3, other = 4 };

using PressId = ByteArray<16>; // random, made where the button was pressed

// One press of a button at the door. The hour, not the moment, and nobody's name: what is not kept
// tells nothing about a visitor.
struct DoorPress {
    PressId id{};
    Seconds hour = 0; // its beginning
    DoorReason reason = DoorReason::other;
    friend bool operator==(DoorPress const&, DoorPress const&) = default;
};
struct DoorCount {
    Seconds hour = 0;
    DoorReason reason = DoorReason::other;
    std::uint32_t count = 0;
    friend bool operator==(DoorCount const&, DoorCount const&) = default;
};

// The part of a store that editing needs. Rules of calling and errors: store.h.
class PageStore {
public:
    virtual ~PageStore() = default;

    [[nodiscard]] virtual Result<std::vector<PageDraft>> drafts() = 0; // by key
    [[nodiscard]] virtual Result<std::optional<PageDraft>> draft(PageKey const& key) = 0;
    // `unavailable` when the stored version is not `expected_version` (0: there is none). Returns
    // the new version.
    [[nodiscard]] virtual Result<std::uint32_t> put_draft(PageDraft const& draft,
                                                          std::uint32_t expected_version) = 0;
    [[nodiscard]] virtual Result<void> remove_draft(PageKey const& key) = 0; // none: fine

    [[nodiscard]] virtual Result<std::int64_t> add_version(PageVersion const& version) = 0;
    // Of one page, the newest first; without a key of every page.
    [[nodiscard]] virtual Result<std::vector<PageVersion>> versions(PageKey const& key) = 0;
    [[nodiscard]] virtual Result<std::vector<PageVersion>> versions() = 0;
    // not_found when there is none of this id that is in force.
    [[nodiscard]] virtual Result<void> withdraw_version(std::int64_t id, std::string_view by,
                                                        Seconds at) = 0;

    [[nodiscard]] virtual Result<void> put_picture(SitePicture const& picture) = 0;
    [[nodiscard]] virtual Result<std::optional<SitePicture>> picture(std::string_view name) = 0;
    // Without their content, the newest first.
    [[nodiscard]] virtual Result<std::vector<SitePicture>> pictures() = 0;
    [[nodiscard]] virtual Result<void> remove_picture(std::string_view name) = 0; // none: fine

    [[nodiscard]] virtual Result<PublishingRules> publishing_rules() = 0;
    [[nodiscard]] virtual Result<void> set_publishing_rules(PublishingRules const& rules) = 0;

    // The same id again: fine, the first stands, also when it was undone.
    [[nodiscard]] virtual Result<void> add_press(DoorPress const& press) = 0;
    // not_found when there is no such press. Undone again: fine.
    [[nodiscard]] virtual Result<DoorPress> undo_press(PressId const& id) = 0;
    // By hour and reason, of [from, until).
    [[nodiscard]] virtual Result<std::vector<DoorCount>> door_counts(Seconds from,
                                                                     Seconds until) = 0;
};

} // namespace inloop::records
