// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonValue>
#include <QString>

namespace heliograph::reports {

/// An instant as ISO 8601 with milliseconds in UTC; empty if it never was.
[[nodiscard]] inline QString instantText(const QDateTime& at) {
  return at.isValid() ? at.toUTC().toString(Qt::ISODateWithMs) : QString();
}

/// The same for JSON; null if it never was.
[[nodiscard]] inline QJsonValue instantJson(const QDateTime& at) {
  return at.isValid() ? QJsonValue(instantText(at)) : QJsonValue();
}

}  // namespace heliograph::reports
