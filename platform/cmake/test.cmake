# SPDX-License-Identifier: EUPL-1.2
#
# inloop_test(NAME SOURCES file... [LINK target...])
#
# Makes the program NAME_test of GoogleTest cases, found one by one by ctest. Tests run with the checkout's assets
# (INLOOP_ASSETS) and each in a scratch folder of its own that support/scratch.h makes.
function(inloop_test name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
    add_executable(${name}_test ${ARG_SOURCES})
    target_link_libraries(${name}_test PRIVATE ${ARG_LINK} inloop::warnings GTest::gmock_main)
    inloop_precompiled_test(${name}_test)
    gtest_discover_tests(
        ${name}_test
        DISCOVERY_MODE PRE_TEST
        PROPERTIES TIMEOUT 600 ENVIRONMENT "INLOOP_ASSETS=${PROJECT_SOURCE_DIR}/assets"
    )
    foreach(source IN LISTS ARG_SOURCES)
        set_property(GLOBAL APPEND PROPERTY INLOOP_TEST_FILES ${CMAKE_CURRENT_SOURCE_DIR}/${source})
    endforeach()
endfunction()

# inloop_fuzz(NAME SOURCES file... [LINK target...])
#
# Makes the libFuzzer program NAME_fuzz of the target "fuzzers" in the fuzz preset; in the others it does nothing.
option(INLOOP_FUZZ "Build the fuzzers; needs clang and the flags of the fuzz preset" OFF)
function(inloop_fuzz name)
    if(NOT INLOOP_FUZZ)
        return()
    endif()
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
    add_executable(${name}_fuzz ${ARG_SOURCES})
    target_link_libraries(${name}_fuzz PRIVATE ${ARG_LINK} inloop::warnings)
    target_link_options(${name}_fuzz PRIVATE -fsanitize=fuzzer)
    if(NOT TARGET fuzzers)
        add_custom_target(fuzzers)
    endif()
    add_dependencies(fuzzers ${name}_fuzz)
endfunction()
