// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "core/result.h"

class QVBoxLayout;

namespace heliograph::ui {

class Button;
class Label;

/// A dialog that changes one thing of the workspace: its title, what descendants put below it, and Cancel and Save.
class SaveDialog : public QDialog {
  Q_OBJECT
 Q_SIGNALS:
  /// It is changed, and the dialog is gone.
  void saved();

 protected:
  /// Object names are `prefix` and a word: ".dialog", ".save" and ".saveProblem".
  SaveDialog(const QString& prefix, const QString& title, QWidget* parent);

  /// Where the fields go.
  [[nodiscard]] QVBoxLayout* body() const { return m_body; }
  /// Save was pressed: keeps what is in the fields, and calls finish() with what came of it.
  virtual void save() = 0;
  /// Closes, or says why it could not be kept.
  void finish(const Result<>& done);
  void showEvent(QShowEvent* event) override;

 private:
  QVBoxLayout* m_body;
  Button* m_cancel;
  Button* m_save;
  Label* m_problem;
};

}  // namespace heliograph::ui
