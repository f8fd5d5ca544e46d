// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaign/quiet_rule.h"
#include "ui/services.h"
#include "ui/widgets/save_dialog.h"

class QCheckBox;

namespace heliograph::ui {

class QuietEditor;

/// The quiet hours of the workspace, for all marketing campaigns that don't say otherwise.
class WorkspaceQuietDialog final : public SaveDialog {
  Q_OBJECT
 public:
  explicit WorkspaceQuietDialog(Services& services, QWidget* parent = nullptr);

 private:
  void load();
  void save() override;

  Services& m_services;
  QCheckBox* m_on;
  QuietEditor* m_hours;
};

}  // namespace heliograph::ui
