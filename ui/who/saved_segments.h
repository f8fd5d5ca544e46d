// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QSortFilterProxyModel>
#include <QWidget>

#include "items/segment_list_model.h"
#include "ui/services.h"

namespace heliograph::ui {

class Label;
class LinkButton;
class PlainTable;
class SearchField;

/// The saved segments to choose one from: sorted, searched, with how many people each reaches. Below the table what the
/// chosen one says.
class SavedSegments final : public QWidget {
  Q_OBJECT
 public:
  explicit SavedSegments(Services& services, QWidget* parent = nullptr);
  ~SavedSegments() override;

  /// Reads the segments anew and counts them.
  void refresh();
  /// Shows one as chosen without a signal; an invalid id none.
  void select(SegmentId id);
  [[nodiscard]] bool hasSegment(const QString& name) const;
  void focusFirst();
  /// Leaves out what a narrow window has no room for.
  void setNarrow(bool narrow);

 Q_SIGNALS:
  void chosen(const heliograph::audience::SavedSegment& segment);
  /// A copy of the rules is wanted, to change them for this campaign.
  void copyRequested(const heliograph::audience::Segment& segment);
  void rulesRequested();
  void importRequested();

 private:
  void makeTable();
  QWidget* makeEmpty();
  QWidget* makeFoot();
  void show(std::vector<audience::SavedSegment> segments, const QHash<SegmentId, QDateTime>& texted);
  void countNext(std::size_t number);
  void choose();
  void showSentence();

  Services& m_services;
  items::SegmentListModel m_model;
  QSortFilterProxyModel m_sorted;
  SearchField* m_search;
  PlainTable* m_table;
  QWidget* m_empty;
  QWidget* m_foot;
  Label* m_sentence;
  LinkButton* m_copy;
  SegmentId m_chosen;
  CancelToken m_cancel;
};

}  // namespace heliograph::ui
