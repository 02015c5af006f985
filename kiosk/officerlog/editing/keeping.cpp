// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/officerlog/editing/keeping.h"

#include "kiosk/base/utf8.h"

#include <algorithm>

namespace inloop::editing {

records::Seconds now_of(Editing const& editing) {
    return editing.clock.wall().time_since_epoch().count();
}

Result<void> keep(Editing& editing, vault::Actor const& actor, vault::Act const& act,
                  Work const& work) {
    return editing.store.transaction([&]() -> Result<void> {
        if (auto done = work(); !done) {
            return done;
        }
        return editing.audit.write(actor, act);
    });
}

Outcome<void> carry_out(Editing& editing, vault::Session const& session, vault::Act const& act,
                        Work const& work) {
    return keep(editing, session.actor(), act, work).map([] {
        return tl::expected<void, Refusal>();
    });
}

bool is_typed(std::string_view text) {
    auto const is_control = [](char sign) {
        auto const byte = static_cast<unsigned char>(sign);
        return (byte < 0x20 && sign != '\n' && sign != '\r' && sign != '\t') || byte == 0x7F;
    };
    return utf8::is_valid(text) && std::ranges::none_of(text, is_control);
}

} // namespace inloop::editing
