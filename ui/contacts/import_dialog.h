// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "audience/import_preview.h"
#include "audience/profile_import.h"
#include "ui/services.h"

class QLineEdit;
class QProgressBar;
class QStackedWidget;

namespace heliograph::ui {

class Button;
class ImportTask;
class Label;
class MappingPage;

/// Brings contacts in from a file: choose it, say what the columns are, see what would happen before anything is
/// written, then import.
class ImportDialog final : public QDialog {
  Q_OBJECT
 public:
  explicit ImportDialog(Services& services, QWidget* parent = nullptr);

  /// Shows a file's columns at once, as if it had been chosen.
  void openFile(const QString& file);

 Q_SIGNALS:
  /// Contacts were created or changed.
  void imported();

 private:
  enum Page { ChoosePage, MapPage, CountPage, DonePage };

  QWidget* makeChoose();
  QWidget* makeCount();
  QWidget* makeDone();
  QWidget* makeButtons();
  void connectTask();
  void browse();
  void showPreview(const Result<audience::ImportPreview>& preview);
  void showPage(Page page);
  void goOn();
  void goBack();
  void dryRun();
  void import();
  void showCounts(const audience::ImportReport& report);
  void showResult(const audience::ImportReport& report);
  void showError(const Error& error);
  [[nodiscard]] audience::ImportOptions options(bool dryRun) const;

  Services& m_services;
  ImportTask* m_task;
  bool m_dry = true;
  QString m_file;
  QStackedWidget* m_stack;
  MappingPage* m_mapping;
  QLineEdit* m_path;
  Label* m_pathNote;
  QProgressBar* m_bar;
  Label* m_counts;
  Label* m_result;
  Button* m_back;
  Button* m_close;
  Button* m_next;
};

}  // namespace heliograph::ui
