// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "campaign/saved_filters.h"
#include "ui/home/filter_menu.h"

class QLineEdit;

namespace heliograph::ui {

class FilterChip;
class FlowLayout;
class LinkButton;

/// The line under the quick filters: filters that were given a name, what the list is narrowed by now, and how to keep
/// that or be rid of it. Hidden while there is nothing to say.
class FilterLine final : public QWidget {
  Q_OBJECT
 public:
  explicit FilterLine(QWidget* parent = nullptr);

  void setSaved(std::vector<campaign::SavedFilter> filters);
  void show(const campaign::CampaignQuery& query, const FilterChoices& choices);
  using QWidget::show;
  /// How many campaigns each named filter lets through.
  void count(const std::vector<campaign::CampaignSummary>& campaigns, const QDateTime& now);

 Q_SIGNALS:
  void queryWanted(const heliograph::campaign::CampaignQuery& query);
  void saveWanted(const QString& name, const heliograph::campaign::CampaignQuery& query);
  void renameWanted(heliograph::campaign::SavedFilterId id, const QString& name);
  void replaceWanted(heliograph::campaign::SavedFilterId id, const heliograph::campaign::CampaignQuery& query);
  void removeWanted(heliograph::campaign::SavedFilterId id);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  LinkButton* addLink(const QString& text, const QString& name);
  void addPart(const QString& text, const campaign::CampaignQuery& without);
  void makeParts(const FilterChoices& choices);
  /// Puts everything into the line again, in its order.
  void layOut();
  /// Shows the links that make sense now.
  void refresh();
  void askName(const QString& before);
  void takeName();
  void openChipMenu(const campaign::SavedFilter& filter, const QPoint& globalPos);
  [[nodiscard]] const campaign::SavedFilter* applied() const;

  campaign::CampaignQuery m_query;
  std::vector<campaign::SavedFilter> m_saved;
  std::vector<FilterChip*> m_savedChips;
  std::vector<FilterChip*> m_parts;
  /// The filter that was chosen last, to be changed by what is set now.
  campaign::SavedFilterId m_chosen;
  /// The filter that is being renamed; not valid while a new one is named.
  campaign::SavedFilterId m_renamed;
  FlowLayout* m_flow;
  QLineEdit* m_name;
  LinkButton* m_save;
  LinkButton* m_replace;
  LinkButton* m_rename;
  LinkButton* m_remove;
  LinkButton* m_clear;
};

}  // namespace heliograph::ui
