// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/history_list_model.h"

#include <QLocale>

#include "items/relative_time.h"

namespace heliograph::items {

namespace {

using campaign::SavedRevision;

QString timeWords(const QDateTime& at) {
  return QLocale().toString(at.toLocalTime(), QStringLiteral("HH:mm"));
}

QString markWords(SavedRevision::Kind kind) {
  switch (kind) {
    case SavedRevision::Kind::Saved:
      break;
    case SavedRevision::Kind::Stale:
      return HistoryListModel::tr("Kept: saved from another window");
    case SavedRevision::Kind::Published:
      return HistoryListModel::tr("Published");
  }
  return {};
}

/// Against the version before it; the last one known has none.
QString whatWords(const std::vector<SavedRevision>& versions, std::size_t at) {
  if (at + 1 == versions.size())
    return versions[at].revision <= 1 ? HistoryListModel::tr("The first version")
                                      : HistoryListModel::tr("The oldest version");
  const QString fields =
      campaign::fieldNames(campaign::differencesOf(versions[at + 1].campaign, versions[at].campaign));
  return fields.isEmpty() ? HistoryListModel::tr("nothing changed") : fields;
}

}  // namespace

QString dayWords(const QDateTime& at, const QDateTime& now) {
  const QDate day = at.toLocalTime().date();
  const QDate today = now.toLocalTime().date();
  if (day == today) return HistoryListModel::tr("Today");
  if (day == today.addDays(-1)) return HistoryListModel::tr("Yesterday");
  return QLocale().toString(
      day, day.year() == today.year() ? QStringLiteral("ddd d MMM") : QStringLiteral("ddd d MMM yyyy"));
}

QString dayAndTimeWords(const QDateTime& at, const QDateTime& now) {
  const QDate day = at.toLocalTime().date();
  const QDate today = now.toLocalTime().date();
  if (day == today) return HistoryListModel::tr("today %1").arg(timeWords(at));
  if (day == today.addDays(-1)) return HistoryListModel::tr("yesterday %1").arg(timeWords(at));
  return whenWords(at, now);
}

std::vector<HistoryRow> historyRows(const std::vector<SavedRevision>& versions, const QDateTime& now) {
  std::vector<HistoryRow> rows;
  QString day;
  for (std::size_t i = 0; i < versions.size(); ++i) {
    const SavedRevision& version = versions[i];
    const QString itsDay = i == 0 ? HistoryListModel::tr("Now") : dayWords(version.savedAt, now);
    if (itsDay != day) rows.push_back({-1, itsDay, {}, {}, RowTone::Neutral, false});
    day = itsDay;
    const bool published = version.kind == SavedRevision::Kind::Published;
    rows.push_back({static_cast<int>(i), i == 0 ? HistoryListModel::tr("As you see it") : timeWords(version.savedAt),
                    whatWords(versions, i), markWords(version.kind), published ? RowTone::Fine : RowTone::Attention,
                    i == 0});
  }
  return rows;
}

Qt::ItemFlags HistoryListModel::flags(const QModelIndex& index) const {
  if (index.isValid() && row(index.row()).version < 0) return Qt::NoItemFlags;
  return RowsModel::flags(index);
}

int HistoryListModel::rowOfVersion(int version) const {
  const auto found =
      std::find_if(rows().begin(), rows().end(), [version](const HistoryRow& one) { return one.version == version; });
  return found == rows().end() ? -1 : static_cast<int>(found - rows().begin());
}

QString HistoryListModel::columnName(int) const {
  return HistoryListModel::tr("Version");
}

qint64 HistoryListModel::key(const HistoryRow& row) const {
  return static_cast<qint64>(qHashMulti(0, row.version, row.title));
}

QVariant HistoryListModel::cell(const HistoryRow& row, int, int role) const {
  switch (role) {
    case Qt::DisplayRole:
      return row.title;
    case Qt::ToolTipRole:
      return row.what;
    case Qt::AccessibleTextRole: {
      QStringList words{row.title, row.mark, row.what};
      words.removeAll(QString());
      return words.join(QStringLiteral(", "));
    }
    case role::Tone:
      return static_cast<int>(row.tone);
    case role::Raw:
      return row.version;
    case IsHeading:
      return row.version < 0;
    case What:
      return row.what;
    case Mark:
      return row.mark;
    default:
      return {};
  }
}

}  // namespace heliograph::items
