// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "audience/import_tally.h"

class QCheckBox;
class QVBoxLayout;

namespace heliograph::ui {

/// The numbers that spreadsheets broke, by kind: how many, what a repair makes of some, and whether it is wanted.
class RepairList final : public QWidget {
  Q_OBJECT
 public:
  explicit RepairList(QWidget* parent = nullptr);

  /// Hides itself if there is nothing to tell. `country` is where numbers without a country code are from.
  void show(const audience::ImportFindings& findings, audience::Repairs wanted, const QString& country);
  using QWidget::show;

 Q_SIGNALS:
  void wantedChanged(heliograph::audience::Repairs wanted);

 private:
  void addKind(const audience::CountedRepair& repair, const QString& country);
  void addLost(const audience::CountedRows& rows);
  void clear();

  QVBoxLayout* m_kinds;
  audience::Repairs m_wanted;
};

}  // namespace heliograph::ui
