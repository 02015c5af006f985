// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/entries/subject.h"

#include <gtest/gtest.h>

namespace inloop::entries {
namespace {

TEST(SubjectRules, AreFoundByTheirWholeId) {
    std::vector<SubjectRules> const subjects{{.id = "traffic"}, {.id = "drugs", .delicate = true}};

    SubjectRules const* found = find_subject(subjects, "drugs");

    ASSERT_NE(found, nullptr);
    EXPECT_TRUE(found->delicate);
    EXPECT_EQ(find_subject(subjects, "traffic"), subjects.data());
    for (std::string_view const id : {"", "drug", "drugs ", "Drugs", "other"}) {
        EXPECT_EQ(find_subject(subjects, id), nullptr) << id;
    }
    EXPECT_EQ(find_subject({}, "drugs"), nullptr);
}

} // namespace
} // namespace inloop::entries
