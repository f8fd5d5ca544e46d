// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include "core/result.h"

namespace heliograph::cli {

/// What the measurement of segments does.
struct SegmentBench {
  qint64 people = 1'000'000;
  qint64 events = 10'000'000;
  QString segments;    ///< the file with the segments: an array of {"name", "segment"}; live.json beside it: live ones
  QString keep;        ///< a folder that keeps the workspace and the same data as CSV; empty: a temporary one, no CSV
  bool check = false;  ///< ask the statement, too, and compare

  /// How long it takes from a changed rule to the new count. Errors: InvalidInput, Io, those of storage; Internal for a
  /// count that the statement doesn't confirm.
  [[nodiscard]] Result<QJsonObject> run() const;
};

}  // namespace heliograph::cli
