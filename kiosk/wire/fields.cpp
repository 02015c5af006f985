// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/wire/fields.h"

#include "kiosk/base/utf8.h"
#include "kiosk/wire/plain_cbor.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstring>
#include <exception>

namespace inloop::wire {

namespace {

using nlohmann::json;
using Octets = std::vector<std::uint8_t>;

Octets octets(ByteView bytes) {
    Octets out(bytes.size());
    std::ranges::transform(bytes, out.begin(), std::to_integer<std::uint8_t>);
    return out;
}

Bytes bytes_of(Octets const& octets) {
    ByteView const view = std::as_bytes(std::span(octets));
    return {view.begin(), view.end()};
}

// A plain byte string: one with a tag says something this format does not.
bool is_byte_string(json const& value) {
    return value.is_binary() && !value.get_binary().has_subtype();
}

} // namespace

struct FieldWriter::Inside {
    json map = json::object();
};

FieldWriter::FieldWriter() : m_inside(std::make_unique<Inside>()) {}
FieldWriter::FieldWriter(FieldWriter&& other) noexcept = default;
FieldWriter::~FieldWriter() = default;

void FieldWriter::bytes(char const* key, ByteView value) {
    m_inside->map[key] = json::binary(octets(value));
}
void FieldWriter::text(char const* key, std::string const& value) {
    m_inside->map[key] = value;
}
void FieldWriter::number(char const* key, std::uint64_t value) {
    m_inside->map[key] = value;
}
void FieldWriter::signed_number(char const* key, std::int64_t value) {
    m_inside->map[key] = value;
}
void FieldWriter::flag(char const* key, bool value) {
    m_inside->map[key] = value;
}
void FieldWriter::map(char const* key, FieldWriter&& value) {
    m_inside->map[key] = std::move(value.m_inside->map);
}
void FieldWriter::maps(char const* key, std::vector<FieldWriter>&& values) {
    json list = json::array();
    for (FieldWriter& value : values) {
        list.push_back(std::move(value.m_inside->map));
    }
    m_inside->map[key] = std::move(list);
}
void FieldWriter::byte_strings(char const* key, std::vector<Bytes> const& values) {
    json list = json::array();
    for (Bytes const& value : values) {
        list.push_back(json::binary(octets(value)));
    }
    m_inside->map[key] = std::move(list);
}
void FieldWriter::numbers(char const* key, std::vector<std::uint64_t> const& values) {
    m_inside->map[key] = values;
}

Bytes FieldWriter::cbor() const {
    return bytes_of(json::to_cbor(m_inside->map));
}

FieldReader::FieldReader(json const& value, std::string& wrong) : m_map(&value), m_wrong(&wrong) {
    if (good() && !value.is_object()) {
        *m_wrong = "a map";
    }
}

void FieldReader::refuse(char const* key) {
    if (good()) {
        *m_wrong = key;
    }
}

json const* FieldReader::find(char const* key, Need need) {
    if (!good()) {
        return nullptr;
    }
    auto const found = m_map->find(key);
    if (found == m_map->end()) {
        if (need == Need::must_have) {
            refuse(key);
        }
        return nullptr;
    }
    return &*found;
}

void FieldReader::bytes(char const* key, std::span<std::byte> out, Need need) {
    json const* const value = find(key, need);
    if (value == nullptr) {
        return;
    }
    if (!is_byte_string(*value) || value->get_binary().size() != out.size()) {
        refuse(key);
        return;
    }
    std::memcpy(out.data(), value->get_binary().data(), out.size());
}

void FieldReader::blob(char const* key, Bytes& out, std::size_t most, Need need) {
    json const* const value = find(key, need);
    if (value == nullptr) {
        return;
    }
    if (!is_byte_string(*value) || value->get_binary().size() > most) {
        refuse(key);
        return;
    }
    out = bytes_of(value->get_binary());
}

void FieldReader::text(char const* key, std::string& out, std::size_t most, Need need) {
    json const* const value = find(key, need);
    if (value == nullptr) {
        return;
    }
    auto const* const words = value->get_ptr<std::string const*>();
    bool const in_order = words != nullptr && words->size() <= most && utf8::is_valid(*words) &&
                          std::ranges::none_of(*words, [](char c) {
                              return static_cast<unsigned char>(c) < ' ' || c == '\x7F';
                          });
    if (!in_order) {
        refuse(key);
        return;
    }
    out = *words;
}

std::uint64_t FieldReader::number_up_to(char const* key, std::uint64_t otherwise,
                                        std::uint64_t most, Need need) {
    json const* const value = find(key, need);
    if (value == nullptr) {
        return otherwise;
    }
    auto const* const number = value->get_ptr<std::uint64_t const*>();
    if (number == nullptr || *number > most) {
        refuse(key);
        return otherwise;
    }
    return *number;
}

void FieldReader::signed_number(char const* key, std::int64_t& out) {
    json const* const value = find(key, Need::may_lack);
    if (value == nullptr) {
        return;
    }
    constexpr std::uint64_t kMost = std::numeric_limits<std::int64_t>::max();
    if (auto const* number = value->get_ptr<std::uint64_t const*>()) {
        if (*number > kMost) {
            refuse(key);
            return;
        }
        out = static_cast<std::int64_t>(*number);
    } else if (auto const* below_zero = value->get_ptr<std::int64_t const*>()) {
        out = *below_zero;
    } else {
        refuse(key);
    }
}

void FieldReader::flag(char const* key, bool& out) {
    json const* const value = find(key, Need::may_lack);
    if (value == nullptr) {
        return;
    }
    if (!value->is_boolean()) {
        refuse(key);
        return;
    }
    out = value->get<bool>();
}

void FieldReader::map(char const* key, std::function<void(FieldReader&)> const& read) {
    if (json const* const value = find(key, Need::may_lack)) {
        FieldReader inside(*value, *m_wrong);
        read(inside);
    }
}

json const* FieldReader::list(char const* key, std::size_t most) {
    json const* const value = find(key, Need::may_lack);
    if (value != nullptr && (!value->is_array() || value->size() > most)) {
        refuse(key);
        return nullptr;
    }
    return value;
}

void FieldReader::maps(char const* key, std::size_t most,
                       std::function<void(FieldReader&)> const& read) {
    if (json const* const values = list(key, most)) {
        for (json const& value : *values) {
            FieldReader inside(value, *m_wrong);
            read(inside);
        }
    }
}

void FieldReader::byte_strings(char const* key, std::vector<Bytes>& out, std::size_t most,
                               std::size_t most_bytes) {
    json const* const values = list(key, most);
    if (values == nullptr) {
        return;
    }
    for (json const& value : *values) {
        if (!is_byte_string(value) || value.get_binary().size() > most_bytes) {
            refuse(key);
            return;
        }
        out.push_back(bytes_of(value.get_binary()));
    }
}

void FieldReader::numbers(char const* key, std::vector<std::uint64_t>& out, std::size_t most) {
    json const* const values = list(key, most);
    if (values == nullptr) {
        return;
    }
    for (json const& value : *values) {
        auto const* const number = value.get_ptr<std::uint64_t const*>();
        if (number == nullptr) {
            refuse(key);
            return;
        }
        out.push_back(*number);
    }
}

namespace {

// What is not plain CBOR becomes a discarded value, which is no map.
json parsed(ByteView content) {
    if (!is_plain_cbor(content)) {
        return json(json::value_t::discarded);
    }
    constexpr bool kStrict = true; // nothing may follow
    constexpr bool kThrow = false;
    return json::from_cbor(octets(content), kStrict, kThrow);
}

} // namespace

Result<void> read_content(ByteView content, std::function<void(FieldReader&)> const& read) {
    std::string wrong;
    try {
        json const value = parsed(content);
        FieldReader reader(value, wrong);
        read(reader);
    } catch (std::exception const&) { // of json; its text could quote what it read
        wrong = "CBOR";
    }
    if (!wrong.empty()) {
        return fail(ErrorCode::corrupt, "a message whose content is not in order: " + wrong);
    }
    return {};
}

} // namespace inloop::wire
