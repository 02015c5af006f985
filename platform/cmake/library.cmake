# SPDX-License-Identifier: EUPL-1.2
#
# inloop_library(NAME [HEADERS file...] [SOURCES file...] [PUBLIC target...] [PRIVATE target...])
#
# Makes the static library inloop_NAME (alias inloop::NAME) of the folder it is called in.
#
# The arrows of the architecture are held by link lines: a library's include path is a folder of its own in the build
# tree that holds one symbolic link, to its source folder. "kiosk/seal/envelope.h" can therefore be included only by who links
# inloop::seal; any other include of it does not compile (tests/architecture proves it).
# Headers are a FILE_SET, so that CMAKE_VERIFY_INTERFACE_HEADER_SETS compiles each of them alone.
function(inloop_library name)
    cmake_parse_arguments(ARG "" "" "HEADERS;SOURCES;PUBLIC;PRIVATE" ${ARGN})
    file(RELATIVE_PATH folder ${PROJECT_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
    set(root ${PROJECT_BINARY_DIR}/include/${name})
    get_filename_component(parent ${root}/${folder} DIRECTORY)
    file(MAKE_DIRECTORY ${parent})
    file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${root}/${folder} SYMBOLIC)

    list(TRANSFORM ARG_HEADERS PREPEND ${root}/${folder}/)
    if(ARG_SOURCES)
        add_library(inloop_${name} STATIC ${ARG_SOURCES})
        set(scope PUBLIC)
        inloop_precompiled(inloop_${name})
        target_link_libraries(inloop_${name} PUBLIC ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE} inloop::warnings)
    else()
        add_library(inloop_${name} INTERFACE)
        set(scope INTERFACE)
        target_link_libraries(inloop_${name} INTERFACE ${ARG_PUBLIC})
    endif()
    add_library(inloop::${name} ALIAS inloop_${name})
    target_sources(inloop_${name} ${scope} FILE_SET HEADERS BASE_DIRS ${root} FILES ${ARG_HEADERS})
    set_property(GLOBAL APPEND PROPERTY INLOOP_LIBRARIES ${name})
    set_property(GLOBAL PROPERTY INLOOP_FOLDER_OF_${name} ${folder})
endfunction()

# inloop_pkg(NAME MODULE...): the pkg-config modules as target pkg::NAME, for libraries without a CMake package. Its
# headers are system headers, so that our warnings do not fire in them.
function(inloop_pkg name)
    pkg_check_modules(${name} REQUIRED IMPORTED_TARGET GLOBAL ${ARGN})
    add_library(pkg::${name} ALIAS PkgConfig::${name})
endfunction()
