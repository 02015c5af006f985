// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"

#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace SQLite {
class Statement;
} // namespace SQLite

namespace inloop::database {

// One use of a prepared statement: values go in one after the other, rows come out column after
// column, and the statement is given back without its values, whatever happens in between. Every
// call throws what SQLiteCpp throws, or WrongShape: use it inside guarded(). One at a time for a
// statement.
class Query {
public:
    explicit Query(SQLite::Statement& statement) : m_statement(statement) {}
    Query(Query const&) = delete;
    Query& operator=(Query const&) = delete;
    ~Query();

    // The next value. Numbers above 2^63 - 1 come back as they went in, but sort as negative ones.
    Query& with(ByteView bytes);
    Query& with(std::string_view text);
    Query& with_nothing(); // NULL
    template <class Number>
    requires std::integral<Number> || std::is_enum_v<Number> Query& with(Number number) {
        return with_number(static_cast<std::int64_t>(number));
    }

    // The next row, if there is one; its columns begin anew.
    [[nodiscard]] bool next();
    // Runs a statement that gives no rows and says how many it changed.
    int run();

    // The next column of the row.
    template <class Number = std::int64_t>
    [[nodiscard]] Number number() {
        return static_cast<Number>(next_number());
    }
    [[nodiscard]] std::optional<std::int64_t> number_or_nothing();
    [[nodiscard]] std::string text();
    [[nodiscard]] Bytes bytes();
    [[nodiscard]] std::optional<Bytes> bytes_or_nothing();
    // Exactly as many bytes as `out` takes, or WrongShape.
    void fill(std::span<std::byte> out);

private:
    Query& with_number(std::int64_t number);
    [[nodiscard]] std::int64_t next_number();

    SQLite::Statement& m_statement;
    int m_parameter = 0; // counts from 1
    int m_column = 0; // counts from 0
};

} // namespace inloop::database
