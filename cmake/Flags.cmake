# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The one place for compiler flags: every target of ours links heliograph_flags.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
# No header is generated, so moc needs no other library to be built first.
set(CMAKE_AUTOGEN_ORIGIN_DEPENDS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()
if(HELIOGRAPH_SHARED)
  set(heliograph_kind SHARED)
  # A program needs no new linking when what is inside a library has changed.
  set(CMAKE_LINK_DEPENDS_NO_SHARED ON)
else()
  set(heliograph_kind STATIC)
endif()
find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE}")
  if(HELIOGRAPH_UNITY)
    # It keeps nothing that was made with precompiled headers otherwise.
    list(PREPEND CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros)
  endif()
endif()

add_library(heliograph_flags INTERFACE)
target_compile_options(heliograph_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wno-missing-field-initializers)
target_compile_definitions(heliograph_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  QT_NO_FOREACH QT_NO_KEYWORDS HELIOGRAPH_VERSION="${PROJECT_VERSION}")
# GCC 12 warns of overlaps inside its own std::string (GCC bug 105651).
target_compile_options(heliograph_flags INTERFACE -Wno-restrict)
if(HELIOGRAPH_WERROR)
  target_compile_options(heliograph_flags INTERFACE -Werror)
endif()
if(HELIOGRAPH_SANITIZE)
  target_compile_options(heliograph_flags INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  target_link_options(heliograph_flags INTERFACE -fsanitize=address,undefined)
endif()
