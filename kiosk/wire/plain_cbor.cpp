// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/wire/plain_cbor.h"

#include "kiosk/wire/tuning.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace inloop::wire {

namespace {

// RFC 8949 section 3: what an item is, and its number or length.
enum class Major : std::uint8_t {
    positive = 0,
    negative = 1,
    byte_string = 2,
    text_string = 3,
    list = 4,
    map = 5,
    tag = 6,
    simple = 7,
};
struct Head {
    Major major = Major::simple;
    std::uint64_t value = 0;
};
constexpr unsigned kShortest = 24; // smaller values stand in the first byte itself
constexpr std::uint64_t kFalse = 20;
constexpr std::uint64_t kTrue = 21;

// The number whose size the first byte tells: in it, or in the 1, 2, 4 or 8 bytes behind it, which
// are big-endian. nullopt: cut off, or a form without a length.
std::optional<Head> take_head(ByteView& rest) {
    if (rest.empty()) {
        return std::nullopt;
    }
    auto const first = std::to_integer<unsigned>(rest.front());
    unsigned const info = first & 0x1FU;
    rest = rest.subspan(1);
    Head head{static_cast<Major>(first >> 5U), info};
    if (info < kShortest) {
        return head;
    }
    if (info > kShortest + 3 || rest.size() < (std::size_t{1} << (info - kShortest))) {
        return std::nullopt;
    }
    std::size_t const size = std::size_t{1} << (info - kShortest);
    head.value = 0;
    for (std::byte const byte : rest.first(size)) {
        head.value = (head.value << 8U) | std::to_integer<std::uint64_t>(byte);
    }
    rest = rest.subspan(size);
    if (head.major == Major::simple) {
        return std::nullopt; // a number with a point
    }
    return head;
}

} // namespace

bool is_plain_cbor(ByteView rest) {
    constexpr std::uint64_t kLowest = std::numeric_limits<std::int64_t>::max(); // of -1 - value
    std::vector<std::uint64_t> to_come{1}; // items, at each depth
    std::size_t elements = 0;
    while (!to_come.empty()) {
        if (to_come.back() == 0) {
            to_come.pop_back();
            continue;
        }
        --to_come.back();
        auto const head = take_head(rest);
        if (!head || ++elements > kMaxElements || to_come.size() > kMaxDepth) {
            return false;
        }
        switch (head->major) {
        case Major::positive:
            break;
        case Major::negative:
            if (head->value > kLowest) {
                return false;
            }
            break;
        case Major::byte_string:
        case Major::text_string:
            if (head->value > rest.size()) {
                return false;
            }
            rest = rest.subspan(static_cast<std::size_t>(head->value));
            break;
        case Major::list:
        case Major::map:
            if (head->value > kMaxElements) {
                return false;
            }
            to_come.push_back(head->major == Major::map ? 2 * head->value : head->value);
            break;
        case Major::simple:
            if (head->value != kFalse && head->value != kTrue) {
                return false;
            }
            break;
        case Major::tag:
            return false;
        }
    }
    return rest.empty();
}

} // namespace inloop::wire
