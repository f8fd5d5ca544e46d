// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include "ui/theme/tokens.h"

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionFrame;
class QStyleOptionHeader;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QStyleOptionViewItem;
class QWidget;

/// The hand that draws: what the style and the widgets share.
namespace heliograph::ui::drawing {

/// A filled rectangle with round corners and a border of `borderWidth` px inside it; an invalid colour leaves a part
/// out.
void roundRect(QPainter* painter, const QRectF& rect, qreal radius, const QColor& fill, const QColor& border,
               qreal borderWidth = 1);
/// The ring around what has the keyboard.
void focusRing(QPainter* painter, const QRectF& rect, qreal radius, const Tokens& tokens);
/// `over` laid on `under` with that much of it, 0 to 1.
QColor mix(const QColor& under, const QColor& over, qreal amount);

/// What a button looks like now.
struct ButtonLook {
  bool primary = false;
  bool danger = false;
  bool quiet = false;
  bool enabled = true;
  bool hovered = false;
  bool pressed = false;
  bool focused = false;
};
/// Draws a button's ground and ring and gives the colour for what stands on it.
QColor buttonGround(QPainter* painter, const QRectF& rect, const ButtonLook& look, const Tokens& tokens);
/// Ground and border of a field.
void fieldFrame(QPainter* painter, const QRectF& rect, bool enabled, bool focused, bool hovered, const Tokens& tokens);
/// A check box (16 px) or a radio button.
void checkBox(QPainter* painter, const QRectF& rect, const QStyleOption* option, const Tokens& tokens);
void radioButton(QPainter* painter, const QRectF& rect, bool on, bool enabled, bool focused, const Tokens& tokens);

void pushButton(QPainter* painter, const QStyleOptionButton* option, const QWidget* widget);
void comboBox(QPainter* painter, const QStyleOptionComboBox* option, const QWidget* widget);
void spinBox(QPainter* painter, const QStyleOptionSpinBox* option, const QWidget* widget);
void tab(QPainter* painter, const QStyleOptionTab* option);
void headerSection(QPainter* painter, const QStyleOptionHeader* option);
void itemPanel(QPainter* painter, const QStyleOptionViewItem* option);
void progressBar(QPainter* painter, const QStyleOptionProgressBar* option);
void scrollBar(QPainter* painter, const QStyleOptionSlider* option, const QRect& handle);

}  // namespace heliograph::ui::drawing
