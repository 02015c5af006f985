// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/hex.h"
#include "kiosk/base/utf8.h"
#include "kiosk/officerlog/desk/folded_text.h"
#include "kiosk/officerlog/desk/officer.h"
#include "kiosk/officerlog/desk/rows.h"
#include "kiosk/officerlog/desk/shift.h"
#include "kiosk/officerlog/desk/tuning.h"
#include "kiosk/seal/envelope.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace inloop::desk {
namespace {

// What is looked for, folded. Other texts are compared with it one after the other.
class Query {
public:
    [[nodiscard]] static Result<Query> of(std::string_view typed) {
        auto words = FoldedText::create();
        auto text = FoldedText::create();
        if (!words || !text) {
            return tl::unexpected(words ? text.error() : words.error());
        }
        words->take(typed);
        return Query(std::move(*words), std::move(*text));
    }

    [[nodiscard]] bool empty() const { return m_words.count() == 0; }

    // Where the line to show begins and ends in `text`; nullopt when a word is not in it.
    [[nodiscard]] std::optional<std::string_view> line_in(std::string_view text) {
        m_text.take(text);
        std::size_t first = m_text.count();
        for (std::size_t i = 0; i < std::min(m_words.count(), kMaxQueryWords); ++i) {
            std::size_t const at = m_text.find(m_words.word(i));
            if (at == m_text.count()) {
                return std::nullopt;
            }
            first = std::min(first, at);
        }
        std::size_t const from = first - std::min(first, kLineWords);
        std::size_t const last = std::min(first + kLineWords, m_text.count() - 1);
        return text.substr(m_text.begin(from), m_text.end(last) - m_text.begin(from));
    }

private:
    Query(FoldedText words, FoldedText text) : m_words(std::move(words)), m_text(std::move(text)) {}
    FoldedText m_words;
    FoldedText m_text;
};

// Lines of hits by root, the newest letters first.
class Hits {
public:
    explicit Hits(Query query) : m_query(std::move(query)) {}

    [[nodiscard]] bool full() const { return m_order.size() >= kMaxHits; }
    [[nodiscard]] std::vector<seal::EntryId> const& order() const { return m_order; }
    [[nodiscard]] SecretText take_line(seal::EntryId const& root) {
        return std::move(m_lines.at(root));
    }
    [[nodiscard]] std::optional<Error> const& error() const { return m_error; }

    void look_at(records::Entry const& letter, std::string_view text) {
        if (full() || m_error || m_lines.contains(letter.root)) {
            return;
        }
        auto const line = m_query.line_in(text);
        if (!line) {
            return;
        }
        auto kept = SecretText::with_capacity(line->size());
        if (!kept) {
            m_error = kept.error();
        } else if (kept->insert(0, *line)) {
            m_lines.emplace(letter.root, std::move(*kept));
            m_order.push_back(letter.root);
        }
    }

private:
    Query m_query;
    std::map<seal::EntryId, SecretText> m_lines;
    std::vector<seal::EntryId> m_order;
    std::optional<Error> m_error;
};

Result<void> look_through(vault::Session& session, std::vector<Thread> const& threads, Hits& hits) {
    std::vector<records::Entry const*> newest;
    for (Thread const& thread : threads) {
        for (records::Entry const& letter : thread) {
            newest.push_back(&letter);
        }
    }
    std::ranges::sort(newest, std::ranges::greater(), &records::Entry::server_seq);
    for (std::size_t at = 0; at < newest.size() && !hits.full(); at += kSearchStep) {
        std::vector<records::Entry> some;
        for (std::size_t i = at; i < std::min(at + kSearchStep, newest.size()); ++i) {
            some.push_back(*newest[i]);
        }
        auto done = session.scan(some, [&](records::Entry const& letter, vault::Glance const&,
                                           std::string_view text) { hits.look_at(letter, text); });
        if (!done) {
            return done;
        }
        if (hits.error()) {
            return tl::unexpected(*hits.error());
        }
    }
    return {};
}

// Before anybody sees a line of it.
Result<void> log_hits(Desk& desk, vault::Session& session, std::string_view query,
                      Hits const& hits) {
    std::string const hash = hex(seal::hash_of(as_bytes(query)).bytes);
    return desk.store.transaction([&]() -> Result<void> {
        if (auto row = desk.audit.write(session.actor(), {.action = "search", .object = hash});
            !row) {
            return row;
        }
        for (seal::EntryId const& root : hits.order()) {
            if (auto row = desk.audit.write(
                    session.actor(),
                    {.action = "consulted", .object = hex(root.bytes), .reason = hash});
                !row) {
                return row;
            }
        }
        return {};
    });
}

Result<std::vector<Hit>> with_rows(Desk& desk, vault::Session& session,
                                   std::vector<Thread> const& threads, Hits& hits) {
    auto const colleagues = Colleagues::of(desk);
    if (!colleagues) {
        return tl::unexpected(colleagues.error());
    }
    std::vector<Thread> found;
    for (seal::EntryId const& root : hits.order()) {
        found.push_back(*std::ranges::find(
            threads, root, [](Thread const& thread) { return thread.front().root; }));
    }
    auto rows = rows_for(desk, session, *colleagues, found);
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    std::vector<Hit> all;
    for (Row& row : *rows) {
        SecretText line = hits.take_line(row.root.id);
        all.push_back({std::move(row), std::move(line)});
    }
    return all;
}

} // namespace

Result<std::vector<Hit>> search(Desk& desk, vault::Session& session, std::string_view typed) {
    if (!is_officer(session)) {
        return not_for(session);
    }
    if (typed.size() > kMaxQueryBytes || !utf8::is_valid(typed)) {
        return std::vector<Hit>();
    }
    auto query = Query::of(typed);
    if (!query) {
        return tl::unexpected(query.error());
    }
    if (query->empty()) {
        return std::vector<Hit>();
    }
    auto const threads = all_threads(desk);
    if (!threads) {
        return tl::unexpected(threads.error());
    }
    Hits hits(std::move(*query));
    if (auto done = look_through(session, *threads, hits); !done) {
        return tl::unexpected(done.error());
    }
    if (auto logged = log_hits(desk, session, typed, hits); !logged) {
        return tl::unexpected(logged.error());
    }
    return with_rows(desk, session, *threads, hits);
}

} // namespace inloop::desk
