// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/drawing.h"

#include <QApplication>
#include <QDateTimeEdit>
#include <QPainter>
#include <QStyleOption>

#include "ui/theme/direction.h"
#include "ui/theme/icons.h"
#include "ui/theme/type_scale.h"

namespace heliograph::ui::drawing {
namespace {

bool hasState(const QStyleOption* option, QStyle::StateFlag flag) {
  return option->state.testFlag(flag);
}

bool showsFocus(const QStyleOption* option) {
  return hasState(option, QStyle::State_HasFocus) && hasState(option, QStyle::State_KeyboardFocusChange);
}

}  // namespace

void roundRect(QPainter* painter, const QRectF& rect, qreal radius, const QColor& fill, const QColor& border,
               qreal borderWidth) {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
  painter->setPen(border.isValid() ? QPen(border, borderWidth) : QPen(Qt::NoPen));
  const qreal inset = border.isValid() ? borderWidth / 2 : 0;
  painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
  painter->restore();
}

void focusRing(QPainter* painter, const QRectF& rect, qreal radius, const Tokens& tokens) {
  roundRect(painter, rect, radius, QColor(), tokens.accent, 2);
}

QColor mix(const QColor& under, const QColor& over, qreal amount) {
  const auto blend = [amount](int a, int b) { return static_cast<int>(a + (b - a) * amount + 0.5); };
  return QColor(blend(under.red(), over.red()), blend(under.green(), over.green()), blend(under.blue(), over.blue()));
}

QColor buttonGround(QPainter* painter, const QRectF& rect, const ButtonLook& look, const Tokens& tokens) {
  const qreal radius = size::ControlCorner;
  const qreal lift = look.pressed ? 0.16 : (look.hovered ? 0.08 : 0);
  QColor ink = tokens.text;
  if (look.primary || look.danger) {
    QColor ground = look.danger ? tokens.problem : tokens.accent;
    ground = look.enabled ? mix(ground, tokens.text, lift) : mix(tokens.surface, ground, tokens.dark ? 0.5 : 0.45);
    roundRect(painter, rect, radius, ground, QColor());
    ink = tokens.onAccent;
    if (look.focused) roundRect(painter, rect.adjusted(2, 2, -2, -2), radius - 2, QColor(), tokens.onAccent, 1.5);
    return ink;
  }
  const QColor hover = mix(tokens.surface, tokens.text, lift * 0.6);
  if (look.quiet) {
    if (look.enabled && lift > 0)
      roundRect(painter, rect, radius, mix(tokens.window, tokens.text, lift * 0.8), QColor());
    ink = look.enabled ? tokens.text2 : tokens.text3;
  } else {
    roundRect(painter, rect, radius, look.enabled ? hover : tokens.surface2,
              look.enabled ? tokens.lineStrong : tokens.line);
    if (!look.enabled) ink = tokens.text3;
  }
  if (look.focused) focusRing(painter, rect, radius, tokens);
  return ink;
}

void fieldFrame(QPainter* painter, const QRectF& rect, bool enabled, bool focused, bool hovered, const Tokens& tokens) {
  const QColor ground = enabled ? tokens.surface : tokens.surface2;
  const QColor border = !enabled ? tokens.line : (hovered ? tokens.text3 : tokens.lineStrong);
  if (focused) {
    roundRect(painter, rect, size::ControlCorner, ground, tokens.accentLine, 2);
    roundRect(painter, rect.adjusted(1, 1, -1, -1), size::ControlCorner - 1, QColor(), tokens.accent, 1);
  } else {
    roundRect(painter, rect, size::ControlCorner, ground, border);
  }
}

void checkBox(QPainter* painter, const QRectF& rect, const QStyleOption* option, const Tokens& tokens) {
  const bool enabled = hasState(option, QStyle::State_Enabled);
  const bool on = hasState(option, QStyle::State_On);
  const bool partly = hasState(option, QStyle::State_NoChange);
  if (on || partly) {
    roundRect(painter, rect, 4, enabled ? tokens.accent : tokens.lineStrong, QColor());
    paintIcon(painter, rect.adjusted(2, 2, -2, -2), on ? Icon::Check : Icon::Minus,
              enabled ? tokens.onAccent : tokens.surface);
  } else {
    const bool hovered = enabled && hasState(option, QStyle::State_MouseOver);
    roundRect(painter, rect, 4, enabled ? tokens.surface : tokens.surface2, hovered ? tokens.text3 : tokens.lineStrong);
  }
  if (showsFocus(option)) focusRing(painter, rect.adjusted(-2, -2, 2, 2), 6, tokens);
}

void radioButton(QPainter* painter, const QRectF& rect, bool on, bool enabled, bool focused, const Tokens& tokens) {
  const qreal radius = rect.width() / 2;
  if (on) {
    roundRect(painter, rect, radius, enabled ? tokens.accent : tokens.lineStrong, QColor());
    const qreal dot = rect.width() * 0.32;
    roundRect(painter, rect.adjusted(dot, dot, -dot, -dot), radius, enabled ? tokens.onAccent : tokens.surface,
              QColor());
  } else {
    roundRect(painter, rect, radius, enabled ? tokens.surface : tokens.surface2, tokens.lineStrong);
  }
  if (focused) focusRing(painter, rect.adjusted(-2, -2, 2, 2), radius + 2, tokens);
}

void pushButton(QPainter* painter, const QStyleOptionButton* option, const QWidget*) {
  ButtonLook look;
  look.primary = option->features.testFlag(QStyleOptionButton::DefaultButton);
  look.quiet = option->features.testFlag(QStyleOptionButton::Flat);
  look.enabled = hasState(option, QStyle::State_Enabled);
  look.hovered = hasState(option, QStyle::State_MouseOver);
  look.pressed = hasState(option, QStyle::State_Sunken) || hasState(option, QStyle::State_On);
  look.focused = showsFocus(option);
  buttonGround(painter, option->rect, look, Tokens::of(option->palette));
}

void comboBox(QPainter* painter, const QStyleOptionComboBox* option, const QWidget* widget) {
  const Tokens& tokens = Tokens::of(option->palette);
  const bool enabled = hasState(option, QStyle::State_Enabled);
  const bool focused = hasState(option, QStyle::State_HasFocus) || (widget != nullptr && widget->hasFocus());
  if (option->frame)
    fieldFrame(painter, option->rect, enabled, focused, hasState(option, QStyle::State_MouseOver), tokens);
  const QRectF arrow(option->rect.right() - 27, option->rect.center().y() - 7, 16, 16);
  paintIcon(painter, arrow, Icon::ChevronDown, enabled ? tokens.text2 : tokens.text3);
}

void spinBox(QPainter* painter, const QStyleOptionSpinBox* option, const QWidget* widget) {
  const Tokens& tokens = Tokens::of(option->palette);
  const bool enabled = hasState(option, QStyle::State_Enabled);
  fieldFrame(painter, option->rect, enabled, hasState(option, QStyle::State_HasFocus),
             hasState(option, QStyle::State_MouseOver), tokens);
  const QColor ink = enabled ? tokens.text2 : tokens.text3;
  const QRect box = option->rect;
  const auto* dateEdit = qobject_cast<const QDateTimeEdit*>(widget);
  if (dateEdit != nullptr && dateEdit->calendarPopup()) {
    paintIcon(painter, QRectF(box.right() - 26, box.center().y() - 7, 16, 16), Icon::Calendar, ink);
    return;
  }
  if (option->buttonSymbols == QAbstractSpinBox::NoButtons) return;
  paintIcon(painter, QRectF(box.right() - 20, box.center().y() - 11, 12, 12), Icon::ChevronUp, ink);
  paintIcon(painter, QRectF(box.right() - 20, box.center().y(), 12, 12), Icon::ChevronDown, ink);
}

void tab(QPainter* painter, const QStyleOptionTab* option) {
  const Tokens& tokens = Tokens::of(option->palette);
  const bool chosen = hasState(option, QStyle::State_Selected);
  const bool enabled = hasState(option, QStyle::State_Enabled);
  const QRect rect = option->rect;
  QColor ink = chosen ? tokens.accent : tokens.text2;
  if (!enabled) ink = tokens.text3;
  if (!chosen && enabled && hasState(option, QStyle::State_MouseOver)) ink = tokens.text;
  painter->save();
  painter->setFont(typeFont(TypeRole::Label));
  painter->setPen(ink);
  drawWords(painter, rect.adjusted(0, 0, 0, -4), Qt::AlignCenter, option->text, Qt::TextShowMnemonic);
  painter->restore();
  painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens.line);
  if (chosen) {
    const int width = QFontMetrics(typeFont(TypeRole::Label)).size(Qt::TextShowMnemonic, option->text).width();
    painter->fillRect(QRect(rect.center().x() - width / 2, rect.bottom() - 1, width, 2), tokens.accent);
  }
  if (showsFocus(option)) focusRing(painter, rect.adjusted(2, 2, -2, -6), size::PillCorner, tokens);
}

void headerSection(QPainter* painter, const QStyleOptionHeader* option) {
  const Tokens& tokens = Tokens::of(option->palette);
  painter->fillRect(option->rect, option->palette.color(QPalette::Button));
  if (option->orientation == Qt::Horizontal) {
    painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), tokens.line);
  }
}

void itemPanel(QPainter* painter, const QStyleOptionViewItem* option) {
  const Tokens& tokens = Tokens::of(option->palette);
  if (option->backgroundBrush.style() != Qt::NoBrush) painter->fillRect(option->rect, option->backgroundBrush);
  if (hasState(option, QStyle::State_Selected)) {
    painter->fillRect(option->rect, tokens.accentWeak);
  } else if (hasState(option, QStyle::State_MouseOver) && hasState(option, QStyle::State_Enabled)) {
    painter->fillRect(option->rect, mix(option->palette.color(QPalette::Base), tokens.text, 0.03));
  }
}

void progressBar(QPainter* painter, const QStyleOptionProgressBar* option) {
  const Tokens& tokens = Tokens::of(option->palette);
  const QRectF groove(option->rect.left(), option->rect.center().y() - 2, option->rect.width(), 6);
  roundRect(painter, groove, 3, tokens.dark ? tokens.surface : mix(tokens.surface, tokens.line, 0.7), QColor());
  const qreal span = option->maximum - option->minimum;
  qreal from = 0;
  qreal part = span > 0 ? (option->progress - option->minimum) / span : 0.3;
  if (span <= 0) from = 0.35;
  if (part <= 0) return;
  QRectF bar(groove.left() + groove.width() * from, groove.top(), std::max(6.0, groove.width() * part), 6);
  if (option->direction == Qt::RightToLeft) bar.moveRight(groove.right() - groove.width() * from);
  roundRect(painter, bar, 3, tokens.accent, QColor());
}

void scrollBar(QPainter* painter, const QStyleOptionSlider* option, const QRect& handle) {
  const Tokens& tokens = Tokens::of(option->palette);
  if (option->maximum <= option->minimum) return;
  const bool active = hasState(option, QStyle::State_MouseOver) || hasState(option, QStyle::State_Sunken);
  const QRectF thumb = QRectF(handle).adjusted(2, 2, -2, -2);
  roundRect(painter, thumb, 3, active ? tokens.text3 : tokens.lineStrong, QColor());
}

}  // namespace heliograph::ui::drawing
