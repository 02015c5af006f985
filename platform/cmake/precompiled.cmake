# SPDX-License-Identifier: EUPL-1.2
#
# With INLOOP_PRECOMPILE the headers of the standard library are compiled once for all libraries and programs: of the time
# that a file takes, two thirds are theirs. Large libraries (inloop_compiled_together) are compiled a dozen files at a time: each
# file would make all that an event, a row or an answer may be anew. Both together take a third of the time. Only for
# packages, where everything is built once: elsewhere a file that forgets an include must not compile.
option(INLOOP_PRECOMPILE "Compile headers once, large libraries in few pieces" OFF)
if(NOT INLOOP_PRECOMPILE)
    function(inloop_precompiled target)
    endfunction()
    function(inloop_precompiled_test target)
    endfunction()
    function(inloop_compiled_together target)
    endfunction()
    return()
endif()

set(INLOOP_STANDARD_HEADERS
    <algorithm> <array> <charconv> <chrono> <cmath> <cstddef> <cstdint> <cstdio> <filesystem> <fstream> <functional> <map>
    <memory> <mutex> <optional> <set> <span> <sstream> <string> <string_view> <system_error> <thread> <tl/expected.hpp>
    <utility> <variant> <vector>
)
file(WRITE ${PROJECT_BINARY_DIR}/precompiled.cpp "")
add_library(inloop_precompiled OBJECT ${PROJECT_BINARY_DIR}/precompiled.cpp)
target_link_libraries(inloop_precompiled PRIVATE inloop::warnings)
target_precompile_headers(inloop_precompiled PRIVATE ${INLOOP_STANDARD_HEADERS})
function(inloop_precompiled target)
    target_precompile_headers(${target} REUSE_FROM inloop_precompiled)
endfunction()
# Those of GoogleTest too; it is looked for only where tests are built.
function(inloop_precompiled_test target)
    if(NOT TARGET inloop_precompiled_tests)
        add_library(inloop_precompiled_tests OBJECT ${PROJECT_BINARY_DIR}/precompiled.cpp)
        target_link_libraries(inloop_precompiled_tests PRIVATE inloop::warnings GTest::gmock_main)
        target_precompile_headers(inloop_precompiled_tests PRIVATE ${INLOOP_STANDARD_HEADERS} <gtest/gtest.h> <gmock/gmock.h>)
    endif()
    target_precompile_headers(${target} REUSE_FROM inloop_precompiled_tests)
endfunction()
function(inloop_compiled_together target)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 12)
endfunction()
