# SPDX-License-Identifier: EUPL-1.2
# One target that carries every warning, each with the mistake it finds. -Werror is added by the presets only,
# so that a newer compiler never breaks a packager's build.
add_library(inloop_warnings INTERFACE)
add_library(inloop::warnings ALIAS inloop_warnings)
target_compile_options(
    inloop_warnings
    INTERFACE
        -Wall -Wextra -Wpedantic # the common ground
        -Wshadow # a name that hides another one
        -Wconversion -Wsign-conversion # a number that silently changes
        -Wold-style-cast # a cast nobody can search for
        -Wnon-virtual-dtor -Woverloaded-virtual # an interface that leaks or hides
        -Wformat=2 # a format string that is data
        -Wimplicit-fallthrough # a forgotten break
        -Wundef # a macro that was never set
)
