// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "items/people_list_model.h"
#include "ui/services.h"

namespace heliograph::ui {

class Button;
class Label;
class PersonField;
class PlainTable;

/// The colleagues who get every campaign and stand outside its figures: added by typing some of their name, number or
/// identity.
class SeedListDialog final : public QDialog {
  Q_OBJECT
 public:
  explicit SeedListDialog(Services& services, QWidget* parent = nullptr);

 Q_SIGNALS:
  /// Other people are on it now.
  void changed();

 private:
  void arrange();
  void read();
  void add();
  void remove();
  void change(std::function<Result<>()> work);
  void show(const std::vector<audience::Profile>& people);
  using QDialog::show;

  Services& m_services;
  items::PeopleListModel m_model;
  PersonField* m_person;
  Button* m_add;
  Button* m_remove;
  PlainTable* m_table;
  Label* m_note;
};

}  // namespace heliograph::ui
