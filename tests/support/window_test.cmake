# SPDX-License-Identifier: EUPL-1.2
#
# inloop_window_test(NAME SOURCES file... [LINK target...])
#
# Like inloop_test(), for tests that open windows: the whole program is one test that runs under an X server of its own
# without a screen. That server writes what it shows to a file, so that a test can look at the real screen and not only at
# what our program believes (support/xvfb_screen.h).
function(inloop_window_test name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
    add_executable(${name}_test ${ARG_SOURCES})
    target_link_libraries(${name}_test PRIVATE ${ARG_LINK} inloop::warnings GTest::gmock_main)
    # -noreset: else the server starts anew whenever a test closes its window, and refuses the next one meanwhile.
    set(screen ${CMAKE_CURRENT_BINARY_DIR}/screen)
    file(MAKE_DIRECTORY ${screen})
    add_test(
        NAME ${name}_test
        COMMAND
            xvfb-run --auto-servernum --server-args "-screen 0 1280x800x24 -noreset -fbdir ${screen}"
            $<TARGET_FILE:${name}_test>
    )
    # xvfb-run looks for a free display number and then takes it, which goes wrong when two do so at once.
    # Mesa and D-Bus leave memory behind when they go, from modules that are unloaded by then and cannot be named in a
    # list of known leaks; our own leaks are found by every other test.
    set_tests_properties(
        ${name}_test
        PROPERTIES
            TIMEOUT 600
            RESOURCE_LOCK xvfb
            ENVIRONMENT "INLOOP_XVFB_SCREEN=${screen}/Xvfb_screen0;ASAN_OPTIONS=detect_leaks=0;TSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/support/mesa.tsan"
    )
    foreach(source IN LISTS ARG_SOURCES)
        set_property(GLOBAL APPEND PROPERTY INLOOP_TEST_FILES ${CMAKE_CURRENT_SOURCE_DIR}/${source})
    endforeach()
endfunction()
