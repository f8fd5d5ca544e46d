// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/button.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>

#include "ui/theme/direction.h"
#include "ui/theme/drawing.h"
#include "ui/theme/type_scale.h"

namespace heliograph::ui {
namespace {

constexpr int ButtonGap = 8;
constexpr int ButtonPadding = 12;

QFont buttonFont() {
  QFont font = typeFont(TypeRole::Body);
  font.setWeight(QFont::Medium);
  return font;
}

}  // namespace

Button::Button(const QString& text, ButtonRole role, Icon icon, QWidget* parent)
    : QPushButton(text, parent), m_role(role), m_leading(icon), m_height(size::Control) {
  setAttribute(Qt::WA_Hover);
  setAutoDefault(false);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Button::setRole(ButtonRole role) {
  m_role = role;
  updateGeometry();
  update();
}

void Button::setLeadingIcon(Icon icon) {
  m_leading = icon;
  updateGeometry();
  update();
}

void Button::setTrailingIcon(Icon icon) {
  m_trailing = icon;
  updateGeometry();
  update();
}

void Button::setSmall(bool small) {
  m_height = small ? size::SmallControl : size::Control;
  updateGeometry();
}

void Button::setBig(bool big) {
  m_height = big ? size::BigControl : size::Control;
  updateGeometry();
}

void Button::setBlockedBecause(const QString& reason) {
  setEnabled(reason.isEmpty());
  setToolTip(reason);
  setAccessibleDescription(reason);
}

QSize Button::sizeHint() const {
  int width = QFontMetrics(buttonFont()).size(Qt::TextShowMnemonic, text()).width() + 2 * ButtonPadding + 2;
  if (m_leading != Icon::None) width += size::Icon + ButtonGap;
  if (m_trailing != Icon::None) width += size::Icon + ButtonGap;
  if (menu() != nullptr && m_trailing == Icon::None) width += size::Icon + ButtonGap;
  return {width, m_height};
}

void Button::keyPressEvent(QKeyEvent* event) {
  // Qt presses a button by Enter only in dialogs; people expect it everywhere.
  const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (isEnter) {
    click();
  } else {
    QPushButton::keyPressEvent(event);
  }
}

void Button::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  drawing::ButtonLook look;
  look.primary = m_role == ButtonRole::Primary;
  look.danger = m_role == ButtonRole::Danger;
  look.quiet = m_role == ButtonRole::Quiet;
  look.enabled = isEnabled();
  look.hovered = underMouse();
  look.pressed = isDown() || isChecked();
  look.focused = hasFocus();
  const QColor ink = drawing::buttonGround(&painter, rect(), look, Tokens::of(this));
  const Icon trailing = m_trailing == Icon::None && menu() != nullptr ? Icon::ChevronDown : m_trailing;

  QRect inside = rect().adjusted(ButtonPadding, 0, -ButtonPadding, 0);
  const QSize icon(size::Icon, size::Icon);
  const auto place = [&](int x) {
    return mirrored(&painter, rect(), QRect(QPoint(x, (height() - size::Icon) / 2), icon));
  };
  if (m_leading != Icon::None) {
    paintIcon(&painter, place(text().isEmpty() ? (width() - size::Icon) / 2 : inside.left()), m_leading, ink);
    inside.setLeft(inside.left() + size::Icon + ButtonGap);
  }
  if (trailing != Icon::None) {
    paintIcon(&painter, place(inside.right() + 1 - size::Icon), trailing, ink);
    inside.setRight(inside.right() - size::Icon - ButtonGap);
  }
  painter.setFont(buttonFont());
  painter.setPen(ink);
  const bool alone = m_leading == Icon::None && trailing == Icon::None;
  const QString shown =
      painter.fontMetrics().elidedText(text(), Qt::ElideRight, inside.width() + 2, Qt::TextShowMnemonic);
  drawWords(&painter, mirrored(&painter, rect(), inside), alone ? Qt::AlignCenter : Qt::AlignLeft | Qt::AlignVCenter,
            shown, Qt::TextHideMnemonic);
}

}  // namespace heliograph::ui
