// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/plaintext.h"

#include "kiosk/base/utf8.h"
#include "kiosk/entries/tuning.h"
#include "kiosk/seal/envelope.h"
#include "kiosk/seal/sodium_access.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inloop::seal {

namespace {

using entries::EntryFacts;
using entries::Letter;

constexpr unsigned kVersion = 1;

// Records stand in rising order of their tags. Who does not know a tag below 128 must not go on;
// others may be skipped. 1 to 8 are always there, 9 to 15 only when they say something.
enum class Tag : std::uint8_t {
    kind = 1,
    language = 2,
    subject = 3,
    wants_answer = 4,
    day = 5,
    day_part = 6,
    clock_trust = 7,
    text = 8,
    happening = 9,
    street = 10,
    point = 11,
    answers = 12,
    passing = 13,
    contact_wish = 14,
    contact = 15,
};
constexpr unsigned kNeededTags = 8;
constexpr unsigned kTagCount = 15;
constexpr unsigned kSkippable = 128;
constexpr std::size_t kRecordHead = 3; // tag u8, size u16
constexpr std::size_t kPointBytes = 8;
constexpr char kIs = '='; // neither sign can stand in an id
constexpr char kNext = ';';

constexpr std::size_t kFixedBytes =
    1 + kTagCount * kRecordHead + 1 + 1 + 4 + 1 + 1 + 1 + kPointBytes + 1 + 1;
constexpr std::size_t kMostAnswerBytes = entries::kMaxAnswers * (2 * entries::kMaxIdBytes + 2) - 1;
static_assert(kFixedBytes + entries::kMaxLanguageBytes + entries::kMaxSubjectBytes +
                  entries::kMaxTextBytes + entries::kMaxIdBytes + kMostAnswerBytes +
                  entries::kMaxContactBytes <
              kMaxPaddedBytes);

// A value of one record, in the parts it is put together of.
using Parts = std::span<std::string_view const>;

// Adds up what RecordWriter writes.
class RecordMeasure {
public:
    void record(Tag /*tag*/, Parts parts) {
        m_size += kRecordHead;
        for (std::string_view const part : parts) {
            m_size += part.size();
        }
    }
    void number(Tag /*tag*/, std::uint64_t /*value*/, std::size_t size) {
        m_size += kRecordHead + size;
    }
    [[nodiscard]] std::size_t size() const { return m_size; }

private:
    std::size_t m_size = 1; // the version
};

// Writes records into memory that is large enough.
class RecordWriter {
public:
    explicit RecordWriter(std::byte* at) : m_at(at) { *m_at++ = std::byte{kVersion}; }

    void record(Tag tag, Parts parts) {
        std::size_t size = 0;
        for (std::string_view const part : parts) {
            size += part.size();
        }
        head(tag, size);
        for (std::string_view const part : parts) {
            m_at = std::ranges::copy(as_bytes(part), m_at).out;
        }
    }

    void number(Tag tag, std::uint64_t value, std::size_t size) {
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

template <class Sink>
void put_text(Sink& sink, Tag tag, std::string_view value) {
    sink.record(tag, std::array{value});
}

template <class Sink, class Enum>
void put_choice(Sink& sink, Tag tag, Enum value) {
    if (value != Enum{}) { // 0 is "not said" in all of them
        sink.number(tag, static_cast<std::uint64_t>(value), 1);
    }
}

std::uint64_t packed(entries::MapPoint const& point) {
    return std::bit_cast<std::uint32_t>(point.latitude) |
           std::uint64_t{std::bit_cast<std::uint32_t>(point.longitude)} << 32U;
}

template <class Sink>
void put_answers(Sink& sink, std::vector<entries::TapAnswer> const& answers) {
    static constexpr std::string_view kSigns{"=;"};
    std::vector<std::string_view> parts;
    for (entries::TapAnswer const& answer : answers) {
        if (!parts.empty()) {
            parts.push_back(kSigns.substr(1, 1));
        }
        parts.insert(parts.end(), {answer.question, kSigns.substr(0, 1), answer.option});
    }
    if (!parts.empty()) {
        sink.record(Tag::answers, parts);
    }
}

template <class Sink>
void put_records(Sink& sink, Letter const& letter) {
    EntryFacts const& facts = letter.facts;
    sink.number(Tag::kind, static_cast<std::uint64_t>(facts.kind), 1);
    put_text(sink, Tag::language, facts.language);
    put_text(sink, Tag::subject, facts.subject);
    sink.number(Tag::wants_answer, facts.wants_answer ? 1 : 0, 1);
    sink.number(Tag::day, std::bit_cast<std::uint32_t>(facts.day), 4);
    sink.number(Tag::day_part, static_cast<std::uint64_t>(facts.part), 1);
    sink.number(Tag::clock_trust, static_cast<std::uint64_t>(facts.trust), 1);
    put_text(sink, Tag::text, letter.text.view());
    put_choice(sink, Tag::happening, facts.happening);
    if (!facts.spot.street.empty()) {
        put_text(sink, Tag::street, facts.spot.street);
    }
    if (facts.spot.point) {
        sink.number(Tag::point, packed(*facts.spot.point), kPointBytes);
    }
    put_answers(sink, facts.answers);
    put_choice(sink, Tag::passing, facts.passing);
    put_choice(sink, Tag::contact_wish, facts.contact);
    if (!letter.contact.empty()) {
        put_text(sink, Tag::contact, letter.contact.view());
    }
}

struct Record {
    unsigned tag = 0;
    ByteView value;
};

// What was read so far. Text and contact stay where they are until everything else is in order.
struct Inside {
    EntryFacts facts;
    ByteView text;
    ByteView contact;
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
    case Tag::happening:
    case Tag::passing:
    case Tag::contact_wish:
        return 1;
    case Tag::day:
        return 4;
    case Tag::point:
        return kPointBytes;
    case Tag::language:
    case Tag::subject:
    case Tag::text:
    case Tag::street:
    case Tag::answers:
    case Tag::contact:
        break;
    }
    return 0;
}

// True for a record that may be left out and says no more than if it were: no two letters that mean
// the same may differ.
bool says_nothing(Tag tag, ByteView value) {
    switch (tag) {
    case Tag::happening:
    case Tag::passing:
    case Tag::contact_wish:
        return value[0] == std::byte{0};
    case Tag::street:
    case Tag::answers:
    case Tag::contact:
        return value.empty();
    default:
        return false;
    }
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

std::int32_t signed_at(ByteView value, std::size_t at) {
    return std::bit_cast<std::int32_t>(read_le<std::uint32_t>(value, at));
}

// "question=option;question=option". Ids are checked with the other facts; one answer more than a
// subject can ask is enough for that to refuse the letter.
std::vector<entries::TapAnswer> answers_in(std::string_view value) {
    std::vector<entries::TapAnswer> answers;
    for (bool more = true; more && answers.size() <= entries::kMaxAnswers;) {
        std::size_t const end = std::min(value.find(kNext), value.size());
        std::string_view const one = value.substr(0, end);
        std::size_t const is = std::min(one.find(kIs), one.size());
        answers.push_back({std::string(one.substr(0, is)),
                           std::string(one.substr(std::min(is + 1, one.size())))});
        more = end < value.size();
        value.remove_prefix(more ? end + 1 : end);
    }
    return answers;
}

void take_fact(Tag tag, ByteView value, EntryFacts& facts) {
    auto const choice = [&](auto& into) {
        into = static_cast<std::remove_reference_t<decltype(into)>>(
            std::to_integer<std::uint8_t>(value[0]));
    };
    switch (tag) {
    case Tag::kind:
        return choice(facts.kind);
    case Tag::language:
        facts.language = as_text(value);
        return;
    case Tag::subject:
        facts.subject = as_text(value);
        return;
    case Tag::wants_answer:
        return choice(facts.wants_answer);
    case Tag::day:
        facts.day = signed_at(value, 0);
        return;
    case Tag::day_part:
        return choice(facts.part);
    case Tag::clock_trust:
        return choice(facts.trust);
    case Tag::happening:
        return choice(facts.happening);
    case Tag::street:
        facts.spot.street = as_text(value);
        return;
    case Tag::point:
        facts.spot.point = {signed_at(value, 0), signed_at(value, 4)};
        return;
    case Tag::answers:
        facts.answers = answers_in(as_text(value));
        return;
    case Tag::passing:
        return choice(facts.passing);
    case Tag::contact_wish:
        return choice(facts.contact);
    case Tag::text:
    case Tag::contact:
        return; // what a visitor typed is no fact
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
    if (says_nothing(tag, record.value)) {
        return damaged("record " + std::to_string(record.tag) + " says nothing");
    }
    if (tag == Tag::text || tag == Tag::contact) {
        (tag == Tag::text ? inside.text : inside.contact) = record.value;
    } else {
        take_fact(tag, record.value, inside.facts);
    }
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
    constexpr unsigned kNeeded = ((1U << kNeededTags) - 1U) << 1U;
    if ((inside.seen & kNeeded) != kNeeded) {
        return damaged("a record is missing");
    }
    return inside;
}

bool is_too_long(std::string_view text) {
    return text.size() > entries::kMaxTextBytes || utf8::count(text) > entries::kMaxTextCodePoints;
}

bool names_contact(entries::ContactWish wish) {
    return wish == entries::ContactWish::call || wish == entries::ContactWish::email;
}

// nullptr when a contact of this size may stand beside these facts, else what is wrong.
char const* fault_of_contact(EntryFacts const& facts, std::size_t size) {
    if (size > entries::kMaxContactBytes) {
        return "the contact is longer than a phone number or an address";
    }
    return size == 0 || names_contact(facts.contact)
               ? nullptr
               : "there is a contact although the visitor wants no call and no e-mail";
}

Result<SecretText> guarded(ByteView typed, char const* not_utf8) {
    auto text = SecretText::with_capacity(typed.size());
    if (text && !text->insert(0, as_text(typed))) {
        return damaged(not_utf8);
    }
    return text;
}

Result<Letter> letter_of(Inside inside) {
    if (auto facts = entries::check(inside.facts); !facts) {
        return damaged(facts.error().message);
    }
    if (is_too_long(as_text(inside.text))) {
        return damaged("its text is longer than a visitor can write");
    }
    if (char const* fault = fault_of_contact(inside.facts, inside.contact.size())) {
        return damaged(fault);
    }
    auto text = guarded(inside.text, "its text is not UTF-8");
    if (!text) {
        return tl::unexpected(text.error());
    }
    auto contact = guarded(inside.contact, "its contact is not UTF-8");
    if (!contact) {
        return tl::unexpected(contact.error());
    }
    return Letter{std::move(inside.facts), std::move(*text), std::move(*contact)};
}

Result<void> check_letter(Letter const& letter) {
    if (auto fine = entries::check(letter.facts); !fine) {
        return fine;
    }
    if (is_too_long(letter.text.view())) {
        return fail(ErrorCode::invalid_input, "the text is longer than a visitor can write");
    }
    if (char const* fault = fault_of_contact(letter.facts, letter.contact.size())) {
        return fail(ErrorCode::invalid_input, fault);
    }
    return {};
}

} // namespace

Result<SecretBytes> write_plaintext(Letter const& letter) {
    if (auto fine = check_letter(letter); !fine) {
        return tl::unexpected(fine.error());
    }
    RecordMeasure measure;
    put_records(measure, letter);
    std::size_t const size = measure.size();
    std::size_t padded = (size / kPaddingBytes + 1) * kPaddingBytes; // padding is one byte at least
    auto out = SecretBytes::with_size(padded);
    if (!out) {
        return tl::unexpected(out.error());
    }
    RecordWriter writer(out->span().data());
    put_records(writer, letter);
    sodium_pad(&padded, raw(out->span().data()), size, kPaddingBytes, padded);
    return out;
}

Result<Letter> read_plaintext(ByteView padded) {
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
