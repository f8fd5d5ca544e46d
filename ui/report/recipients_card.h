// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <vector>

#include "delivery/outbox/run_progress.h"
#include "items/recipient_list_model.h"
#include "ui/report/people_filter.h"
#include "ui/services.h"
#include "ui/widgets/card.h"

class QHBoxLayout;

namespace heliograph::ui {

class Button;
class FilterChip;
class Label;
class PlainTable;
class SearchField;

/// The people of a campaign or of one of its runs: searched, by state or reason, with the text each got, and exported.
class RecipientsCard final : public Card {
  Q_OBJECT
 public:
  RecipientsCard(Services& services, CampaignId campaign, QWidget* parent = nullptr);

  /// Only this run; an invalid one means all.
  void setRun(RunId run);
  void filter(const PeopleFilter& filter);
  /// Puts the keyboard into the list.
  void focusList();
  /// Figures behind the chips.
  void setCounts(const QMap<delivery::RowState, qint64>& people);
  /// Reads the rows anew unless somebody is at work in them.
  void reloadIfUntouched();

 Q_SIGNALS:
  /// Other people are listed.
  void filtered(const heliograph::ui::PeopleFilter& filter);
  /// An unclear one was opened.
  void settleRequested(const QString& identity);
  /// All that is known of somebody is to be shown.
  void personRequested(const QString& identity);
  void said(const QString& text);

 private:
  struct StateChip {
    FilterChip* chip;
    QList<delivery::RowState> states;
  };

  QWidget* makeHead();
  QWidget* makeChips();
  QWidget* makeText();
  void makeTable();
  void addChip(QHBoxLayout& row, const QString& text, const QList<delivery::RowState>& states);
  void query();
  void showText();
  void copyText();
  void exportRows();
  void saveCsv(const reports::RecipientQuery& query);

  Services& m_services;
  items::RecipientListModel m_recipients;
  reports::RecipientQuery m_query;
  PeopleFilter m_filter;
  QTimer m_typing;
  std::vector<StateChip> m_chips;
  SearchField* m_search;
  Label* m_words;
  Button* m_all;
  PlainTable* m_table;
  QWidget* m_textRow;
  Label* m_text;
  Button* m_copy;
  Button* m_person;
};

}  // namespace heliograph::ui
