// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/variants.h"

namespace heliograph::campaign {

QString variantsKindName(Variants::Kind kind) {
  switch (kind) {
    case Variants::Kind::Single:
      return QStringLiteral("single");
    case Variants::Kind::AbTest:
      return QStringLiteral("ab_test");
    case Variants::Kind::Split:
      return QStringLiteral("split");
    case Variants::Kind::ByProperty:
      return QStringLiteral("by_property");
  }
  return {};
}

}  // namespace heliograph::campaign
