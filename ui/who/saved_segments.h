// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QSortFilterProxyModel>
#include <QWidget>

#include "campaign/segment_use.h"
#include "items/segment_list_model.h"
#include "ui/services.h"

namespace heliograph::ui {

class PlainTable;
class SearchField;
class SegmentFoot;

/// The saved segments to choose one from: sorted, searched, with how many people each holds and reaches and how that
/// went. Below the table what the chosen one says, what uses it and what can be done with it.
class SavedSegments final : public QWidget {
  Q_OBJECT
 public:
  /// For that campaign.
  SavedSegments(Services& services, CampaignId campaign, QWidget* parent = nullptr);
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
  /// The chosen one is deleted.
  void removed();
  /// A segment has another name, also in all other campaigns.
  void renamed(heliograph::SegmentId segment, const QString& from, const QString& to);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void makeTable();
  QWidget* makeEmpty();
  void connectFoot();
  struct Known;
  void show(const Known& known);
  void countNext(std::size_t number);
  void readTrends();
  void choose();
  void showFoot();

  Services& m_services;
  CampaignId m_campaign;
  items::SegmentListModel m_model;
  QSortFilterProxyModel m_sorted;
  SearchField* m_search;
  PlainTable* m_table;
  QWidget* m_empty;
  SegmentFoot* m_foot;
  QHash<QString, campaign::AudienceUse> m_uses;
  SegmentId m_chosen;
  bool m_announce = false;  ///< the chosen one is to be told when it was read
  CancelToken m_cancel;
};

}  // namespace heliograph::ui
