// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QCheckBox;
class QLineEdit;

namespace heliograph::ui {

class Button;
class Label;

/// Asks for the name under which something is kept. It stays open until the name was taken.
class NameDialog final : public QDialog {
  Q_OBJECT
 public:
  NameDialog(const QString& title, const QString& suggestion, QWidget* parent = nullptr);

  /// Shows a box to be ticked below the name, unticked.
  void offer(const QString& words);
  [[nodiscard]] bool isTaken() const;
  /// Says why a name can't be used.
  void refuse(const QString& why);

 Q_SIGNALS:
  /// The person gave a name; whoever takes it closes the dialog.
  void named(const QString& name);

 private:
  QLineEdit* m_name;
  Label* m_problem;
  QCheckBox* m_offer;
  Button* m_save;
};

}  // namespace heliograph::ui
