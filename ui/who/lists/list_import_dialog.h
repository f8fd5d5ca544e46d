// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "audience/lists/custom_list_import.h"
#include "ui/services.h"

class QComboBox;
class QLineEdit;

namespace heliograph::ui {

class Button;
class Label;

/// Makes a list of a file, or replaces one: its name, and which column holds the identities.
class ListImportDialog final : public QDialog {
  Q_OBJECT
 public:
  /// `replaced`: the list that is replaced; empty: a new one, named after the file.
  ListImportDialog(Services& services, const QString& file, const QString& replaced, QWidget* parent = nullptr);
  /// Gives up what is under way; the old list stays.
  ~ListImportDialog() override;

 Q_SIGNALS:
  void imported(const QString& name, const heliograph::audience::ListImportReport& report);

 private:
  void arrange();
  void readColumns();
  void run();
  void say(const QString& words, bool problem);

  Services& m_services;
  QString m_file;
  QString m_replaced;
  QLineEdit* m_name;
  QComboBox* m_column;
  Label* m_said;
  Button* m_run;
  CancelToken m_cancel;
};

}  // namespace heliograph::ui
