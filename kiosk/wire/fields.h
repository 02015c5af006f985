// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/seal/ids.h"

#include <nlohmann/json_fwd.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

// Contents of messages: CBOR maps, written and read key by key. nlohmann_json does the CBOR; what
// it throws ends in fields.cpp. Not a public header.
namespace inloop::wire {

enum class Need : std::uint8_t { may_lack, must_have };

// Makes one map.
class FieldWriter {
public:
    FieldWriter();
    FieldWriter(FieldWriter&& other) noexcept;
    FieldWriter& operator=(FieldWriter&&) = delete;
    FieldWriter(FieldWriter const&) = delete;
    FieldWriter& operator=(FieldWriter const&) = delete;
    ~FieldWriter();

    void bytes(char const* key, ByteView value);
    void text(char const* key, std::string const& value);
    void number(char const* key, std::uint64_t value);
    void signed_number(char const* key, std::int64_t value);
    void flag(char const* key, bool value);
    void map(char const* key, FieldWriter&& value);
    void maps(char const* key, std::vector<FieldWriter>&& values);
    void byte_strings(char const* key, std::vector<Bytes> const& values);
    void numbers(char const* key, std::vector<std::uint64_t> const& values);

    [[nodiscard]] Bytes cbor() const;

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

// Reads one map. A key that is missing leaves what is there, unless it must be there; one that
// nobody asks for is ignored: a newer program wrote it. The first thing that is not in order is
// remembered and later calls do nothing, so that a reader asks for all its keys and looks once.
class FieldReader {
public:
    // `wrong` gets the name of the first key that is not in order; both outlive the reader.
    FieldReader(nlohmann::json const& value, std::string& wrong);

    [[nodiscard]] bool good() const { return m_wrong->empty(); }
    // Says that the value of `key`, which was read, is not in order.
    void refuse(char const* key);

    // Exactly as many bytes.
    void bytes(char const* key, std::span<std::byte> out, Need need = Need::may_lack);
    template <class Meaning, std::size_t N>
    void id(char const* key, seal::Id<Meaning, N>& out, Need need = Need::may_lack) {
        bytes(key, out.bytes, need);
    }
    void blob(char const* key, Bytes& out, std::size_t most, Need need = Need::may_lack);
    // Well-formed UTF-8 without control characters, at most `most` bytes.
    void text(char const* key, std::string& out, std::size_t most, Need need = Need::may_lack);
    template <std::unsigned_integral T>
    void number(char const* key, T& out, Need need = Need::may_lack) {
        out = static_cast<T>(number_up_to(key, out, std::numeric_limits<T>::max(), need));
    }
    void signed_number(char const* key, std::int64_t& out);
    void flag(char const* key, bool& out);
    // Values 0 (or `first`) to `last`.
    template <class Enum>
    requires std::is_enum_v<Enum>
    void choice(char const* key, Enum& out, Enum first, Enum last, Need need = Need::may_lack) {
        auto const value = number_up_to(key, static_cast<std::uint64_t>(out),
                                        static_cast<std::uint64_t>(last), need);
        if (value < static_cast<std::uint64_t>(first)) {
            refuse(key);
            return;
        }
        out = static_cast<Enum>(value);
    }
    // Calls `read` for the map under `key`, which may lack.
    void map(char const* key, std::function<void(FieldReader&)> const& read);
    // Calls `read` for each map of the list under `key`, at most `most` of them.
    void maps(char const* key, std::size_t most, std::function<void(FieldReader&)> const& read);
    void byte_strings(char const* key, std::vector<Bytes>& out, std::size_t most,
                      std::size_t most_bytes);
    void numbers(char const* key, std::vector<std::uint64_t>& out, std::size_t most);

private:
    [[nodiscard]] nlohmann::json const* find(char const* key, Need need);
    [[nodiscard]] std::uint64_t number_up_to(char const* key, std::uint64_t otherwise,
                                             std::uint64_t most, Need need);
    [[nodiscard]] nlohmann::json const* list(char const* key, std::size_t most);

    nlohmann::json const* m_map;
    std::string* m_wrong;
};

// Reads one content. Fails with `corrupt` when it is not one CBOR map within the limits, or `read`
// found something that is not in order.
[[nodiscard]] Result<void> read_content(ByteView content,
                                        std::function<void(FieldReader&)> const& read);

} // namespace inloop::wire
