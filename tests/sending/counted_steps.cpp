// SPDX-License-Identifier: EUPL-1.2
#include "tests/sending/counted_steps.h"

namespace {

// The linker calls plain functions, so this state is global to the test program.
inloop::sending::CountedSteps g_steps;
bool g_statements_fail = false;

constexpr int kDeviceFailed = 10; // SQLITE_IOERR

} // namespace

// Names the linker's --wrap asks for.
// NOLINTBEGIN(bugprone-reserved-identifier)
extern "C" {

int __real_crypto_pwhash_argon2id(unsigned char* out, unsigned long long out_size,
                                  char const* password, unsigned long long password_size,
                                  unsigned char const* salt, unsigned long long passes,
                                  std::size_t memory_bytes, int algorithm);
int __wrap_crypto_pwhash_argon2id(unsigned char* out, unsigned long long out_size,
                                  char const* password, unsigned long long password_size,
                                  unsigned char const* salt, unsigned long long passes,
                                  std::size_t memory_bytes, int algorithm);
int __real_sqlite3_step(void* statement);
int __wrap_sqlite3_step(void* statement);

int __wrap_crypto_pwhash_argon2id(unsigned char* out, unsigned long long out_size,
                                  char const* password, unsigned long long password_size,
                                  unsigned char const* salt, unsigned long long passes,
                                  std::size_t memory_bytes, int algorithm) {
    ++g_steps.derivations;
    g_steps.passes += passes;
    g_steps.memory_bytes += memory_bytes;
    return __real_crypto_pwhash_argon2id(out, out_size, password, password_size, salt, passes,
                                         memory_bytes, algorithm);
}

int __wrap_sqlite3_step(void* statement) {
    ++g_steps.statements;
    return g_statements_fail ? kDeviceFailed : __real_sqlite3_step(statement);
}

} // extern "C"
// NOLINTEND(bugprone-reserved-identifier)

namespace inloop::sending {

CountedSteps counted_steps() {
    return g_steps;
}
void reset_counted_steps() {
    g_steps = {};
}
void let_statements_fail(bool fail) {
    g_statements_fail = fail;
}

} // namespace inloop::sending
