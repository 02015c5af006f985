// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/base/bytes.h"

#include <gtest/gtest.h>

#include <concepts>
#include <cstddef>

namespace inloop::seal {

// That `accepts` takes `bytes` as they are (the control) and refuses them with any one bit flipped.
template <std::predicate<ByteView> Accepts>
void expect_every_flipped_bit_refused(Bytes bytes, Accepts accepts) {
    EXPECT_TRUE(accepts(bytes));
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        std::byte const mask{static_cast<unsigned char>(1U << (bit % 8))};
        bytes[bit / 8] ^= mask;
        ASSERT_FALSE(accepts(bytes)) << "bit " << bit;
        bytes[bit / 8] ^= mask;
    }
}

// That `accepts` takes `bytes` whole and refuses them at every cut, and with a byte more.
template <std::predicate<ByteView> Accepts>
void expect_every_other_size_refused(Bytes bytes, Accepts accepts) {
    EXPECT_TRUE(accepts(bytes));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        ASSERT_FALSE(accepts(ByteView(bytes).first(size))) << size;
    }
    bytes.push_back(std::byte{0});
    EXPECT_FALSE(accepts(bytes));
}

} // namespace inloop::seal
