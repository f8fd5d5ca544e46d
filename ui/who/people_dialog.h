// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <memory>

#include "items/people_list_model.h"
#include "ui/services.h"

namespace heliograph::ui {

class Label;
class PlainTable;

/// The people behind one line of the reach: who receives, who qualifies, who can't be texted and why. Loads in pieces
/// while it is scrolled.
class PeopleDialog final : public QDialog {
  Q_OBJECT
 public:
  /// `wanted`: only people of that kind; nothing: everybody who qualifies. With a country, of them those with a
  /// number of it. `rules`: who is held back. `people` is how
  /// many there are.
  PeopleDialog(Services& services, const audience::Segment& segment, const audience::ReachRules& rules,
               std::optional<audience::Reachability> wanted, const QString& title, qint64 people,
               const std::optional<QString>& country = {}, QWidget* parent = nullptr);
  ~PeopleDialog() override;

 private:
  void makeTable();
  void loadMore();
  void add(std::vector<audience::PeoplePager::Person> people, bool end);
  void showPerson();

  Services& m_services;
  std::shared_ptr<audience::PeoplePager> m_pager;
  items::PeopleListModel m_model;
  PlainTable* m_table;
  Label* m_note;
  CancelToken m_cancel;
  qint64 m_people;
  bool m_loading = false;
  bool m_ended = false;
};

}  // namespace heliograph::ui
