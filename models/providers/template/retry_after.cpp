// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/template/retry_after.h"

#include <QLocale>
#include <algorithm>

namespace heliograph::providers {
namespace {

constexpr qint64 aDay = 24 * 60 * 60;

}  // namespace

std::chrono::seconds parseRetryAfter(const QByteArray& header, const QDateTime& now) {
  const QByteArray text = header.trimmed();
  bool number = false;
  qint64 seconds = text.toLongLong(&number);
  if (!number) {
    QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(text), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    date.setTimeSpec(Qt::UTC);
    if (!date.isValid()) return std::chrono::seconds(0);
    seconds = now.secsTo(date);
  }
  return std::chrono::seconds(std::clamp<qint64>(seconds, 0, aDay));
}

}  // namespace heliograph::providers
