// SPDX-License-Identifier: EUPL-1.2
//
// What somebody reads who has copies of log.db and keys.db and the login of an officer: everything
// before the terms of keeping were applied, nothing after.
#include "kiosk/officerlog/desk/casework.h"
#include "kiosk/officerlog/desk/retention.h"
#include "tests/desk/outcome.h"
#include "tests/support/desk_rig.h"
#include "tests/support/must.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <gmock/gmock.h>

#include <filesystem>
#include <string>

namespace inloop::desk {
namespace {

namespace fs = std::filesystem;

using support::must;

constexpr auto kDay = std::chrono::hours(24);
constexpr std::string_view kText = "Achter de molen ligt een geheim luik.";

// A letter that was answered and closed, and copies of the databases before and after.
struct Kept {
    support::DeskRig rig;
    support::Visitor visitor = rig.letter(kText);

    Kept() {
        (void)must(open_case(rig.desk, rig.lead(), visitor.root));
        (void)done(answer(rig.desk, rig.lead(), {visitor.root, rig.root_of(visitor).version},
                          {.text = "Donderdag ben ik er."}));
    }

    void apply_terms() {
        records::Device kiosk = must(rig.desk.store.devices()).at(0);
        kiosk.last_seen = rig.now();
        must(rig.desk.store.put_device(kiosk));
        (void)must(carry_out(rig.desk, {"log", "upkeep"}, {}, must(due_now(rig.desk, {}))));
    }

    fs::path copy(std::string const& name) {
        must(rig.desk.store.backup_to(rig.stores / name));
        return rig.stores / name;
    }

    // log.db of one copy beside keys.db of another.
    fs::path mixed(std::string const& name, fs::path const& log, fs::path const& keys) {
        fs::create_directory(rig.stores / name);
        fs::copy_file(log / "log.db", rig.stores / name / "log.db");
        fs::copy_file(keys / "keys.db", rig.stores / name / "keys.db");
        return rig.stores / name;
    }

    Result<std::string> read_in(fs::path const& copy) {
        auto const store = must(rig.stores.open(copy));
        vault::Vault vault(*store, rig.clock, rig.site.random);
        support::Credentials const& lead = rig.site.lead;
        rig.clock.advance(std::chrono::seconds(30));
        auto session = must(rig.site.try_login(vault, lead.name, lead.passphrase,
                                               support::code_at(lead.totp_uri, rig.clock.wall())));
        auto const entry = must(store->entry(visitor.root)).value();
        auto const letter = session.value()->read(entry, "a copy");
        return letter ? Result<std::string>(std::string(letter->text.view()))
                      : tl::unexpected(letter.error());
    }
};

Bytes wrap_in(fs::path const& copy) {
    SQLite::Database keys((copy / "keys.db").native(), SQLite::OPEN_READONLY);
    SQLite::Statement wrap(keys, "SELECT wrap FROM letter_wrap");
    EXPECT_TRUE(wrap.executeStep());
    auto const* bytes = static_cast<std::byte const*>(wrap.getColumn(0).getBlob());
    return {bytes, bytes + wrap.getColumn(0).getBytes()};
}

void put_wrap_back(fs::path const& copy, seal::EntryId const& entry, Bytes const& wrap) {
    SQLite::Database keys((copy / "keys.db").native(), SQLite::OPEN_READWRITE);
    SQLite::Statement put(keys, "INSERT INTO letter_wrap (entry, wrap) VALUES (?, ?)");
    put.bind(1, entry.bytes.data(), static_cast<int>(entry.bytes.size()));
    put.bind(2, wrap.data(), static_cast<int>(wrap.size()));
    put.exec();
}

TEST(RetentionCopies, OpenBeforeAndNotAfter) {
    Kept kept;
    fs::path const before = kept.copy("before");
    EXPECT_EQ(must(kept.read_in(before)), kText) << "the control";

    kept.rig.clock.advance(kDay * 91);
    kept.apply_terms();

    fs::path const after = kept.copy("after");
    EXPECT_EQ(kept.read_in(after).error().code, ErrorCode::not_found);
    EXPECT_TRUE(must(must(kept.rig.stores.open(after))->answers(kept.visitor.root)).empty());
    EXPECT_TRUE(must(must(kept.rig.stores.open(after))->notes(kept.visitor.root)).empty());
}

// log.db may stand in backups for long: without the keys of today it says nothing.
TEST(RetentionCopies, OfAnOldLogDoNotOpenWithTheKeysOfToday) {
    Kept kept;
    fs::path const before = kept.copy("before");
    EXPECT_EQ(must(kept.read_in(kept.mixed("control", before, before))), kText);

    kept.rig.clock.advance(kDay * 91);
    kept.apply_terms();

    fs::path const old_log = kept.mixed("old log", before, kept.copy("after"));
    EXPECT_EQ(kept.read_in(old_log).error().code, ErrorCode::not_found);
}

// Even with the letter's own key from a copy that should be gone: the week's is gone too.
TEST(RetentionCopies, OfALettersKeyAreWorthNothingOnceItsWeekIsForgotten) {
    Kept kept;
    fs::path const before = kept.copy("before");
    Bytes const wrap = wrap_in(before);
    kept.rig.clock.advance(kDay * 91);
    kept.apply_terms();
    fs::path const early = kept.mixed("early", before, kept.copy("text gone"));
    put_wrap_back(early, kept.visitor.root, wrap);
    EXPECT_EQ(must(kept.read_in(early)), kText) << "the control: the week's key is still there";

    kept.rig.clock.advance(kDay * 98);
    kept.apply_terms();

    fs::path const late = kept.mixed("late", before, kept.copy("week gone"));
    put_wrap_back(late, kept.visitor.root, wrap);
    EXPECT_EQ(kept.read_in(late).error().code, ErrorCode::not_found);
}

} // namespace
} // namespace inloop::desk
