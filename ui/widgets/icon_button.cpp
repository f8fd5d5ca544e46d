// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icon_button.h"

#include <QFontMetrics>
#include <QPainter>

#include "ui/theme/direction.h"
#include "ui/theme/drawing.h"
#include "ui/theme/type_scale.h"

namespace heliograph::ui {
namespace {

constexpr int CaptionGap = 7;

QFont captionFont() {
  QFont font = typeFont(TypeRole::Body);
  font.setWeight(QFont::Medium);
  return font;
}

}  // namespace

IconButton::IconButton(Icon icon, const QString& name, QWidget* parent) : QToolButton(parent), m_icon(icon) {
  setAccessibleName(name);
  setToolTip(name);
  setAutoRaise(true);
  setPopupMode(QToolButton::InstantPopup);
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconButton::setPictogram(Icon icon) {
  m_icon = icon;
  update();
}

void IconButton::setCaption(const QString& text) {
  m_caption = text;
  updateGeometry();
  update();
}

void IconButton::setCompact(bool compact) {
  if (compact == m_compact) return;
  m_compact = compact;
  updateGeometry();
  update();
}

QSize IconButton::sizeHint() const {
  return {m_compact ? size::Control : fullWidth(), size::Control};
}

int IconButton::fullWidth() const {
  if (m_caption.isEmpty()) return size::Control;
  return QFontMetrics(captionFont()).horizontalAdvance(m_caption) + size::Icon + CaptionGap + 18;
}

void IconButton::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Tokens& tokens = Tokens::of(this);
  drawing::ButtonLook look;
  look.quiet = true;
  look.enabled = isEnabled();
  look.hovered = underMouse();
  look.pressed = isDown() || isChecked();
  look.focused = hasFocus();
  QColor ink = drawing::buttonGround(&painter, rect(), look, tokens);
  if (!isEnabled()) ink = tokens.lineStrong;
  const int left = isIconOnly() ? (width() - size::Icon) / 2 : 9;
  paintIcon(&painter, mirrored(&painter, rect(), QRect(left, (height() - size::Icon) / 2, size::Icon, size::Icon)),
            m_icon, ink);
  if (isIconOnly()) return;
  painter.setFont(captionFont());
  painter.setPen(isEnabled() ? tokens.text2 : tokens.text3);
  drawWords(&painter, mirrored(&painter, rect(), rect().adjusted(left + size::Icon + CaptionGap, 0, 0, 0)),
            Qt::AlignLeft | Qt::AlignVCenter, m_caption);
}

}  // namespace heliograph::ui
