// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/relative_time.h"

#include <QCoreApplication>
#include <QLocale>

namespace heliograph::items {

namespace {
struct RelativeTimeWords {
  Q_DECLARE_TR_FUNCTIONS(heliograph::items)
};
}  // namespace

QString agoWords(const QDateTime& at, const QDateTime& now) {
  if (!at.isValid()) return {};
  const qint64 seconds = at.secsTo(now);
  if (seconds < 60) return RelativeTimeWords::tr("just now");
  if (seconds < 3600) return RelativeTimeWords::tr("%1 min ago").arg(seconds / 60);
  if (seconds < 24 * 3600) return RelativeTimeWords::tr("%1 h ago").arg(seconds / 3600);
  return whenWords(at, now);
}

QString whenWords(const QDateTime& at, const QDateTime& now) {
  if (!at.isValid()) return {};
  const QDateTime local = at.toLocalTime();
  const bool thisYear = local.date().year() == now.toLocalTime().date().year();
  const QString format = thisYear ? QStringLiteral("ddd d MMM HH:mm") : QStringLiteral("ddd d MMM yyyy HH:mm");
  return QLocale().toString(local, format);
}

}  // namespace heliograph::items
