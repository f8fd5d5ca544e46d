// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "delivery/test_messages/test_send_repository.h"

class QVBoxLayout;

namespace heliograph::ui {

/// The tests of a campaign that were sent before, the last first.
class TestHistory final : public QWidget {
  Q_OBJECT
 public:
  explicit TestHistory(QWidget* parent = nullptr);

  void show(const std::vector<delivery::TestEntry>& tests, const QDateTime& now);
  using QWidget::show;

 private:
  QVBoxLayout* m_rows;
};

}  // namespace heliograph::ui
