// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/plaintext.h"

#include "kiosk/base/utf8.h"
#include "kiosk/entries/tuning.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/seal/sodium_access.h"

#include <sodium.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace inloop::seal {

namespace {

using entries::EntryFacts;

constexpr unsigned kVersion = 1;

// Records stand in rising order of their tags. Who does not know a tag below 128 must not go on;
// others may be skipped.
enum class Tag : std::uint8_t {
    kind = 1,
    language = 2,
    subject = 3,
    wants_answer = 4,
    day = 5,
    day_part = 6,
    clock_trust = 7,
    text = 8,
};
constexpr unsigned kTagCount = 8;
constexpr unsigned kSkippable = 128;
constexpr std::size_t kRecordHead = 3; // tag u8, size u16

constexpr std::size_t kFixedBytes = 1 + kTagCount * kRecordHead + 1 + 1 + 4 + 1 + 1;
static_assert(kFixedBytes + entries::kMaxLanguageBytes + entries::kMaxSubjectBytes +
                  entries::kMaxTextBytes <
              kMaxPaddedBytes);

// Writes records into memory that is large enough.
class RecordWriter {
public:
    explicit RecordWriter(std::byte* at) : m_at(at) { *m_at++ = std::byte{kVersion}; }

    void record(Tag tag, std::string_view value) {
        head(tag, value.size());
        m_at = std::ranges::copy(as_bytes(value), m_at).out;
    }

    void number(Tag tag, std::uint32_t value, std::size_t size) {
        head(tag, size);
        for (std::size_t i = 0; i < size; ++i) {
            *m_at++ = static_cast<std::byte>((value >> (8U * i)) & 0xFFU);
        }
    }

private:
    void head(Tag tag, std::size_t size) {
        *m_at++ = static_cast<std::byte>(tag);
        *m_at++ = static_cast<std::byte>(size & 0xFFU);
        *m_at++ = static_cast<std::byte>(size >> 8U);
    }

    std::byte* m_at;
};

struct Record {
    unsigned tag = 0;
    ByteView value;
};

// What was read so far. The text stays where it is until everything else is in order.
struct Inside {
    EntryFacts facts;
    ByteView text;
    unsigned seen = 0; // bit n: tag n
};

tl::unexpected<Error> damaged(std::string_view what) {
    return fail(ErrorCode::corrupt, "the inside of the letter is damaged: " + std::string(what));
}

std::string_view as_text(ByteView bytes) {
    return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}

// The size a record must have; 0 where it varies.
std::size_t exact_size(Tag tag) {
    switch (tag) {
    case Tag::kind:
    case Tag::wants_answer:
    case Tag::day_part:
    case Tag::clock_trust:
        return 1;
    case Tag::day:
        return 4;
    case Tag::language:
    case Tag::subject:
    case Tag::text:
        break;
    }
    return 0;
}

Result<Record> next_record(ByteView& rest) {
    if (rest.size() < kRecordHead) {
        return damaged("a record is cut");
    }
    Record record{std::to_integer<unsigned>(rest[0]), {}};
    std::size_t const size = read_le<std::uint16_t>(rest, 1);
    rest = rest.subspan(kRecordHead);
    if (rest.size() < size) {
        return damaged("a record is longer than what is left");
    }
    record.value = rest.first(size);
    rest = rest.subspan(size);
    return record;
}

void take_value(Tag tag, ByteView value, Inside& inside) {
    EntryFacts& facts = inside.facts;
    auto const byte = [&] { return std::to_integer<std::uint8_t>(value[0]); };
    switch (tag) {
    case Tag::kind:
        facts.kind = static_cast<entries::EntryKind>(byte());
        break;
    case Tag::language:
        facts.language = as_text(value);
        break;
    case Tag::subject:
        facts.subject = as_text(value);
        break;
    case Tag::wants_answer:
        facts.wants_answer = byte() != 0;
        break;
    case Tag::day:
        facts.day = std::bit_cast<std::int32_t>(read_le<std::uint32_t>(value, 0));
        break;
    case Tag::day_part:
        facts.part = static_cast<entries::DayPart>(byte());
        break;
    case Tag::clock_trust:
        facts.trust = static_cast<ClockTrust>(byte());
        break;
    case Tag::text:
        inside.text = value;
        break;
    }
}

Result<void> take(Record const& record, Inside& inside) {
    if (record.tag >= kSkippable) {
        return {};
    }
    if (record.tag > kTagCount) { // 0 was refused as out of order
        return fail(ErrorCode::unsupported, "the letter has a record this build does not know, " +
                                                std::to_string(record.tag) + ": update it");
    }
    auto const tag = static_cast<Tag>(record.tag);
    std::size_t const exact = exact_size(tag);
    if (exact != 0 && record.value.size() != exact) {
        return damaged("record " + std::to_string(record.tag) + " has another size than it must");
    }
    if (tag == Tag::wants_answer && std::to_integer<unsigned>(record.value[0]) > 1) {
        return damaged("whether an answer is wanted is neither yes nor no");
    }
    take_value(tag, record.value, inside);
    inside.seen |= 1U << record.tag;
    return {};
}

Result<Inside> read_records(ByteView rest) {
    Inside inside;
    unsigned last = 0;
    while (!rest.empty()) {
        auto const record = next_record(rest);
        if (!record) {
            return tl::unexpected(record.error());
        }
        if (record->tag <= last) {
            return damaged("its records are not in order");
        }
        last = record->tag;
        if (auto taken = take(*record, inside); !taken) {
            return tl::unexpected(taken.error());
        }
    }
    constexpr unsigned kAll = ((1U << kTagCount) - 1U) << 1U;
    if (inside.seen != kAll) {
        return damaged("a record is missing");
    }
    return inside;
}

bool is_too_long(std::string_view text) {
    return text.size() > entries::kMaxTextBytes || utf8::count(text) > entries::kMaxTextCodePoints;
}

Result<OpenedLetter> letter_of(Inside inside) {
    if (auto facts = entries::check(inside.facts); !facts) {
        return damaged(facts.error().message);
    }
    std::string_view const borrowed = as_text(inside.text);
    if (is_too_long(borrowed)) {
        return damaged("its text is longer than a visitor can write");
    }
    auto text = SecretText::with_capacity(borrowed.size());
    if (!text) {
        return tl::unexpected(text.error());
    }
    if (!text->insert(0, borrowed)) {
        return damaged("its text is not UTF-8");
    }
    return OpenedLetter{std::move(inside.facts), std::move(*text)};
}

} // namespace

Result<SecretBytes> write_plaintext(EntryFacts const& facts, SecretText const& text) {
    if (auto fine = entries::check(facts); !fine) {
        return tl::unexpected(fine.error());
    }
    if (is_too_long(text.view())) {
        return fail(ErrorCode::invalid_input, "the text is longer than a visitor can write");
    }
    std::size_t const size =
        kFixedBytes + facts.language.size() + facts.subject.size() + text.size();
    std::size_t padded = (size / kPaddingBytes + 1) * kPaddingBytes; // padding is one byte at least
    auto out = SecretBytes::with_size(padded);
    if (!out) {
        return tl::unexpected(out.error());
    }
    RecordWriter writer(out->span().data());
    writer.number(Tag::kind, static_cast<std::uint32_t>(facts.kind), 1);
    writer.record(Tag::language, facts.language);
    writer.record(Tag::subject, facts.subject);
    writer.number(Tag::wants_answer, facts.wants_answer ? 1 : 0, 1);
    writer.number(Tag::day, std::bit_cast<std::uint32_t>(facts.day), 4);
    writer.number(Tag::day_part, static_cast<std::uint32_t>(facts.part), 1);
    writer.number(Tag::clock_trust, static_cast<std::uint32_t>(facts.trust), 1);
    writer.record(Tag::text, text.view());
    sodium_pad(&padded, raw(out->span().data()), size, kPaddingBytes, padded);
    return out;
}

Result<OpenedLetter> read_plaintext(ByteView padded) {
    std::size_t size = 0;
    if (padded.empty() || padded.size() > kMaxPaddedBytes || padded.size() % kPaddingBytes != 0 ||
        sodium_unpad(&size, raw(padded.data()), padded.size(), kPaddingBytes) != 0) {
        return damaged("its padding is not in order");
    }
    if (size == 0 || std::to_integer<unsigned>(padded[0]) != kVersion) {
        return fail(ErrorCode::unsupported,
                    "the inside of the letter is of a version this build does not know: update it");
    }
    auto inside = read_records(padded.subspan(1, size - 1));
    if (!inside) {
        return tl::unexpected(inside.error());
    }
    return letter_of(std::move(*inside));
}

} // namespace inloop::seal
