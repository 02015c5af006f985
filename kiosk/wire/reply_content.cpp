// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/acknowledgement.h"
#include "kiosk/wire/contents.h"
#include "kiosk/wire/shared_fields.h"
#include "kiosk/wire/tuning.h"

#include <algorithm>
#include <string_view>

namespace inloop::wire {

namespace {

using entries::Closing;
using entries::Status;

bool within_limits(SyncReply const& reply) {
    auto const at_most = [](std::size_t most) {
        return [most](Bytes const& bytes) { return bytes.size() <= most; };
    };
    return reply.verdicts.size() <= kMaxEnvelopes && reply.missing.size() <= kMaxMissing &&
           reply.cases.size() <= kMaxCases && reply.answers.size() <= kMaxAnswers &&
           reply.documents.size() <= kMaxDocuments &&
           std::ranges::all_of(reply.answers, at_most(kMaxAnswerBytes)) &&
           std::ranges::all_of(reply.verdicts, at_most(seal::kAcknowledgementBytes),
                               &Verdict::acknowledgement) &&
           std::ranges::all_of(reply.documents, at_most(kMaxDocumentBytes), &Document::content) &&
           (!reply.policy || reply.policy->size() <= kMaxPolicyBytes);
}

bool is_made_of(std::string_view word, std::string_view letters) {
    return word.size() <= kMaxWordBytes &&
           word.find_first_not_of(letters) == std::string_view::npos;
}
bool is_reason(std::string_view word) {
    return is_made_of(word, "abcdefghijklmnopqrstuvwxyz-");
}
bool is_document_name(std::string_view name) {
    return !name.empty() && is_made_of(name, "abcdefghijklmnopqrstuvwxyz0123456789./-") &&
           name.find("..") == std::string_view::npos;
}

bool words_in_order(SyncReply const& reply) {
    return std::ranges::all_of(reply.verdicts, is_reason, &Verdict::reason) &&
           std::ranges::all_of(reply.documents, is_document_name, &Document::name);
}

FieldWriter written(Verdict const& verdict) {
    FieldWriter out;
    out.bytes("entry", verdict.entry.bytes);
    out.number("kind", static_cast<std::uint64_t>(verdict.kind));
    if (!verdict.acknowledgement.empty()) {
        out.bytes("ack", verdict.acknowledgement);
    }
    if (!verdict.reason.empty()) {
        out.text("reason", verdict.reason);
    }
    return out;
}

FieldWriter written(CaseNews const& news) {
    FieldWriter out;
    out.bytes("entry", news.entry.bytes);
    out.bytes("receipt", news.receipt.bytes);
    out.number("status", static_cast<std::uint64_t>(news.status));
    out.number("closing", static_cast<std::uint64_t>(news.closing));
    out.number("version", news.version);
    return out;
}

FieldWriter written(Document const& document) {
    FieldWriter out;
    out.text("name", document.name);
    out.bytes("content", document.content);
    return out;
}

FieldWriter written(Presence const& presence) {
    FieldWriter out;
    out.flag("present", presence.present);
    out.signed_number("until", presence.until);
    return out;
}

template <class Item>
std::vector<FieldWriter> all_written(std::vector<Item> const& items) {
    std::vector<FieldWriter> out;
    out.reserve(items.size());
    for (Item const& item : items) {
        out.push_back(written(item));
    }
    return out;
}

Verdict read_verdict(FieldReader& in) {
    Verdict verdict;
    in.id("entry", verdict.entry, Need::must_have);
    in.choice("kind", verdict.kind, VerdictKind::stored, VerdictKind::refused, Need::must_have);
    in.blob("ack", verdict.acknowledgement, seal::kAcknowledgementBytes);
    in.text("reason", verdict.reason, kMaxWordBytes);
    if (!is_reason(verdict.reason)) {
        in.refuse("reason");
    }
    return verdict;
}

CaseNews read_case(FieldReader& in) {
    CaseNews news;
    in.id("entry", news.entry, Need::must_have);
    in.id("receipt", news.receipt, Need::must_have);
    in.choice("status", news.status, Status::arrived, Status::closed, Need::must_have);
    in.choice("closing", news.closing, Closing::open, Closing::expired);
    in.number("version", news.version, Need::must_have);
    return news;
}

Document read_document(FieldReader& in) {
    Document document;
    in.text("name", document.name, kMaxWordBytes, Need::must_have);
    in.blob("content", document.content, kMaxDocumentBytes, Need::must_have);
    if (in.good() && !is_document_name(document.name)) {
        in.refuse("name");
    }
    return document;
}

Presence read_presence(FieldReader& in) {
    Presence presence;
    in.flag("present", presence.present);
    in.signed_number("until", presence.until);
    return presence;
}

} // namespace

namespace {

std::vector<std::uint64_t> ends_of(std::vector<NumberRange> const& ranges) {
    std::vector<std::uint64_t> ends;
    for (NumberRange const& range : ranges) {
        ends.push_back(range.first);
        ends.push_back(range.last);
    }
    return ends;
}

void read_missing(FieldReader& in, std::vector<NumberRange>& ranges) {
    std::vector<std::uint64_t> ends;
    in.numbers("missing", ends, 2 * kMaxMissing);
    if (ends.size() % 2 != 0 || !std::ranges::is_sorted(ends)) {
        in.refuse("missing");
        return;
    }
    for (std::size_t i = 0; i < ends.size(); i += 2) {
        ranges.push_back({ends[i], ends[i + 1]});
    }
}

} // namespace

Result<Bytes> write_content(SyncReply const& reply, std::uint16_t protocol) {
    if (!within_limits(reply) || !words_in_order(reply)) {
        return fail(ErrorCode::invalid_input, "a reply with more than one may hold");
    }
    FieldWriter out;
    out.bytes("instance", reply.instance.bytes);
    out.signed_number("time", reply.time);
    out.number("retry", reply.retry_after_s);
    out.maps("verdicts", all_written(reply.verdicts));
    out.number("have", reply.have_until);
    out.numbers("missing", ends_of(reply.missing));
    out.number("change", reply.through_change);
    out.flag("more", reply.more);
    out.maps("cases", all_written(reply.cases));
    out.byte_strings("answers", reply.answers);
    out.maps("documents", all_written(reply.documents));
    if (reply.presence && protocol >= 1) {
        out.map("presence", written(*reply.presence));
    }
    if (reply.policy) {
        out.bytes("policy", *reply.policy);
    }
    if (protocol >= 1) {
        out.map("audit", written(reply.audit));
    }
    return out.cbor();
}

Result<void> read_content(ByteView content, SyncReply& reply) {
    return read_content(content, [&](FieldReader& in) {
        in.id("instance", reply.instance);
        in.signed_number("time", reply.time);
        in.number("retry", reply.retry_after_s);
        in.maps("verdicts", kMaxEnvelopes,
                [&](FieldReader& one) { reply.verdicts.push_back(read_verdict(one)); });
        in.number("have", reply.have_until);
        read_missing(in, reply.missing);
        in.number("change", reply.through_change);
        in.flag("more", reply.more);
        in.maps("cases", kMaxCases,
                [&](FieldReader& one) { reply.cases.push_back(read_case(one)); });
        in.byte_strings("answers", reply.answers, kMaxAnswers, kMaxAnswerBytes);
        in.maps("documents", kMaxDocuments,
                [&](FieldReader& one) { reply.documents.push_back(read_document(one)); });
        in.map("presence", [&](FieldReader& one) { reply.presence = read_presence(one); });
        Bytes policy;
        in.blob("policy", policy, kMaxPolicyBytes);
        if (!policy.empty()) {
            reply.policy = std::move(policy);
        }
        in.map("audit", [&](FieldReader& head) { read_head(head, reply.audit); });
    });
}

} // namespace inloop::wire
