// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/database/query.h"

#include "kiosk/database/guarded.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include <cstring>

namespace inloop::database {

Query::~Query() {
    // The error of the last step was reported already; a statement that is reset has no other.
    (void)m_statement.tryReset();
    try {
        m_statement.clearBindings();
    } catch (...) { // cannot fail on a prepared statement
    }
}

Query& Query::with(ByteView bytes) {
    // SQLite takes a null pointer for NULL, and an empty vector has one.
    static constexpr std::byte kNone{};
    m_statement.bind(++m_parameter, bytes.empty() ? &kNone : bytes.data(),
                     static_cast<int>(bytes.size()));
    return *this;
}

Query& Query::with(std::string_view text) {
    m_statement.bind(++m_parameter, std::string(text));
    return *this;
}

Query& Query::with_nothing() {
    m_statement.bind(++m_parameter);
    return *this;
}

Query& Query::with_number(std::int64_t number) {
    m_statement.bind(++m_parameter, number);
    return *this;
}

bool Query::next() {
    m_column = 0;
    return m_statement.executeStep();
}

int Query::run() {
    return m_statement.exec();
}

std::int64_t Query::next_number() {
    return m_statement.getColumn(m_column++).getInt64();
}

std::optional<std::int64_t> Query::number_or_nothing() {
    if (m_statement.isColumnNull(m_column)) {
        ++m_column;
        return std::nullopt;
    }
    return next_number();
}

std::string Query::text() {
    return m_statement.getColumn(m_column++).getString();
}

Bytes Query::bytes() {
    auto const column = m_statement.getColumn(m_column++);
    auto const* const begin = static_cast<std::byte const*>(column.getBlob());
    return {begin, begin + column.getBytes()};
}

std::optional<Bytes> Query::bytes_or_nothing() {
    if (m_statement.isColumnNull(m_column)) {
        ++m_column;
        return std::nullopt;
    }
    return bytes();
}

void Query::fill(std::span<std::byte> out) {
    auto const column = m_statement.getColumn(m_column++);
    if (column.getBytes() != static_cast<int>(out.size())) {
        throw WrongShape(std::string("a stored ") + column.getName() + " has the wrong size");
    }
    std::memcpy(out.data(), column.getBlob(), out.size());
}

} // namespace inloop::database
