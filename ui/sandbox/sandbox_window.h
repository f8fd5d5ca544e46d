// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QTimer>
#include <vector>

#include "providers/sandbox/sandbox_record.h"
#include "ui/services.h"

namespace heliograph::ui {

class Label;
class PhoneView;

/// The sandbox's phone: every message that arrived there, newest first, one at a time.
class SandboxWindow final : public QDialog {
  Q_OBJECT
 public:
  explicit SandboxWindow(Services& services, QWidget* parent = nullptr);

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  void look();
  void show(const std::vector<providers::SandboxMessage>& messages);
  using QDialog::show;
  void showMessage();
  void search(const QString& text);

  Services& m_services;
  PhoneView* m_phone;
  Label* m_facts;
  QTimer m_timer;
  std::vector<providers::SandboxMessage> m_messages;
  std::size_t m_shown = 0;
  qint64 m_read = 0;  ///< size of the record when it was last read
  bool m_loading = false;
};

}  // namespace heliograph::ui
