// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/seal/plaintext.h"

#include "kiosk/seal/inside.h"

#include <utility>

namespace inloop::seal {

using entries::Letter;

Result<SecretBytes> write_plaintext(Letter const& letter) {
    return write_inside(
        {.facts = letter.facts, .text = letter.text.view(), .contact = letter.contact.view()});
}

Result<Letter> read_plaintext(ByteView padded) {
    auto inside = read_inside(padded);
    if (!inside) {
        return tl::unexpected(inside.error());
    }
    return letter_of(std::move(*inside));
}

Result<Letter> letter_of(Inside inside) {
    if (inside.follow_up) {
        return fail(ErrorCode::unsupported,
                    "this belongs to a letter and is none itself: open it as a follow-up");
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

} // namespace inloop::seal
