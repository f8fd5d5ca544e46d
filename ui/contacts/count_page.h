// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "audience/profile_import.h"

class QProgressBar;
class QVBoxLayout;

namespace heliograph::ui {

class BigNumber;
class Label;
class RepairList;

/// What an import would do, counted over the whole file before anything is written; then how far it is.
class CountPage final : public QWidget {
  Q_OBJECT
 public:
  explicit CountPage(QWidget* parent = nullptr);

  /// A run begins; what was counted before stays, greyed. Unless it is `dry`, repairs can't be chosen any more.
  void begin(bool dry);
  /// 0 to 1, and what is being done.
  void setProgress(double share, const QString& words);
  void show(const audience::ImportReport& report, audience::Repairs wanted, const QString& country);
  using QWidget::show;
  /// Something went wrong; in words.
  void showError(const QString& words);

 Q_SIGNALS:
  void repairsChanged(heliograph::audience::Repairs wanted);

 private:
  QWidget* makeFigures();
  QWidget* makeFindings();
  void showNotes(const audience::ImportReport& report);
  void addNote(const QString& words);
  void clearNotes();

  QProgressBar* m_bar;
  Label* m_status;
  BigNumber* m_created;
  BigNumber* m_changed;
  BigNumber* m_same;
  BigNumber* m_rejected;
  RepairList* m_repairs;
  QVBoxLayout* m_notes;
};

}  // namespace heliograph::ui
