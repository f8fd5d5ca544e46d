// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "campaign/quiet_rule.h"
#include "ui/services.h"

class QCheckBox;

namespace heliograph::ui {

class Button;
class Label;
class QuietEditor;

/// The quiet hours of the workspace, for all marketing campaigns that don't say otherwise.
class WorkspaceQuietDialog final : public QDialog {
  Q_OBJECT
 public:
  explicit WorkspaceQuietDialog(Services& services, QWidget* parent = nullptr);

 Q_SIGNALS:
  /// They are others now.
  void saved();

 private:
  void arrange();
  void load();
  void save();

  Services& m_services;
  QCheckBox* m_on;
  QuietEditor* m_hours;
  Label* m_problem;
  Button* m_save;
};

}  // namespace heliograph::ui
