// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace inloop::memory {

// A statement in use: given back without its values, whatever happens in between.
class InUse {
public:
    explicit InUse(SQLite::Statement& statement) : m_statement(statement) {}
    InUse(InUse const&) = delete;
    InUse& operator=(InUse const&) = delete;
    ~InUse() {
        // The error of the last step was reported already; a statement that is reset has no other.
        (void)m_statement.tryReset();
        (void)m_statement.clearBindings();
    }
    SQLite::Statement* operator->() const { return &m_statement; }

private:
    SQLite::Statement& m_statement;
};

inline void bind_bytes(InUse const& statement, int index, ByteView bytes) {
    statement->bind(index, bytes.data(), static_cast<int>(bytes.size()));
}

[[nodiscard]] inline std::int64_t stored(std::uint64_t number) {
    return static_cast<std::int64_t>(number);
}

// The bytes of a column whose size the schema checks.
template <std::size_t N>
[[nodiscard]] ByteArray<N> array_in(InUse const& statement, int column) {
    ByteArray<N> bytes{};
    auto const value = statement->getColumn(column);
    if (value.getBytes() == static_cast<int>(N)) {
        std::memcpy(bytes.data(), value.getBlob(), N);
    }
    return bytes;
}

} // namespace inloop::memory
