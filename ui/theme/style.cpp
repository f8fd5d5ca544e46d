// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include <QAbstractItemDelegate>
#include <QCalendarWidget>
#include <QComboBox>
#include <QPainter>
#include <QStyleOption>
#include <QTextCharFormat>

#include "ui/theme/combo_rows.h"
#include "ui/theme/direction.h"
#include "ui/theme/drawing.h"

namespace heliograph::ui {
namespace {

using PrimitivePart = QStyle::PrimitiveElement;
using ControlPart = QStyle::ControlElement;

constexpr int kAlignments = static_cast<int>(Qt::AlignHorizontal_Mask | Qt::AlignVertical_Mask);

bool isInState(const QStyleOption* option, QStyle::StateFlag flag) {
  return option->state.testFlag(flag);
}

/// Without red weekends, week numbers and the coloured head.
void quieten(QCalendarWidget* calendar) {
  calendar->setWeekdayTextFormat(Qt::Saturday, QTextCharFormat());
  calendar->setWeekdayTextFormat(Qt::Sunday, QTextCharFormat());
  calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
  if (auto* head = calendar->findChild<QWidget*>(QStringLiteral("qt_calendar_navigationbar"))) {
    head->setBackgroundRole(QPalette::Base);
  }
}

/// Check boxes, radio buttons and the focus ring. True if it was one of them.
bool drawIndicator(PrimitivePart element, const QStyleOption* option, QPainter* painter) {
  const Tokens& tokens = Tokens::of(option->palette);
  const bool focused =
      isInState(option, QStyle::State_HasFocus) && isInState(option, QStyle::State_KeyboardFocusChange);
  if (element == QStyle::PE_IndicatorCheckBox || element == QStyle::PE_IndicatorItemViewItemCheck) {
    drawing::checkBox(painter, option->rect, option, tokens);
  } else if (element == QStyle::PE_IndicatorRadioButton) {
    drawing::radioButton(painter, option->rect, isInState(option, QStyle::State_On),
                         isInState(option, QStyle::State_Enabled), focused, tokens);
  } else if (element == QStyle::PE_FrameFocusRect) {
    drawing::focusRing(painter, option->rect, size::PillCorner, tokens);
  } else {
    return false;
  }
  return true;
}

/// Grounds and frames of fields, buttons and rows. True if it was one of them.
bool drawPanel(PrimitivePart element, const QStyleOption* option, QPainter* painter, const QWidget* widget) {
  if (element == QStyle::PE_PanelLineEdit) {
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
    if (frame != nullptr && frame->lineWidth > 0) {
      drawing::fieldFrame(painter, option->rect, isInState(option, QStyle::State_Enabled),
                          isInState(option, QStyle::State_HasFocus), isInState(option, QStyle::State_MouseOver),
                          Tokens::of(option->palette));
    }
    return true;
  }
  if (element == QStyle::PE_PanelButtonCommand) {
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (button != nullptr) drawing::pushButton(painter, button, widget);
    return button != nullptr;
  }
  if (element == QStyle::PE_PanelItemViewItem) {
    const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
    if (item != nullptr) drawing::itemPanel(painter, item);
    return item != nullptr;
  }
  return false;
}

/// What floats, and the frames that are left out. True if it was one of them.
bool drawFrame(PrimitivePart element, const QStyleOption* option, QPainter* painter) {
  const Tokens& tokens = Tokens::of(option->palette);
  switch (element) {
    case QStyle::PE_FrameLineEdit:
    case QStyle::PE_FrameTabBarBase:
    case QStyle::PE_FrameTabWidget:
    case QStyle::PE_FrameDefaultButton:
      return true;
    case QStyle::PE_PanelMenu:
    case QStyle::PE_FrameMenu:
      drawing::roundRect(painter, option->rect, 0, tokens.surface, tokens.line);
      return true;
    case QStyle::PE_PanelTipLabel:
      drawing::roundRect(painter, option->rect, 0, tokens.surface, tokens.lineStrong);
      return true;
    default:
      return false;
  }
}

void drawMenuBarItem(const QStyleOptionMenuItem& option, QPainter* painter) {
  const Tokens& tokens = Tokens::of(option.palette);
  painter->fillRect(option.rect, tokens.surface);
  const bool open = option.state.testFlag(QStyle::State_Selected);
  if (open) {
    drawing::roundRect(painter, option.rect.adjusted(0, 3, 0, -3), size::PillCorner, tokens.accentWeak, QColor());
  }
  const QColor ink = open ? tokens.text : tokens.text2;
  painter->setPen(option.state.testFlag(QStyle::State_Enabled) ? ink : tokens.text3);
  drawWords(painter, option.rect, Qt::AlignCenter, option.text, Qt::TextHideMnemonic | Qt::TextSingleLine);
}

/// The label of a column: quiet, and not bold for the column of the current cell.
QStyleOptionHeaderV2 quietHeader(const QStyleOptionHeader& header) {
  QStyleOptionHeaderV2 copy;
  static_cast<QStyleOptionHeader&>(copy) = header;
  if (const auto* newer = qstyleoption_cast<const QStyleOptionHeaderV2*>(&header)) copy = *newer;
  copy.state.setFlag(QStyle::State_On, false);
  copy.palette.setColor(QPalette::ButtonText, Tokens::of(header.palette).text2);
  return copy;
}

/// The words of a cell in their own order ("Now, 62 %") although the window is mirrored.
void letWordsRunTheirWay(QStyleOptionViewItem& cell) {
  const bool onlyWords = cell.icon.isNull() && !cell.features.testFlag(QStyleOptionViewItem::HasCheckIndicator);
  if (cell.direction == Qt::LeftToRight || cell.text.isRightToLeft() || !onlyWords) return;
  cell.displayAlignment = QStyle::visualAlignment(cell.direction, cell.displayAlignment);
  cell.direction = Qt::LeftToRight;
}

/// Controls that are drawn here whole. True if it was one of them.
bool drawWhole(ControlPart element, const QStyleOption* option, QPainter* painter) {
  switch (element) {
    case QStyle::CE_TabBarTabShape:
      return true;
    case QStyle::CE_TabBarTabLabel:
      if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) drawing::tab(painter, tab);
      return true;
    case QStyle::CE_HeaderSection:
      if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
        drawing::headerSection(painter, header);
      }
      return true;
    case QStyle::CE_HeaderEmptyArea:
      painter->fillRect(option->rect, option->palette.color(QPalette::Button));
      return true;
    case QStyle::CE_MenuBarItem:
      if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) drawMenuBarItem(*item, painter);
      return true;
    case QStyle::CE_MenuBarEmptyArea:
      painter->fillRect(option->rect, Tokens::of(option->palette).surface);
      return true;
    case QStyle::CE_ProgressBar:
      if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option))
        drawing::progressBar(painter, bar);
      return true;
    default:
      return false;
  }
}

}  // namespace

Style::Style() : QProxyStyle(QStringLiteral("Fusion")) {}

void Style::polish(QWidget* widget) {
  QProxyStyle::polish(widget);
  auto* combo = qobject_cast<QComboBox*>(widget);
  // Only Qt's own delegate is replaced: it does not ask the style for the height of rows.
  if (combo != nullptr && combo->itemDelegate()->inherits("QComboBoxDelegate")) {
    combo->setItemDelegate(new ComboRows(combo));
  }
  if (auto* calendar = qobject_cast<QCalendarWidget*>(widget)) quieten(calendar);
  for (const char* hovered : {"QComboBox", "QAbstractSpinBox", "QLineEdit", "QTabBar", "QAbstractButton"}) {
    if (widget->inherits(hovered)) widget->setAttribute(Qt::WA_Hover);
  }
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
  if (drawIndicator(element, option, painter) || drawPanel(element, option, painter, widget) ||
      drawFrame(element, option, painter)) {
    return;
  }
  QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const {
  if (drawWhole(element, option, painter)) return;
  const Tokens& tokens = Tokens::of(option->palette);
  if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option); header && element == CE_HeaderLabel) {
    const QStyleOptionHeaderV2 copy = quietHeader(*header);
    return QProxyStyle::drawControl(element, &copy, painter, widget);
  }
  if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option); item && element == CE_ItemViewItem) {
    QStyleOptionViewItem copy(*item);
    copy.palette.setColor(QPalette::Highlight, tokens.accentWeak);
    // Its ring around single cells says nothing in views that select rows.
    copy.state.setFlag(State_HasFocus, false);
    letWordsRunTheirWay(copy);
    return QProxyStyle::drawControl(element, &copy, painter, widget);
  }
  if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option); item && element == CE_MenuItem) {
    QStyleOptionMenuItem copy(*item);
    const bool current = isInState(item, State_Selected) && isInState(item, State_Enabled);
    if (current) painter->fillRect(item->rect, tokens.accentWeak);
    copy.state.setFlag(State_Selected, false);
    return QProxyStyle::drawControl(element, &copy, painter, widget);
  }
  if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
      button && element == CE_PushButtonLabel && button->features.testFlag(QStyleOptionButton::DefaultButton)) {
    QStyleOptionButton copy(*button);
    copy.palette.setColor(QPalette::ButtonText, tokens.onAccent);
    return QProxyStyle::drawControl(element, &copy, painter, widget);
  }
  QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const {
  if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option); combo && control == CC_ComboBox) {
    return drawing::comboBox(painter, combo, widget);
  }
  if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option); spin && control == CC_SpinBox) {
    return drawing::spinBox(painter, spin, widget);
  }
  if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option); slider && control == CC_ScrollBar) {
    return drawing::scrollBar(painter, slider, subControlRect(control, option, SC_ScrollBarSlider, widget));
  }
  QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void Style::drawItemText(QPainter* painter, const QRect& rect, int alignment, const QPalette& palette, bool enabled,
                         const QString& text, QPalette::ColorRole role) const {
  // What is left is to let the words run their own way.
  const Qt::LayoutDirection window = painter->layoutDirection();
  const int seen = static_cast<int>(visualAlignment(window, static_cast<Qt::Alignment>(alignment & kAlignments)));
  painter->setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
  QProxyStyle::drawItemText(painter, rect, (alignment & ~kAlignments) | seen, palette, enabled, text, role);
  painter->setLayoutDirection(window);
}

}  // namespace heliograph::ui
