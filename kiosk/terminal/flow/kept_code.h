// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/entries/receipt_code.h"

namespace inloop::flow {

// A code on its way or in use. Whoever knows it can read the answer, so each copy is overwritten
// when it goes, wherever it was kept. One owner at a time, any thread.
class KeptCode {
public:
    KeptCode() = default; // no code: five times the first word
    explicit KeptCode(entries::ReceiptCode const& code) : m_code(code) {}
    KeptCode(KeptCode const&) = default;
    KeptCode& operator=(KeptCode const&) = default;
    ~KeptCode() { clear(); }

    [[nodiscard]] entries::ReceiptCode const& code() const { return m_code; }
    void clear();

private:
    entries::ReceiptCode m_code{};
};

} // namespace inloop::flow
