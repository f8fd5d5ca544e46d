# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Everything that is linked and not ours. `./run` and `./test` install the Debian packages behind these names.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Concurrent Network Sql Gui Widgets PrintSupport Svg DBus Test)
# Qt tells tests where their folder is, which no test of ours asks; with it they couldn't share precompiled headers.
set_property(TARGET Qt6::Test PROPERTY INTERFACE_COMPILE_DEFINITIONS QT_TESTLIB_LIB)
find_package(Threads REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(ZLIB REQUIRED)
find_package(tl-expected REQUIRED)
find_package(Qt6Keychain REQUIRED)
find_package(valijson REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(Protobuf MODULE REQUIRED)

# libphonenumber and libmicrohttpd ship no CMake package in Debian 12.
find_path(PHONENUMBER_INCLUDE phonenumbers/phonenumberutil.h REQUIRED)
find_library(PHONENUMBER_LIBRARY phonenumber REQUIRED)
add_library(phonenumber INTERFACE)
target_include_directories(phonenumber SYSTEM INTERFACE "${PHONENUMBER_INCLUDE}")
target_link_libraries(phonenumber INTERFACE "${PHONENUMBER_LIBRARY}" protobuf::libprotobuf)

find_path(MICROHTTPD_INCLUDE microhttpd.h REQUIRED)
find_library(MICROHTTPD_LIBRARY microhttpd REQUIRED)
add_library(microhttpd INTERFACE)
target_include_directories(microhttpd SYSTEM INTERFACE "${MICROHTTPD_INCLUDE}")
target_link_libraries(microhttpd INTERFACE "${MICROHTTPD_LIBRARY}")

# Nor does hunspell, whose library is named after its version.
find_path(HUNSPELL_INCLUDE hunspell/hunspell.hxx REQUIRED)
find_library(HUNSPELL_LIBRARY NAMES hunspell-1.7 hunspell-1.6 hunspell REQUIRED)
add_library(hunspell INTERFACE)
target_include_directories(hunspell SYSTEM INTERFACE "${HUNSPELL_INCLUDE}")
target_link_libraries(hunspell INTERFACE "${HUNSPELL_LIBRARY}")

# Neither does QScintilla.
find_path(QSCINTILLA_INCLUDE Qsci/qsciscintilla.h PATH_SUFFIXES qt6
  HINTS "/usr/include/${CMAKE_LIBRARY_ARCHITECTURE}/qt6" REQUIRED)
find_library(QSCINTILLA_LIBRARY qscintilla2_qt6 REQUIRED)
add_library(qscintilla INTERFACE)
target_include_directories(qscintilla SYSTEM INTERFACE "${QSCINTILLA_INCLUDE}")
target_link_libraries(qscintilla INTERFACE "${QSCINTILLA_LIBRARY}" Qt6::Widgets Qt6::PrintSupport)
