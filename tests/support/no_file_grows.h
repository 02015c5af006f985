// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <sys/resource.h>

#include <csignal>

namespace inloop::support {

// While one lives, no file of this process may be written beyond so many bytes: the disk is full.
class NoFileGrows {
public:
    explicit NoFileGrows(rlim_t beyond = 0) {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        m_signal = std::signal(SIGXFSZ, SIG_IGN);
        rlimit const none{.rlim_cur = beyond, .rlim_max = m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &none);
    }
    NoFileGrows(NoFileGrows const&) = delete;
    NoFileGrows& operator=(NoFileGrows const&) = delete;
    ~NoFileGrows() {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        (void)std::signal(SIGXFSZ, m_signal);
    }

private:
    rlimit m_before{};
    void (*m_signal)(int) = nullptr;
};

} // namespace inloop::support
