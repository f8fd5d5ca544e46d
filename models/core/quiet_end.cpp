// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quiet_end.h"

#include <QtGlobal>
#include <cstdio>
#include <cstdlib>
#include <exception>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace heliograph {
namespace {

[[noreturn]] void endWithoutWords() {
  std::fputs("heliograph: an error that nobody expected ended the program.\n", stderr);
  std::abort();
}

}  // namespace

void endQuietly() {
  std::set_terminate(endWithoutWords);
#ifdef Q_OS_UNIX
  // Also what collects images for the system keeps none then.
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
#endif
}

}  // namespace heliograph
