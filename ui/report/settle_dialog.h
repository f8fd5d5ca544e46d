// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "delivery/settling/settle.h"
#include "ui/services.h"

namespace heliograph::ui {

class Button;
class Label;

/// Settles the messages of which nobody knows whether they arrived: ask the provider, or say it oneself.
class SettleDialog final : public QDialog {
  Q_OBJECT
 public:
  SettleDialog(Services& services, const delivery::UnclearSelection& selection, QWidget* parent = nullptr);

 Q_SIGNALS:
  void settled();

 private:
  void ask();
  void say(bool arrived);
  void setBusy(bool busy);
  void show(const Result<delivery::AskReport>& report);
  using QDialog::show;

  Services& m_services;
  delivery::UnclearSelection m_selection;
  Label* m_answer;
  Button* m_ask;
  Button* m_arrived;
  Button* m_notArrived;
};

}  // namespace heliograph::ui
