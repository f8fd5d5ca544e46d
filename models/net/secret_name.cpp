// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/secret_name.h"

namespace heliograph::net {

QString plainName(QString name) {
  for (QChar& c : name) {
    const char16_t unit = c.unicode();
    const bool isPlain =
        (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z') || (unit >= u'0' && unit <= u'9');
    if (!isPlain) {
      c = QLatin1Char('_');
    }
  }
  return name;
}

}  // namespace heliograph::net
