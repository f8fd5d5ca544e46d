// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/reports/report_time.h"

#include <QTimeZone>

namespace heliograph::providers {
namespace {

constexpr qint64 kFirstMilliseconds = 100'000'000'000;  // 1973 in milliseconds, the year 5138 in seconds

}  // namespace

QDateTime parseReportTime(const QString& text, const QByteArray& zone) {
  const QString trimmed = text.trimmed();
  bool isNumber = false;
  const qint64 number = static_cast<qint64>(trimmed.toDouble(&isNumber));
  if (isNumber) {
    if (number <= 0 || number > kFirstMilliseconds * 1000) return {};
    return number < kFirstMilliseconds ? QDateTime::fromSecsSinceEpoch(number, Qt::UTC)
                                       : QDateTime::fromMSecsSinceEpoch(number, Qt::UTC);
  }
  QString iso = trimmed;
  if (iso.size() > 10 && iso.at(10) == QLatin1Char(' ')) iso[10] = QLatin1Char('T');
  QDateTime at = QDateTime::fromString(iso, Qt::ISODateWithMs);
  if (!at.isValid()) at = QDateTime::fromString(trimmed, Qt::RFC2822Date);
  if (!at.isValid()) return {};
  if (at.timeSpec() == Qt::LocalTime) at.setTimeZone(zone.isEmpty() ? QTimeZone::utc() : QTimeZone(zone));
  return at.toUTC();
}

}  // namespace heliograph::providers
