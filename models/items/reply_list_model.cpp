// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/reply_list_model.h"

#include <QLocale>

namespace heliograph::items {

QString ReplyListModel::columnName(int column) const {
  switch (column) {
    case Person:
      return tr("From");
    case Text:
      return tr("Reply");
    case Meaning:
      return tr("Subscription");
    case Campaign:
      return tr("Campaign");
    default:
      return tr("When");
  }
}

QString ReplyListModel::meaningWords(const delivery::ReplyRow& row) {
  const bool isStop = row.meaning == QLatin1String("stop");
  if (row.isUnsubscribed) return isStop ? tr("STOP: unsubscribed") : tr("Unsubscribed");
  if (isStop) return tr("STOP, subscribed since");
  return row.meaning == QLatin1String("start") ? tr("START: subscribed") : QString();
}

QVariant ReplyListModel::cell(const delivery::ReplyRow& row, int column, int role) const {
  if (role == role::Tone) {
    if (column == Meaning) return static_cast<int>(row.isUnsubscribed ? RowTone::Attention : RowTone::Neutral);
    return static_cast<int>(row.isRead ? RowTone::Neutral : RowTone::Accent);
  }
  if (role == Qt::ToolTipRole && column == Text) return row.text;
  if (role == Qt::AccessibleTextRole && column == Person) {
    return row.isRead ? row.name : tr("%1, not read yet").arg(row.name);
  }
  if (role != Qt::DisplayRole && role != role::Raw) return {};
  switch (column) {
    case Person:
      return row.isRead ? row.name : QStringLiteral("● ") + row.name;
    case Text:
      return row.text.simplified();
    case Meaning:
      return meaningWords(row);
    case Campaign:
      return row.campaignName;
    default:
      if (role == role::Raw) return row.at;
      return QLocale().toString(row.at.toLocalTime(), QStringLiteral("d MMM HH:mm"));
  }
}

}  // namespace heliograph::items
