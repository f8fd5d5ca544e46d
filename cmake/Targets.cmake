# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Reading Qt's headers is most of what compiling a file costs, so with HELIOGRAPH_UNITY the files of a library share it.
# What a file keeps in an unnamed namespace needs a name of its own in its library then. Builds for working on the code
# stay without, as a joined file hides that an #include is missing.
function(heliograph_join_files target)
  if(HELIOGRAPH_UNITY)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 24)
    # The compiler takes joined files for headers, in which a type of an unnamed namespace would be a mistake.
    target_compile_options(${target} PRIVATE -Wno-subobject-linkage)
  endif()
endfunction()

# With HELIOGRAPH_UNITY a test program finds Qt's headers read: one set for tests of the models, one for tests with
# widgets (a set fits only programs with the same Qt modules). It isn't optimised either: what it tests is.
function(heliograph_share_headers target)
  if(HELIOGRAPH_UNITY)
    target_compile_options(${target} PRIVATE -O0)
    set_source_files_properties("${CMAKE_CURRENT_BINARY_DIR}/${target}_autogen/mocs_compilation.cpp" PROPERTIES
      SKIP_PRECOMPILE_HEADERS ON)  # it is empty
    if("${ARGN}" MATCHES "heliograph_(editors|ui|window)")
      target_precompile_headers(${target} REUSE_FROM heliograph_gui_test_headers)
    else()
      target_precompile_headers(${target} REUSE_FROM heliograph_test_support)
    endif()
  endif()
endfunction()

# heliograph_module(core LINKS Qt6::Core …): the folder that calls it becomes the library heliograph_core (static, so that
# the program is one file; with HELIOGRAPH_SHARED shared, so that every test program need not hold it), made of all its .cpp and .h files. Headers are included from the repository's root of rooms: "core/result.h".
function(heliograph_module name)
  cmake_parse_arguments(ARG "" "" "LINKS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
  if(NOT sources)
    add_library(heliograph_${name} INTERFACE)
    target_link_libraries(heliograph_${name} INTERFACE ${ARG_LINKS})
    return()
  endif()
  add_library(heliograph_${name} ${heliograph_kind} ${sources})
  set_target_properties(heliograph_${name} PROPERTIES DEFINE_SYMBOL "")  # everything is visible
  target_include_directories(heliograph_${name} PUBLIC "${CMAKE_CURRENT_SOURCE_DIR}/.." "${PROJECT_SOURCE_DIR}")
  target_link_libraries(heliograph_${name} PUBLIC heliograph_flags ${ARG_LINKS})
  heliograph_join_files(heliograph_${name})
endfunction()

# heliograph_test(csv_reader_test LINKS heliograph_audience): one test program from csv_reader_test.cpp, run offscreen.
function(heliograph_test name)
  cmake_parse_arguments(ARG "" "" "LINKS;LABELS" ${ARGN})
  add_executable(${name} ${name}.cpp)
  target_link_libraries(${name} PRIVATE heliograph_flags heliograph_test_support heliograph_resources Qt6::Test ${ARG_LINKS})
  heliograph_share_headers(${name} ${ARG_LINKS})
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;HELIOGRAPH_SOURCE_DIR=${PROJECT_SOURCE_DIR}"
    TIMEOUT 600 LABELS "${ARG_LABELS}")
endfunction()
