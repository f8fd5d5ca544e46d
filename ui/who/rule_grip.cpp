// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/rule_grip.h"

#include <QApplication>
#include <QDrag>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>

#include "ui/theme/tokens.h"

namespace heliograph::ui {

namespace {
const QString kMimeType = QStringLiteral("application/x-heliograph-rule");
constexpr int kGripWidth = 12;
constexpr qreal kDot = 2.4;
constexpr qreal kStep = 5;
}  // namespace

RuleGrip::RuleGrip(audience::PartPath path, QWidget* parent) : QWidget(parent), m_path(std::move(path)) {
  setFixedSize(kGripWidth, size::SmallControl);
  setCursor(Qt::OpenHandCursor);
  setToolTip(tr("Drag to move this, or press Alt+Up and Alt+Down"));
}

audience::PartPath RuleGrip::draggedPath(const QMimeData* data) {
  audience::PartPath path;
  for (const QByteArray& number : data->data(kMimeType).split('/')) {
    if (!number.isEmpty()) path.push_back(number.toInt());
  }
  return path;
}

void RuleGrip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(Tokens::of(this).text2);
  const QPointF middle = QRectF(rect()).center();
  for (const int column : {-1, 1}) {
    for (const int row : {-1, 0, 1}) {
      painter.drawEllipse(middle + QPointF(column * kStep / 2, row * kStep), kDot / 2, kDot / 2);
    }
  }
}

void RuleGrip::mousePressEvent(QMouseEvent* event) {
  m_pressedAt = event->pos();
}

void RuleGrip::mouseMoveEvent(QMouseEvent* event) {
  const bool far = (event->pos() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance();
  if (!(event->buttons() & Qt::LeftButton) || !far) return;
  QByteArray path;
  for (const int number : m_path) path += (path.isEmpty() ? "" : "/") + QByteArray::number(number);
  auto* load = new QMimeData;
  load->setData(kMimeType, path);
  // The window's: the list may be made anew while the mouse drags.
  auto* drag = new QDrag(window());
  drag->setMimeData(load);
  drag->setPixmap(parentWidget()->grab());
  drag->setHotSpot(event->pos() + pos());
  drag->exec(Qt::MoveAction);
}

}  // namespace heliograph::ui
