// SPDX-License-Identifier: EUPL-1.2
//
// The feed down to the kiosks. Every change takes the next number of one counter; a thread or a
// document that changes again moves to its newest number, so that what a kiosk gets is always the
// latest.
#include "kiosk/officerlog/records/rows.h"
#include "kiosk/officerlog/records/sqlite_tables.h"
#include "kiosk/officerlog/records/tuning.h"

#include <algorithm>
#include <utility>

namespace inloop::records {

std::uint64_t SqliteTables::next_change() {
    auto query = m_both->log(LogStatement::next_change);
    if (!query.next()) {
        throw database::WrongShape("log.db has lost the last number of its feed");
    }
    return query.number<std::uint64_t>();
}

namespace {

template <class Item>
using Numbered = std::vector<std::pair<std::uint64_t, Item>>;

wire::CaseNews case_from(database::Query& row) {
    return {.entry = id_from<seal::EntryId>(row),
            .receipt = id_from<seal::ReceiptPublicKey>(row),
            .status = row.number<entries::Status>(),
            .closing = row.number<entries::Closing>(),
            .version = row.number<std::uint32_t>()};
}

wire::Document handed_down_from(database::Query& row) {
    return {.name = row.text(), .content = row.bytes()};
}

Bytes bytes_from(database::Query& row) {
    return row.bytes();
}

// Up to `most` items after `change`, each with its number.
template <class Make>
auto items_after(database::Query query, std::uint64_t change, std::size_t most, Make make) {
    query.with(change).with(most);
    return all_rows(query, [&](database::Query& row) {
        auto const number = row.number<std::uint64_t>();
        return std::pair(number, make(row));
    });
}

template <class Item>
void add_numbers(std::vector<std::uint64_t>& numbers, Numbered<Item> const& items) {
    for (auto const& [number, item] : items) {
        numbers.push_back(number);
    }
}

template <class Item>
std::vector<Item> up_to(std::uint64_t last, Numbered<Item>& items) {
    std::vector<Item> taken;
    for (auto& [number, item] : items) {
        if (number <= last) {
            taken.push_back(std::move(item));
        }
    }
    return taken;
}

// A kiosk refuses a reply with more of one kind than `most`: what is beyond waits for the next one.
template <class Item>
void end_after(std::size_t most, Numbered<Item> const& items, Changes& changes) {
    if (items.size() > most) {
        changes.through = std::min(changes.through, items[most].first - 1);
        changes.more = true;
    }
}

} // namespace

Result<Changes> SqliteTables::changes_after(std::uint64_t change, std::size_t most) {
    return m_both->read([&]() -> Result<Changes> {
        most = std::min(most, kMostChanges);
        std::size_t const one_more = most + 1; // shows whether there are more
        auto cases =
            items_after(m_both->log(LogStatement::cases_after), change, one_more, case_from);
        auto answers =
            items_after(m_both->log(LogStatement::answers_after), change, one_more, bytes_from);
        auto documents = items_after(m_both->log(LogStatement::documents_after), change, one_more,
                                     handed_down_from);
        std::vector<std::uint64_t> numbers;
        add_numbers(numbers, cases);
        add_numbers(numbers, answers);
        add_numbers(numbers, documents);
        std::ranges::sort(numbers);

        Changes changes;
        changes.more = numbers.size() > most;
        if (changes.more) {
            changes.through = most == 0 ? change : numbers[most - 1];
        } else {
            auto last = m_both->log(LogStatement::last_change);
            changes.through = last.next() ? last.number<std::uint64_t>() : 0;
        }
        end_after(wire::kMaxCases, cases, changes);
        end_after(wire::kMaxAnswers, answers, changes);
        end_after(wire::kMaxDocuments, documents, changes);
        changes.cases = up_to(changes.through, cases);
        changes.answers = up_to(changes.through, answers);
        changes.documents = up_to(changes.through, documents);
        return changes;
    });
}

Result<void> SqliteTables::put_document(DocumentRecord const& document) {
    return m_both->write([&]() -> Result<void> {
        m_both->log(LogStatement::write_document)
            .with(document.document.name)
            .with(document.document.content)
            .with(next_change())
            .with(document.by)
            .with(document.at)
            .run();
        return {};
    });
}

Result<std::optional<DocumentRecord>> SqliteTables::document(std::string_view name) {
    return m_both->read([&]() -> Result<std::optional<DocumentRecord>> {
        auto query = m_both->log(LogStatement::read_document);
        return first_row(query.with(name), document_from);
    });
}

Result<std::vector<DocumentRecord>> SqliteTables::documents() {
    return m_both->read([&]() -> Result<std::vector<DocumentRecord>> {
        auto query = m_both->log(LogStatement::read_documents);
        return all_rows(query, document_from);
    });
}

Result<Presence> SqliteTables::presence() {
    return m_both->read([&]() -> Result<Presence> {
        auto query = m_both->log(LogStatement::read_presence);
        return first_row(query, presence_from).value_or(Presence{});
    });
}

Result<void> SqliteTables::set_presence(Presence const& presence) {
    return m_both->write([&]() -> Result<void> {
        m_both->log(LogStatement::write_presence)
            .with(presence.present)
            .with(presence.until)
            .with(presence.by.bytes)
            .with(presence.at)
            .run();
        return {};
    });
}

} // namespace inloop::records
