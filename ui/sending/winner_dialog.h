// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "campaign/published_version.h"
#include "reports/run_report.h"
#include "ui/services.h"

namespace heliograph::ui {

class CopiesTable;
class Label;

/// Asks which copy of an A/B test the others get, beside what became of each so far.
class WinnerDialog final : public QDialog {
  Q_OBJECT
 public:
  WinnerDialog(Services& services, RunId run, QWidget* parent = nullptr);

 Q_SIGNALS:
  /// The person chose that copy, from 0.
  void chosen(int copy);

 private:
  struct Found {
    reports::RunReport report;
    campaign::Campaign campaign;
  };
  void show(const Result<Found>& found);
  using QDialog::show;

  Label* m_words;
  CopiesTable* m_table;
};

}  // namespace heliograph::ui
