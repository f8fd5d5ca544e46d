// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tool_row.h"

#include <QEvent>
#include <QHBoxLayout>

#include "ui/theme/tokens.h"
#include "ui/widgets/icon_button.h"

namespace heliograph::ui {

namespace {

/// What is shown of a row, in its order.
QList<QWidget*> shownTools(const QHBoxLayout& row) {
  QList<QWidget*> tools;
  for (int i = 0; i < row.count(); ++i) {
    QWidget* tool = row.itemAt(i)->widget();
    if (tool && !tool->isHidden()) tools << tool;
  }
  return tools;
}

int roomAround(const QHBoxLayout& row, qsizetype tools) {
  const QMargins margins = row.contentsMargins();
  // The stretch has its blank, too.
  return margins.left() + margins.right() + static_cast<int>(tools) * row.spacing();
}

}  // namespace

ToolRow::ToolRow(QWidget* parent) : QWidget(parent), m_row(new QHBoxLayout(this)) {}

QSize ToolRow::minimumSizeHint() const {
  int width = 0;
  const QList<QWidget*> tools = shownTools(*m_row);
  for (const QWidget* tool : tools) {
    width += qobject_cast<const IconButton*>(tool) ? size::Control : tool->sizeHint().width();
  }
  return {width + roomAround(*m_row, tools.size()), sizeHint().height()};
}

void ToolRow::fit() {
  const QList<QWidget*> tools = shownTools(*m_row);
  const auto fullWidth = [](QWidget* tool) {
    const auto* button = qobject_cast<IconButton*>(tool);
    return button ? button->fullWidth() : tool->sizeHint().width();
  };
  int spare = width() - roomAround(*m_row, tools.size());
  for (QWidget* tool : tools) spare -= fullWidth(tool);
  for (auto tool = tools.rbegin(); tool != tools.rend(); ++tool) {
    auto* button = qobject_cast<IconButton*>(*tool);
    if (!button) continue;
    const bool isTooWide = spare < 0 && button->fullWidth() > size::Control;
    if (isTooWide) spare += button->fullWidth() - size::Control;
    button->setCompact(isTooWide);
  }
}

bool ToolRow::event(QEvent* event) {
  if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest) fit();
  return QWidget::event(event);
}

}  // namespace heliograph::ui
