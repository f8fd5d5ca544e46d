// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "ui/composer/message/message_problems.h"

class QVBoxLayout;

namespace heliograph::ui {

class IssueRow;

/// The problems of the message, each with its mends at the right. Rows that stay are not made anew, so that neither
/// the page nor the focus jumps while somebody types.
class MessageLineList final : public QWidget {
  Q_OBJECT
 public:
  explicit MessageLineList(QWidget* parent = nullptr);

  void show(const std::vector<MessageLine>& lines);

 Q_SIGNALS:
  void mendRequested(const heliograph::ui::MessageMendAction& action);

 private:
  void addRow(std::size_t index);

  QVBoxLayout* m_column;
  std::vector<MessageLine> m_lines;
  std::vector<IssueRow*> m_rows;
};

}  // namespace heliograph::ui
