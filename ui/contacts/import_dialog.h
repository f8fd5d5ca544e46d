// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <memory>

#include "audience/import_preview.h"
#include "audience/profile_import.h"
#include "ui/contacts/pasted_table.h"
#include "ui/services.h"

class QStackedWidget;

namespace heliograph::ui {

class Button;
class ChoosePage;
class CountPage;
class ImportTask;
class Label;
class MappingPage;

/// Brings contacts in from a file or the clipboard: say where they are and what the columns mean, see what would happen
/// before anything is written, then import.
class ImportDialog final : public QDialog {
  Q_OBJECT
 public:
  explicit ImportDialog(Services& services, QWidget* parent = nullptr);

  /// Shows a file's columns at once, as if it had been chosen.
  void openFile(const QString& file);
  /// Shows the columns of the table on the clipboard.
  void paste();
  /// Closes it. An import that is under way is cancelled first, and it stays to say what is in.
  void reject() override;

 Q_SIGNALS:
  /// Contacts were created or changed.
  void imported();

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  enum Page { ChoosePageIndex, MapPageIndex, CountPageIndex, DonePageIndex };

  QWidget* makeDone();
  QWidget* makeButtons();
  void connectPages();
  void connectTask();
  void look(const audience::TableOptions& options);
  void showPreview(const Result<audience::ImportPreview>& preview);
  void showPage(Page page);
  void followMapping();
  void goOn();
  void goBack();
  void run(bool dry);
  void showCounts(const audience::ImportReport& report);
  void showResult(const audience::ImportReport& report);
  void showError(const Error& error);
  [[nodiscard]] audience::ImportOptions options(bool dryRun) const;

  Services& m_services;
  ImportTask* m_task;
  bool m_dry = true;
  bool m_again = false;  ///< what is counted is out of date already
  int m_look = 0;        ///< the newest reading of the file's beginning
  QString m_file;
  std::shared_ptr<PastedTable> m_pasted;
  audience::Repairs m_repairs = audience::usualRepairs();
  QStackedWidget* m_stack;
  ChoosePage* m_choose;
  MappingPage* m_mapping;
  CountPage* m_count;
  Label* m_result = nullptr;
  Button* m_back = nullptr;
  Button* m_close = nullptr;
  Button* m_next = nullptr;
};

}  // namespace heliograph::ui
