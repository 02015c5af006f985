// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/inside.h"
#include "kiosk/seal/inside_layout.h"
#include "kiosk/seal/padded.h"

#include <algorithm>
#include <bit>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace inloop::seal {

namespace {

using entries::EntryFacts;

// What stands in an inside, as far as it was read.
struct Reading {
    Inside inside;
    ByteView action;
    ByteView proof;
    unsigned seen = 0; // bit n: tag n
};

struct Record {
    unsigned tag = 0;
    ByteView value;
};

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
    case Tag::action:
        return 1;
    case Tag::proof:
        return kProofBytes;
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
        return damaged_inside("a record is cut");
    }
    Record record{std::to_integer<unsigned>(rest[0]), {}};
    std::size_t const size = read_le<std::uint16_t>(rest, 1);
    rest = rest.subspan(kRecordHead);
    if (rest.size() < size) {
        return damaged_inside("a record is longer than what is left");
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
    case Tag::action:
    case Tag::proof:
        return; // no facts
    }
}

bool is_action(ByteView value) {
    auto const number = std::to_integer<unsigned>(value[0]);
    return number >= 1 && number <= kActions;
}

void take_value(Tag tag, ByteView value, Reading& reading) {
    switch (tag) {
    case Tag::text:
        reading.inside.text = value;
        return;
    case Tag::contact:
        reading.inside.contact = value;
        return;
    case Tag::action:
        reading.action = value;
        return;
    case Tag::proof:
        reading.proof = value;
        return;
    default:
        take_fact(tag, value, reading.inside.facts);
    }
}

Result<void> take(Record const& record, Reading& reading) {
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
        return damaged_inside("record " + std::to_string(record.tag) +
                              " has another size than it must");
    }
    if (tag == Tag::wants_answer && std::to_integer<unsigned>(record.value[0]) > 1) {
        return damaged_inside("whether an answer is wanted is neither yes nor no");
    }
    if (says_nothing(tag, record.value)) {
        return damaged_inside("record " + std::to_string(record.tag) + " says nothing");
    }
    if (tag == Tag::action && !is_action(record.value)) {
        return damaged_inside("what the visitor wants to happen has no meaning");
    }
    take_value(tag, record.value, reading);
    reading.seen |= 1U << record.tag;
    return {};
}

Result<Reading> read_records(ByteView rest) {
    Reading reading;
    unsigned last = 0;
    while (!rest.empty()) {
        auto const record = next_record(rest);
        if (!record) {
            return tl::unexpected(record.error());
        }
        if (record->tag <= last) {
            return damaged_inside("its records are not in order");
        }
        last = record->tag;
        if (auto taken = take(*record, reading); !taken) {
            return tl::unexpected(taken.error());
        }
    }
    constexpr unsigned kNeeded = ((1U << kNeededTags) - 1U) << 1U;
    if ((reading.seen & kNeeded) != kNeeded || reading.action.empty() != reading.proof.empty()) {
        return damaged_inside("a record is missing");
    }
    return reading;
}

} // namespace

tl::unexpected<Error> damaged_inside(std::string_view what) {
    return fail(ErrorCode::corrupt, "the inside of the letter is damaged: " + std::string(what));
}

Result<Inside> read_inside(ByteView padded) {
    auto const content =
        padded.size() <= kMaxPaddedBytes ? without_padding(padded, kPaddingBytes) : std::nullopt;
    if (!content) {
        return damaged_inside("its padding is not in order");
    }
    if (content->empty() || std::to_integer<unsigned>(content->front()) != kInsideVersion) {
        return fail(ErrorCode::unsupported,
                    "the inside of the letter is of a version this build does not know: update it");
    }
    auto reading = read_records(content->subspan(1));
    if (!reading) {
        return tl::unexpected(reading.error());
    }
    Inside inside = std::move(reading->inside);
    if (auto fine = check_inside(inside.facts, as_text(inside.text), as_text(inside.contact));
        !fine) {
        return damaged_inside(fine.error().message);
    }
    if (!reading->action.empty()) {
        inside.follow_up = {.action = std::to_integer<std::uint8_t>(reading->action[0]),
                            .proof = {read_array<kProofBytes>(reading->proof, 0)}};
    }
    return inside;
}

Result<SecretText> guarded(ByteView typed, std::string_view not_utf8) {
    auto text = SecretText::with_capacity(typed.size());
    if (text && !text->insert(0, as_text(typed))) {
        return damaged_inside(not_utf8);
    }
    return text;
}

} // namespace inloop::seal
