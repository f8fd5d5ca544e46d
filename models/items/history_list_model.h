// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaign/campaign_difference.h"
#include "campaign/campaign_history.h"
#include "items/rows_model.h"

namespace heliograph::items {

/// "Today", "Yesterday", "Thu 26 Nov", with the year when it is another one; in the computer's zone.
[[nodiscard]] QString dayWords(const QDateTime& at, const QDateTime& now);

/// "today 14:02", "yesterday 18:22", "Thu 26 Nov 18:22": within a sentence.
[[nodiscard]] QString dayAndTimeWords(const QDateTime& at, const QDateTime& now);

/// A line of the history: the heading of a day, or a version under it.
struct HistoryRow {
  int version = -1;  ///< number among the versions; -1: a heading
  QString title;     ///< the day, or the time
  QString what;      ///< what changed, in one line
  QString mark;      ///< "Published", "Kept: saved from another window"; empty mostly
  RowTone tone = RowTone::Neutral;
  bool isNow = false;
};

/// The lines for versions that stand newest first; the first of them is what is shown now.
[[nodiscard]] std::vector<HistoryRow> historyRows(const std::vector<campaign::SavedRevision>& versions,
                                                  const QDateTime& now);

/// The history of a draft, grouped by day. Headings can't be selected.
class HistoryListModel final : public RowsModel<HistoryRow> {
  Q_OBJECT
 public:
  static constexpr int IsHeading = role::Key + 1;
  static constexpr int What = role::Key + 2;
  static constexpr int Mark = role::Key + 3;

  using RowsModel::RowsModel;

  [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
  /// The number of the line of a version; -1 if there is none.
  [[nodiscard]] int rowOfVersion(int version) const;

 protected:
  [[nodiscard]] int columns() const override { return 1; }
  [[nodiscard]] QString columnName(int column) const override;
  [[nodiscard]] qint64 key(const HistoryRow& row) const override;
  [[nodiscard]] QVariant cell(const HistoryRow& row, int column, int role) const override;
};

}  // namespace heliograph::items
