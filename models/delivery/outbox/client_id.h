// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QUuid>

namespace heliograph::delivery {

/// A new id of ours for one try: 32 hexadecimal digits that begin with the time, so that the index of millions grows at
/// its end, and go on by chance.
[[nodiscard]] inline QString newClientId() {
  const QString time = QString::number(QDateTime::currentMSecsSinceEpoch(), 16).rightJustified(12, QLatin1Char('0'));
  return time + QUuid::createUuid().toString(QUuid::Id128).right(20);
}

}  // namespace heliograph::delivery
