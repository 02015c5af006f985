// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/desk/similar.h"

#include "kiosk/base/hex.h"
#include "kiosk/officerlog/desk/folded_text.h"
#include "kiosk/officerlog/desk/places.h"
#include "kiosk/officerlog/desk/rows.h"
#include "kiosk/officerlog/desk/tuning.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace inloop::desk {
namespace {

bool same_place(entries::EntryFacts const& a, entries::EntryFacts const& b) {
    if (a.subject.empty() || a.subject != b.subject) {
        return false;
    }
    if (!a.spot.street.empty() && a.spot.street == b.spot.street) {
        return true;
    }
    return a.spot.point && b.spot.point &&
           metres_between(*a.spot.point, *b.spot.point) <= kSimilarMetres;
}

// The long words of one text, and which of them stand in which other texts. Of the others only
// places in the list of words are kept.
class WordsInCommon {
public:
    explicit WordsInCommon(FoldedText text) : m_text(std::move(text)) {
        for (std::size_t i = 0; i < m_text.count(); ++i) {
            if (m_text.word(i).size() >= kRareWordBytes) {
                m_words.push_back(m_text.word(i));
            }
        }
        std::ranges::sort(m_words);
        m_words.erase(std::unique(m_words.begin(), m_words.end()), m_words.end());
        m_texts_with.resize(m_words.size());
    }

    void add(seal::EntryId const& root, FoldedText const& other) {
        ++m_texts;
        std::set<std::size_t> shared;
        for (std::size_t i = 0; i < other.count(); ++i) {
            auto const found = std::ranges::lower_bound(m_words, other.word(i));
            if (found != m_words.end() && *found == other.word(i)) {
                shared.insert(static_cast<std::size_t>(found - m_words.begin()));
            }
        }
        for (std::size_t word : shared) {
            ++m_texts_with[word];
        }
        m_shared.emplace(root, std::move(shared));
    }

    // Once all were added.
    [[nodiscard]] bool is_like(seal::EntryId const& root) const {
        auto const shared = m_shared.find(root);
        if (shared == m_shared.end()) {
            return false;
        }
        std::size_t const few = std::max<std::size_t>(2, m_texts / kRareOneIn);
        auto const rare = std::ranges::count_if(
            shared->second, [&](std::size_t word) { return m_texts_with[word] <= few; });
        return static_cast<std::size_t>(rare) >= kRareWords;
    }

private:
    FoldedText m_text;
    std::vector<std::string_view> m_words; // in m_text
    std::vector<std::size_t> m_texts_with; // by word
    std::size_t m_texts = 0;
    std::map<seal::EntryId, std::set<std::size_t>> m_shared;
};

// The newest roots but this one, the newest first.
Result<std::vector<records::Entry>> newest_others(Desk& desk, seal::EntryId const& root) {
    return desk.store.roots().map([&](auto roots) {
        std::erase_if(roots, [&](auto const& other) { return other.id == root; });
        std::ranges::reverse(roots);
        if (roots.size() > kSimilarAmong) {
            roots.resize(kSimilarAmong);
        }
        return roots;
    });
}

// Text and facts of one root; nothing of it when it cannot be opened.
Result<FoldedText> folded(vault::Session& session, records::Entry const& root) {
    auto text = FoldedText::create();
    if (!text) {
        return text;
    }
    auto const done = session.scan({root}, [&](records::Entry const&, vault::Glance const&,
                                               std::string_view letter) { text->take(letter); });
    return done ? std::move(text) : Result<FoldedText>(tl::unexpected(done.error()));
}

// Roots of what is alike, the newest first.
Result<std::vector<seal::EntryId>> alike(vault::Session& session, records::Entry const& root,
                                         std::vector<records::Entry> const& others) {
    auto text = folded(session, root);
    auto glance = session.glance(root);
    auto other_text = FoldedText::create();
    if (!text || !glance || !other_text) {
        return tl::unexpected(!text ? text.error() : !glance ? glance.error() : other_text.error());
    }
    WordsInCommon words(std::move(*text));
    std::set<seal::EntryId> near;
    auto const done = session.scan(others, [&](records::Entry const& other,
                                               vault::Glance const& seen, std::string_view letter) {
        other_text->take(letter);
        words.add(other.id, *other_text);
        if (same_place(glance->facts, seen.facts)) {
            near.insert(other.id);
        }
    });
    if (!done) {
        return tl::unexpected(done.error());
    }
    std::vector<seal::EntryId> found;
    for (records::Entry const& other : others) {
        if (near.contains(other.id) || words.is_like(other.id)) {
            found.push_back(other.id);
        }
    }
    return found;
}

Result<std::vector<Thread>> threads_of(Desk& desk, std::vector<seal::EntryId> const& roots) {
    std::vector<Thread> threads;
    for (seal::EntryId const& id : roots) {
        auto thread = desk.store.thread(id);
        if (!thread) {
            return tl::unexpected(thread.error());
        }
        if (!thread->empty()) {
            threads.push_back(std::move(*thread));
        }
    }
    return threads;
}

Result<void> log_proposals(Desk& desk, vault::Session& session,
                           std::vector<seal::EntryId> const& roots) {
    return desk.store.transaction([&]() -> Result<void> {
        for (seal::EntryId const& id : roots) {
            if (auto row = desk.audit.write(
                    session.actor(),
                    {.action = "consulted", .object = hex(id.bytes), .reason = "similar"});
                !row) {
                return row;
            }
        }
        return {};
    });
}

} // namespace

Result<std::vector<Similar>> similar_to(Desk& desk, vault::Session& session, Thread const& thread) {
    records::Entry const& root = thread.front();
    auto linked = desk.store.linked(root.id);
    auto const others = newest_others(desk, root.id);
    if (!linked || !others) {
        return tl::unexpected(linked ? others.error() : linked.error());
    }
    auto proposed = alike(session, root, *others);
    auto const colleagues = Colleagues::of(desk);
    if (!proposed || !colleagues) {
        return tl::unexpected(proposed ? colleagues.error() : proposed.error());
    }
    std::erase_if(*proposed, [&](seal::EntryId const& id) {
        return std::ranges::find(*linked, id) != linked->end();
    });
    proposed->resize(std::min(proposed->size(), kMaxSimilar));
    if (auto logged = log_proposals(desk, session, *proposed); !logged) {
        return tl::unexpected(logged.error());
    }
    std::set<seal::EntryId> const links(linked->begin(), linked->end());
    linked->insert(linked->end(), proposed->begin(), proposed->end());
    auto const threads = threads_of(desk, *linked);
    if (!threads) {
        return tl::unexpected(threads.error());
    }
    auto rows = rows_for(desk, session, *colleagues, *threads);
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    std::vector<Similar> all;
    for (Row& row : *rows) {
        bool const is_linked = links.contains(row.root.id);
        all.push_back({std::move(row), is_linked});
    }
    return all;
}

} // namespace inloop::desk
