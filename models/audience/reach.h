// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace heliograph::audience {

/// How many of a segment can be texted, and why the others can't. `qualified` is the sum of the eight that follow it.
struct Reach {
  qint64 qualified = 0;
  qint64 reachable = 0;
  qint64 noPhone = 0;
  qint64 invalidPhone = 0;
  qint64 unsubscribed = 0;
  qint64 duplicatePhone = 0;
  qint64 heldBack = 0;             ///< in the campaign's control group
  qint64 heldBackByWorkspace = 0;  ///< in the workspace's
  qint64 noProvider = 0;           ///< no provider covers the number's country
  double seconds = 0;              ///< how long counting took

  bool operator==(const Reach&) const = default;
};

}  // namespace heliograph::audience
