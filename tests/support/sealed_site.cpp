// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/sealed_site.h"

#include "kiosk/seal/receipt.h"
#include "tests/support/must.h"

#include <chrono>
#include <stdexcept>
#include <utility>

namespace inloop::support {

namespace {

std::vector<seal::WeekSecretKey> draw_weeks(Random& random) {
    std::vector<seal::WeekSecretKey> weeks;
    for (std::uint32_t i = 0; i < SealedSite::kWeeks; ++i) {
        ByteArray<32> secret{};
        random.fill(secret);
        weeks.push_back(must(seal::WeekSecretKey::from_bytes(SealedSite::kFirstWeek + i, secret)));
    }
    return weeks;
}

Bytes policy_of(SealedSite const& site, Random& random) {
    seal::Deployment deployment{.first_log_sign = site.pinned()};
    random.fill(deployment.id.bytes);
    random.fill(deployment.salt.bytes);
    auto const yesterday = site.clock.wall() - std::chrono::days(1);
    auto begin = static_cast<std::uint64_t>(yesterday.time_since_epoch().count());
    seal::PolicyDraft draft(deployment);
    for (seal::WeekSecretKey const& week : site.weeks) {
        draft.announce({.epoch = week.epoch(),
                        .not_before = begin,
                        .week_key = week.public_key(),
                        .log_sign = site.pinned()},
                       site.log_sign);
        begin += seal::kWeekSeconds;
    }
    return draft.write(site.log_sign);
}

} // namespace

SecretText secret_text(std::string_view text) {
    SecretText secret = must(SecretText::with_capacity(text.size()));
    if (!secret.insert(0, text)) {
        throw std::runtime_error("a test's text is not UTF-8");
    }
    return secret;
}

seal::SigningKey signing_key(unsigned seed) {
    ByteArray<32> bytes{};
    bytes.fill(static_cast<std::byte>(seed));
    return must(seal::SigningKey::from_seed(bytes));
}

entries::EntryFacts question() {
    return {.kind = entries::EntryKind::question,
            .language = "nl",
            .subject = "buurt",
            .wants_answer = true,
            .day = 19878,
            .part = entries::DayPart::afternoon,
            .trust = ClockTrust::synced};
}

entries::Letter letter_of(std::string_view text, entries::EntryFacts facts,
                          std::string_view contact) {
    return {std::move(facts), secret_text(text), secret_text(contact)};
}

entries::EntryFacts full_facts() {
    entries::EntryFacts facts = question();
    facts.happening = entries::Happening::no;
    facts.passing = entries::Passing::yes;
    facts.contact = entries::ContactWish::call;
    facts.spot = {"rolderstraat", entries::MapPoint{52'992'712, 6'564'238}};
    facts.answers = {{"when", "evening"}, {"how-many", "4-6"}, {"before", "unknown"}};
    return facts;
}

SealedSite::SealedSite(std::uint64_t seed)
    : random(seed)
    , log_sign(must(seal::SigningKey::generate(random)))
    , weeks(draw_weeks(random))
    , policy_file(policy_of(*this, random))
    , sealer(must(seal::Sealer::create(
          policy(), seal::DeviceKey(must(seal::SigningKey::generate(random))), clock, random))) {}

seal::Policy SealedSite::policy() const {
    return must(seal::read_policy(policy_file, pinned()));
}

Bytes SealedSite::letter(std::string_view text, std::uint64_t seq) {
    return must(sealer.seal(letter_of(text), must(seal::draw_unanswered_key(random)), seq));
}

Bytes SealedSite::full_letter() {
    return must(sealer.seal(letter_of("Hallo", full_facts(), "06-12345678"),
                            must(seal::draw_unanswered_key(random)), 1));
}

} // namespace inloop::support
