// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QWidget>

#include "audience/lists/custom_list_import.h"
#include "audience/segment.h"
#include "campaign/segment_use.h"
#include "items/custom_list_model.h"
#include "ui/services.h"

namespace heliograph::ui {

class Button;
class Label;
class LinkButton;
class PlainTable;

/// The custom lists to choose one from; they are imported, replaced and removed here. What something depends on isn't
/// removed, and it is said what does.
class ListsTab final : public QWidget {
  Q_OBJECT
 public:
  /// For that campaign.
  ListsTab(Services& services, CampaignId campaign, QWidget* parent = nullptr);

  /// Reads the lists anew.
  void refresh();
  /// Shows the list of that name as chosen without a signal; an empty one none.
  void select(const QString& name);
  void focusFirst();
  /// Opens the import of a file as if it had been chosen.
  void importFile(const QString& file, const QString& replaced = {});

 Q_SIGNALS:
  void chosen(const QString& name);
  /// Lists came or changed.
  void changed();
  /// The chosen one is removed.
  void removed();

 private:
  struct Known;

  void makeTable();
  QWidget* makeEmpty();
  QWidget* makeFoot();
  void show(const Known& known);
  void chooseFile(const QString& replaced);
  void choose();
  void remove();
  void showUnknown(const audience::ListImportReport& report, const QString& words);
  void say(const QString& words);
  void showFoot();

  Services& m_services;
  CampaignId m_campaign;
  items::CustomListModel m_model;
  QSortFilterProxyModel m_sorted;
  PlainTable* m_table;
  QWidget* m_empty;
  QWidget* m_foot;
  Label* m_uses;
  QWidget* m_acts;
  Button* m_import;
  Label* m_said;
  QHash<QString, campaign::AudienceUse> m_used;
  QString m_chosen;
};

/// The rules that mean the people on a list.
[[nodiscard]] audience::Segment membersOfList(const QString& name);
/// The list a campaign is for, when it is for nobody else; else empty.
[[nodiscard]] QString listOf(const audience::Segment& segment);

}  // namespace heliograph::ui
