# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later

# heliograph_module(core LINKS Qt6::Core …): the folder that calls it becomes the static library heliograph_core,
# made of all its .cpp and .h files. Headers are included from the repository's root of rooms: "core/result.h".
function(heliograph_module name)
  cmake_parse_arguments(ARG "" "" "LINKS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
  if(NOT sources)
    add_library(heliograph_${name} INTERFACE)
    target_link_libraries(heliograph_${name} INTERFACE ${ARG_LINKS})
    return()
  endif()
  add_library(heliograph_${name} STATIC ${sources})
  target_include_directories(heliograph_${name} PUBLIC "${CMAKE_CURRENT_SOURCE_DIR}/.." "${PROJECT_SOURCE_DIR}")
  target_link_libraries(heliograph_${name} PUBLIC heliograph_flags ${ARG_LINKS})
endfunction()

# heliograph_test(csv_reader_test LINKS heliograph_audience): one test program from csv_reader_test.cpp, run offscreen.
function(heliograph_test name)
  cmake_parse_arguments(ARG "" "" "LINKS;LABELS" ${ARGN})
  add_executable(${name} ${name}.cpp)
  target_link_libraries(${name} PRIVATE heliograph_flags heliograph_test_support heliograph_resources Qt6::Test ${ARG_LINKS})
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;HELIOGRAPH_SOURCE_DIR=${PROJECT_SOURCE_DIR}"
    TIMEOUT 300 LABELS "${ARG_LABELS}")
endfunction()
