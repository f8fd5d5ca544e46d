// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/environment.h"

namespace heliograph::liquid {

const Environment& Environment::standard() {
  static constexpr Environment environment(false);
  return environment;
}

const Environment& Environment::messages() {
  static constexpr Environment environment(true);
  return environment;
}

}  // namespace heliograph::liquid
