// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/joint_chip.h"

#include <QFontMetrics>
#include <QPainter>

#include "ui/theme/drawing.h"
#include "ui/theme/type_scale.h"

namespace heliograph::ui {

namespace {

QFont jointFont() {
  QFont font = typeFont(TypeRole::Hint);
  font.setWeight(QFont::Medium);
  return font;
}

}  // namespace

JointChip::JointChip(audience::SegmentGroup::Join join, QWidget* parent) : QAbstractButton(parent) {
  const bool all = join == audience::SegmentGroup::Join::All;
  setObjectName(QStringLiteral("rules.joint"));
  setText(all ? tr("AND") : tr("OR"));
  const QString what = all ? tr("AND: all of these rules must hold. Press to change it to OR: one is enough.")
                           : tr("OR: one of these rules is enough. Press to change it to AND: all must hold.");
  setAccessibleName(what);
  setToolTip(what);
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_Hover);
  setCursor(Qt::PointingHandCursor);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize JointChip::sizeHint() const {
  return {QFontMetrics(jointFont()).horizontalAdvance(text()) + 18, size::ChipHeight};
}

void JointChip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Tokens& tokens = Tokens::of(this);
  const bool active = underMouse() || isDown();
  drawing::roundRect(&painter, rect(), height() / 2.0, active ? tokens.accentWeak : tokens.surface,
                     active ? tokens.accentLine : tokens.lineStrong);
  painter.setFont(jointFont());
  painter.setPen(active ? tokens.accent : tokens.text2);
  painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, text());
  if (hasFocus()) drawing::focusRing(&painter, rect(), height() / 2.0, tokens);
}

}  // namespace heliograph::ui
