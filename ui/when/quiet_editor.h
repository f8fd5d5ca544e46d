// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <array>
#include <vector>

#include "campaign/quiet_rule.h"
#include "schedule/zone_names.h"

class QGridLayout;
class QLineEdit;

namespace heliograph::ui {

class Label;
class LinkButton;
class ZoneCombo;

/// Quiet hours day by day, typed as "21:00-08:00", and the zone of people whose own isn't known.
class QuietEditor final : public QWidget {
  Q_OBJECT
 public:
  /// `name` begins the object names of its fields.
  explicit QuietEditor(const QString& name, QWidget* parent = nullptr);

  /// Shows hours without a signal.
  void setQuiet(const campaign::ZonedQuiet& quiet);
  [[nodiscard]] const campaign::ZonedQuiet& quiet() const { return m_quiet; }
  void offerZones(const std::vector<schedule::ZoneName>& zones);
  void focusFirst();
  /// Takes what is being typed. False if something can't be used, which is said beneath.
  bool take();

 Q_SIGNALS:
  void changed(const heliograph::campaign::ZonedQuiet& quiet);

 private:
  struct Row {
    QLineEdit* hours = nullptr;
    LinkButton* copy = nullptr;
  };

  void addDay(QGridLayout& grid, int weekday, const QString& name);
  void refuse(const QString& words);
  void showRows();
  void copyDay(int weekday);
  bool apply(const campaign::ZonedQuiet& quiet);

  campaign::ZonedQuiet m_quiet;
  std::array<Row, 7> m_rows;
  ZoneCombo* m_zone;
  Label* m_problem;
};

}  // namespace heliograph::ui
