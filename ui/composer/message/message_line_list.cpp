// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/message/message_line_list.h"

#include <QVBoxLayout>
#include <algorithm>

#include "ui/theme/tokens.h"
#include "ui/widgets/issue_row.h"
#include "ui/widgets/link_button.h"

namespace heliograph::ui {

namespace {

/// Whether a row can show the other line by changing its text alone.
bool sameRow(const MessageLine& a, const MessageLine& b) {
  return a.tone == b.tone && std::equal(a.actions.begin(), a.actions.end(), b.actions.begin(), b.actions.end(),
                                        [](const auto& one, const auto& other) { return one.text == other.text; });
}

}  // namespace

MessageLineList::MessageLineList(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this)) {
  m_column->setContentsMargins({});
  m_column->setSpacing(size::Small);
}

void MessageLineList::show(const std::vector<MessageLine>& lines) {
  std::size_t same = 0;
  while (same < std::min(lines.size(), m_lines.size()) && sameRow(lines[same], m_lines[same])) {
    if (lines[same].html != m_lines[same].html) m_rows[same]->setText(lines[same].html);
    ++same;
  }
  m_lines = lines;
  for (std::size_t i = same; i < m_rows.size(); ++i) {
    m_rows[i]->hide();
    m_rows[i]->deleteLater();
  }
  m_rows.resize(same);
  for (std::size_t i = same; i < lines.size(); ++i) addRow(i);
  setVisible(!lines.empty());
}

void MessageLineList::addRow(std::size_t index) {
  auto* row = new IssueRow(m_lines[index].tone, m_lines[index].html);
  row->setObjectName(QStringLiteral("what.line.%1").arg(index));
  for (std::size_t i = 0; i < m_lines[index].actions.size(); ++i) {
    LinkButton* link = row->addAction(m_lines[index].actions[i].text);
    link->setObjectName(QStringLiteral("what.line.%1.%2").arg(index).arg(i));
    connect(link, &LinkButton::clicked, this, [this, index, i] {
      // A copy: the mend changes the lines.
      const MessageMendAction action = m_lines[index].actions[i];
      Q_EMIT mendRequested(action);
    });
  }
  m_column->addWidget(row);
  m_rows.push_back(row);
}

}  // namespace heliograph::ui
