// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/base/utf8.h"
#include "kiosk/seal/inside.h"
#include "kiosk/seal/inside_layout.h"
#include "kiosk/seal/padded.h"
#include "kiosk/seal/sodium_access.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <bit>
#include <span>
#include <vector>

namespace inloop::seal {

namespace {

using entries::EntryFacts;

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
    explicit RecordWriter(std::byte* at) : m_at(at) { *m_at++ = std::byte{kInsideVersion}; }

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

std::string_view as_text(ByteView bytes) {
    return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}

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
void put_records(Sink& sink, InsideParts const& parts) {
    EntryFacts const& facts = parts.facts;
    sink.number(Tag::kind, static_cast<std::uint64_t>(facts.kind), 1);
    put_text(sink, Tag::language, facts.language);
    put_text(sink, Tag::subject, facts.subject);
    sink.number(Tag::wants_answer, facts.wants_answer ? 1 : 0, 1);
    sink.number(Tag::day, std::bit_cast<std::uint32_t>(facts.day), 4);
    sink.number(Tag::day_part, static_cast<std::uint64_t>(facts.part), 1);
    sink.number(Tag::clock_trust, static_cast<std::uint64_t>(facts.trust), 1);
    put_text(sink, Tag::text, parts.text);
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
    if (!parts.contact.empty()) {
        put_text(sink, Tag::contact, parts.contact);
    }
    if (parts.follow_up) {
        sink.number(Tag::action, parts.follow_up->action, 1);
        put_text(sink, Tag::proof, as_text(parts.follow_up->proof.bytes));
    }
}

bool is_too_long(std::string_view text) {
    return text.size() > entries::kMaxTextBytes || utf8::count(text) > entries::kMaxTextCodePoints;
}

bool names_contact(entries::ContactWish wish) {
    return wish == entries::ContactWish::call || wish == entries::ContactWish::email;
}

} // namespace

Result<void> check_inside(EntryFacts const& facts, std::string_view text,
                          std::string_view contact) {
    if (auto fine = entries::check(facts); !fine) {
        return fine;
    }
    if (is_too_long(text)) {
        return fail(ErrorCode::invalid_input, "the text is longer than a visitor can write");
    }
    if (contact.size() > entries::kMaxContactBytes) {
        return fail(ErrorCode::invalid_input,
                    "the contact is longer than a phone number or an address");
    }
    if (!contact.empty() && !names_contact(facts.contact)) {
        return fail(ErrorCode::invalid_input,
                    "there is a contact although the visitor wants no call and no e-mail");
    }
    return {};
}

Result<SecretBytes> write_inside(InsideParts const& parts) {
    if (auto fine = check_inside(parts.facts, parts.text, parts.contact); !fine) {
        return tl::unexpected(fine.error());
    }
    RecordMeasure measure;
    put_records(measure, parts);
    std::size_t padded = padded_size(measure.size(), kPaddingBytes);
    auto out = SecretBytes::with_size(padded);
    if (!out) {
        return tl::unexpected(out.error());
    }
    RecordWriter writer(out->span().data());
    put_records(writer, parts);
    sodium_pad(&padded, raw(out->span().data()), measure.size(), kPaddingBytes, padded);
    return out;
}

} // namespace inloop::seal
