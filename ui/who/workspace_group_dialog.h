// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "ui/services.h"

class QCheckBox;
class QSpinBox;

namespace heliograph::ui {

class Button;
class Label;

/// The workspace's control group: whether there is one, and how large it is.
class WorkspaceGroupDialog final : public QDialog {
  Q_OBJECT
 public:
  explicit WorkspaceGroupDialog(Services& services, QWidget* parent = nullptr);

 Q_SIGNALS:
  /// The group is another one now.
  void saved();

 private:
  void arrange();
  void load();
  void save();

  Services& m_services;
  QCheckBox* m_on;
  QSpinBox* m_percent;
  Label* m_words;
  Label* m_problem;
  Button* m_save;
};

}  // namespace heliograph::ui
