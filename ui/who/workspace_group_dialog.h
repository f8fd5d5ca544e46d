// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"
#include "ui/widgets/save_dialog.h"

class QCheckBox;
class QSpinBox;

namespace heliograph::ui {

/// The workspace's control group: whether there is one, and how large it is.
class WorkspaceGroupDialog final : public SaveDialog {
  Q_OBJECT
 public:
  explicit WorkspaceGroupDialog(Services& services, QWidget* parent = nullptr);

 private:
  void load();
  void save() override;

  Services& m_services;
  QCheckBox* m_on;
  QSpinBox* m_percent;
};

}  // namespace heliograph::ui
