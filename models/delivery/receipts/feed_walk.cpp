// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/receipts/feed_walk.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace heliograph::delivery {
namespace {

/// A list may take its time to show what is new, out of order.
constexpr qint64 kReadAgainSeconds = 300;

}  // namespace

FeedWalk FeedWalk::fromCursor(const QString& cursor) {
  const QJsonObject json = QJsonDocument::fromJson(cursor.toUtf8()).object();
  return {json.value(u"seen").toInteger(), json.value(u"newest").toInteger(), json.value(u"page").toString()};
}

QString FeedWalk::cursor() const {
  const QJsonObject json{
      {QStringLiteral("seen"), seen}, {QStringLiteral("newest"), newest}, {QStringLiteral("page"), page}};
  return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

FeedWalk FeedWalk::after(const providers::ReadReports& read, bool newestFirst) const {
  FeedWalk walk = *this;
  if (read.newest.isValid()) walk.newest = std::max(newest, read.newest.toSecsSinceEpoch());
  const bool reached =
      newestFirst && seen > 0 && read.oldest.isValid() && read.oldest.toSecsSinceEpoch() < seen - kReadAgainSeconds;
  // A page that leads to itself would never end.
  if (!read.next.isEmpty() && read.next != page && !reached) {
    walk.page = read.next;
    return walk;
  }
  return {std::max(seen, walk.newest), 0, {}};
}

}  // namespace heliograph::delivery
