// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QStringListModel>
#include <vector>

#include "audience/profile_repository.h"
#include "ui/services.h"

class QCompleter;

namespace heliograph::ui {

/// A contact, found by typing some of the name, the number or the identity; what is typed and not chosen from the list
/// is taken for an identity. Empty: nobody.
class PersonField final : public QLineEdit {
  Q_OBJECT
 public:
  PersonField(Services& services, const QString& identity, QWidget* parent = nullptr);

  [[nodiscard]] QString identity() const;

 private:
  void search(const QString& text);
  void show(const QString& text, const std::vector<audience::ProfileName>& people);
  using QLineEdit::show;
  void choose(int row);

  Services& m_services;
  QStringListModel m_words;
  std::vector<audience::ProfileName> m_people;  ///< those of m_words
  QCompleter* m_completer;
  QString m_chosen;       ///< identity
  QString m_chosenWords;  ///< as it is shown
};

}  // namespace heliograph::ui
