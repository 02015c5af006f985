// SPDX-License-Identifier: EUPL-1.2
#include "tests/sync/sync_rig.h"

#include "kiosk/seal/demo_site.h"
#include "tests/support/must.h"

#include <algorithm>
#include <cstdlib>

namespace inloop::sync {

using support::must;

namespace {

letterbox::Letterbox new_letterbox(support::MemoryFiles& files, std::filesystem::path const& data,
                                   Bytes const& policy) {
    files.put(data / seal::kPolicyFile, policy);
    return must(letterbox::Letterbox::open(files, data / "letterbox"));
}

} // namespace

SyncRig::SyncRig()
    : letterbox(new_letterbox(files, data, site.policy_file))
    , memory(must(memory::Memory::open(scratch / "kiosk.db",
                                       std::filesystem::path(std::getenv("INLOOP_ASSETS")) /
                                           "schema/kiosk")))
    , exchange({.ack_sign = log.ack_key(), .version = "0.1.0", .booted = site.clock.now()}) {}

void SyncRig::leave_letters(std::size_t count) {
    for (std::size_t n = 0; n < count; ++n) {
        std::uint64_t const seq = letterbox.next_sequence();
        auto const stored = must(letterbox.store(site.letter("Er staat een fiets", seq)));
        must(memory.record_stored({stored.entry_id, stored.seq, stored.receipt_pk,
                                   memory::LetterState::new_, stored.size}));
    }
}

wire::SyncRequest SyncRig::gather(Letters letters) {
    return must(exchange.gather(kept(), letters, site.clock));
}

Applied SyncRig::apply(wire::SyncReply const& reply) {
    return exchange.apply(kept(), reply);
}

std::vector<std::uint64_t> SyncRig::letters_in(letterbox::LetterState place) const {
    std::vector<std::uint64_t> numbers;
    for (letterbox::StoredLetter const& letter : letterbox.letters()) {
        if (letter.state == place) {
            numbers.push_back(letter.seq);
        }
    }
    return numbers;
}

std::string SyncRig::file(std::string const& name) const {
    auto const content = files.peek(data / name);
    if (!content) {
        return "no such file";
    }
    return {reinterpret_cast<char const*>(content->data()), content->size()};
}

bool SyncRig::names(Applied const& applied, std::string const& part) const {
    return std::ranges::any_of(applied.problems, [&](std::string const& problem) {
        return problem.find(part) != std::string::npos;
    });
}

} // namespace inloop::sync
