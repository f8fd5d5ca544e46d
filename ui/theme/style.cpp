// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include <QAbstractItemDelegate>
#include <QCalendarWidget>
#include <QComboBox>
#include <QPainter>
#include <QStyleOption>
#include <QTextCharFormat>
#include <QToolButton>

#include "ui/theme/combo_rows.h"
#include "ui/theme/drawing.h"
#include "ui/theme/icons.h"
#include "ui/theme/type_scale.h"

namespace heliograph::ui {
namespace {

/// Without red weekends, week numbers and the coloured head.
void quieten(QCalendarWidget* calendar) {
  calendar->setWeekdayTextFormat(Qt::Saturday, QTextCharFormat());
  calendar->setWeekdayTextFormat(Qt::Sunday, QTextCharFormat());
  calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
  if (auto* head = calendar->findChild<QWidget*>(QStringLiteral("qt_calendar_navigationbar"))) {
    head->setBackgroundRole(QPalette::Base);
  }
}

void drawItem(const QProxyStyle* style, const QStyleOptionViewItem* option, QPainter* painter, const QWidget* widget) {
  QStyleOptionViewItem copy(*option);
  copy.palette.setColor(QPalette::Highlight, Tokens::of(option->palette).accentWeak);
  // Its ring around single cells says nothing in views that select rows.
  copy.state.setFlag(QStyle::State_HasFocus, false);
  style->baseStyle()->drawControl(QStyle::CE_ItemViewItem, &copy, painter, widget);
}

void drawFocusRect(const QStyleOption* option, QPainter* painter) {
  drawing::focusRing(painter, option->rect, size::PillCorner, Tokens::of(option->palette));
}

}  // namespace

Style::Style() : QProxyStyle(QStringLiteral("Fusion")) {}

void Style::polish(QWidget* widget) {
  QProxyStyle::polish(widget);
  auto* combo = qobject_cast<QComboBox*>(widget);
  // Only Qt's own delegate is replaced: it does not ask the style for the height of rows.
  if (combo != nullptr && combo->itemDelegate()->inherits("QComboBoxDelegate"))
    combo->setItemDelegate(new ComboRows(combo));
  if (auto* calendar = qobject_cast<QCalendarWidget*>(widget)) quieten(calendar);
  if (combo != nullptr || widget->inherits("QAbstractSpinBox") || widget->inherits("QLineEdit") ||
      widget->inherits("QTabBar") || widget->inherits("QAbstractButton")) {
    widget->setAttribute(Qt::WA_Hover);
  }
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
  const Tokens& tokens = Tokens::of(option->palette);
  const bool enabled = option->state.testFlag(State_Enabled);
  switch (element) {
    case PE_PanelLineEdit:
      if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
          frame != nullptr && frame->lineWidth > 0) {
        drawing::fieldFrame(painter, option->rect, enabled, option->state.testFlag(State_HasFocus),
                            option->state.testFlag(State_MouseOver), tokens);
      }
      return;
    case PE_FrameLineEdit:
      return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
      drawing::checkBox(painter, option->rect, option, tokens);
      return;
    case PE_IndicatorRadioButton:
      drawing::radioButton(painter, option->rect, option->state.testFlag(State_On), enabled,
                           option->state.testFlag(State_HasFocus) && option->state.testFlag(State_KeyboardFocusChange),
                           tokens);
      return;
    case PE_PanelButtonCommand:
      if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
        drawing::pushButton(painter, button, widget);
        return;
      }
      break;
    case PE_FrameFocusRect:
      drawFocusRect(option, painter);
      return;
    case PE_FrameTabBarBase:
    case PE_FrameTabWidget:
    case PE_FrameDefaultButton:
      return;
    case PE_PanelItemViewItem:
      if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option)) {
        drawing::itemPanel(painter, item);
        return;
      }
      break;
    case PE_PanelMenu:
    case PE_FrameMenu:
      painter->fillRect(option->rect, tokens.surface);
      drawing::roundRect(painter, option->rect, 0, QColor(), tokens.line);
      return;
    case PE_PanelTipLabel:
      drawing::roundRect(painter, option->rect, 0, tokens.surface, tokens.lineStrong);
      return;
    default:
      break;
  }
  QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const {
  switch (element) {
    case CE_TabBarTabShape:
      return;
    case CE_TabBarTabLabel:
      if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) drawing::tab(painter, tab);
      return;
    case CE_HeaderSection:
      if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
        drawing::headerSection(painter, header);
      return;
    case CE_HeaderEmptyArea:
      painter->fillRect(option->rect, option->palette.color(QPalette::Button));
      return;
    case CE_HeaderLabel:
      if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
        QStyleOptionHeaderV2 copy;
        if (const auto* newer = qstyleoption_cast<const QStyleOptionHeaderV2*>(option))
          copy = *newer;
        else
          static_cast<QStyleOptionHeader&>(copy) = *header;
        copy.state.setFlag(State_On, false);
        copy.palette.setColor(QPalette::ButtonText, Tokens::of(option->palette).text2);
        QProxyStyle::drawControl(element, &copy, painter, widget);
      }
      return;
    case CE_ItemViewItem:
      if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option))
        drawItem(this, item, painter, widget);
      return;
    case CE_PushButtonLabel:
      if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
        QStyleOptionButton copy(*button);
        if (button->features.testFlag(QStyleOptionButton::DefaultButton)) {
          copy.palette.setColor(QPalette::ButtonText, Tokens::of(option->palette).onAccent);
        }
        QProxyStyle::drawControl(element, &copy, painter, widget);
      }
      return;
    case CE_MenuItem:
      if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
        QStyleOptionMenuItem copy(*item);
        const bool current = item->state.testFlag(State_Selected) && item->state.testFlag(State_Enabled);
        if (current) painter->fillRect(item->rect, Tokens::of(option->palette).accentWeak);
        copy.state.setFlag(State_Selected, false);
        QProxyStyle::drawControl(element, &copy, painter, widget);
      }
      return;
    case CE_MenuBarItem:
      if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) drawMenuBarItem(*item, painter);
      return;
    case CE_MenuBarEmptyArea:
      painter->fillRect(option->rect, Tokens::of(option->palette).surface);
      return;
    case CE_ProgressBar:
      if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option))
        drawing::progressBar(painter, bar);
      return;
    default:
      QProxyStyle::drawControl(element, option, painter, widget);
  }
}

void Style::drawMenuBarItem(const QStyleOptionMenuItem& option, QPainter* painter) const {
  const Tokens& tokens = Tokens::of(option.palette);
  painter->fillRect(option.rect, tokens.surface);
  const bool open = option.state.testFlag(State_Selected);
  if (open)
    drawing::roundRect(painter, option.rect.adjusted(0, 3, 0, -3), size::PillCorner, tokens.accentWeak, QColor());
  painter->setPen(option.state.testFlag(State_Enabled) ? (open ? tokens.text : tokens.text2) : tokens.text3);
  painter->drawText(option.rect, Qt::AlignCenter | Qt::TextHideMnemonic | Qt::TextSingleLine, option.text);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const {
  if (control == CC_ComboBox) {
    if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option))
      return drawing::comboBox(painter, combo, widget);
  } else if (control == CC_SpinBox) {
    if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option))
      return drawing::spinBox(painter, spin, widget);
  } else if (control == CC_ScrollBar) {
    if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
      return drawing::scrollBar(painter, slider, subControlRect(control, option, SC_ScrollBarSlider, widget));
    }
  }
  QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                            const QWidget* widget) const {
  if (control == CC_ScrollBar && (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine)) return {};
  if (control == CC_ComboBox && part == SC_ComboBoxEditField) return option->rect.adjusted(size::Small, 1, -28, -1);
  if (control == CC_SpinBox && part == SC_SpinBoxEditField) return option->rect.adjusted(6, 1, -26, -1);
  if (control == CC_ScrollBar) {
    if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option)) return scrollBarRect(*slider, part);
  }
  return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
  if (element == SE_LineEditContents) {
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
    if (frame != nullptr && frame->lineWidth > 0) return option->rect.adjusted(size::Small, 1, -size::Small, -1);
  }
  return QProxyStyle::subElementRect(element, option, widget);
}

QRect Style::scrollBarRect(const QStyleOptionSlider& option, SubControl part) const {
  const bool lying = option.orientation == Qt::Horizontal;
  const int length = lying ? option.rect.width() : option.rect.height();
  const auto piece = [&](int from, int extent) {
    const QRect rect = lying ? QRect(option.rect.left() + from, option.rect.top(), extent, option.rect.height())
                             : QRect(option.rect.left(), option.rect.top() + from, option.rect.width(), extent);
    return visualRect(option.direction, option.rect, rect);
  };
  const int range = option.maximum - option.minimum;
  int handle = length;
  if (range > 0) {
    handle = static_cast<int>(static_cast<qint64>(option.pageStep) * length / (range + option.pageStep));
    handle = std::min(length, std::max(handle, pixelMetric(PM_ScrollBarSliderMin)));
  }
  const int start = sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition, length - handle,
                                            option.upsideDown);
  switch (part) {
    case SC_ScrollBarGroove:
      return option.rect;
    case SC_ScrollBarSlider:
      return piece(start, handle);
    case SC_ScrollBarSubPage:
      return piece(0, start);
    case SC_ScrollBarAddPage:
      return piece(start + handle, length - start - handle);
    default:
      return {};
  }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                              const QWidget* widget) const {
  QSize wanted = QProxyStyle::sizeFromContents(type, option, contents, widget);
  switch (type) {
    case CT_LineEdit:
      if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
          frame != nullptr && frame->lineWidth == 0) {
        return wanted;
      }
      wanted.setHeight(size::Field);
      break;
    case CT_ComboBox:
    case CT_SpinBox:
      wanted.setHeight(size::Field);
      wanted.rwidth() += type == CT_SpinBox ? size::Wide : size::Medium;
      break;
    case CT_PushButton:
      wanted.setHeight(size::Control);
      wanted.rwidth() += size::Small;
      break;
    case CT_TabBarTab:
      if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) {
        wanted = QFontMetrics(typeFont(TypeRole::Label)).size(Qt::TextShowMnemonic, tab->text) + QSize(20, 0);
      }
      wanted.setHeight(36);
      break;
    case CT_HeaderSection:
      wanted.setHeight(size::Control);
      break;
    case CT_MenuItem:
      wanted.rwidth() += size::Large;
      if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
          item != nullptr && item->menuItemType != QStyleOptionMenuItem::Separator) {
        wanted.setHeight(std::max(wanted.height(), 28));
      }
      break;
    case CT_MenuBarItem:
      wanted.setHeight(28);
      break;
    case CT_ProgressBar:
      wanted.setHeight(8);
      break;
    default:
      break;
  }
  return wanted;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
  switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
      return size::Icon;
    case PM_ScrollBarExtent:
      return 10;
    case PM_ScrollBarSliderMin:
      return 28;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
      return size::Medium - 2;
    case PM_MenuBarPanelWidth:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseHeight:
      return 0;
    case PM_MenuVMargin:
      return size::Tiny;
    case PM_HeaderMargin:
    case PM_FocusFrameHMargin:
      return size::Small;
    case PM_ToolTipLabelFrameWidth:
      return 5;
    case PM_LineEditIconSize:
      return size::Icon;
    default:
      return QProxyStyle::pixelMetric(metric, option, widget);
  }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* answer) const {
  switch (hint) {
    case SH_Widget_Animation_Duration:
      return m_lessMotion ? 0 : size::FadeMs;
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_ComboBox_Popup:
    case SH_UnderlineShortcut:
      return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_ScrollBar_LeftClickAbsolutePosition:
      return 1;
    case SH_TabBar_Alignment:
      return Qt::AlignLeft;
    case SH_ToolTip_WakeUpDelay:
      return 400;
    default:
      return QProxyStyle::styleHint(hint, option, widget, answer);
  }
}

QIcon Style::standardIcon(StandardPixmap picture, const QStyleOption* option, const QWidget* widget) const {
  switch (picture) {
    case SP_MessageBoxWarning:
      return makeIcon(Icon::Warning);
    case SP_MessageBoxCritical:
      return makeIcon(Icon::Problem);
    case SP_MessageBoxInformation:
      return makeIcon(Icon::Info);
    case SP_MessageBoxQuestion:
      return makeIcon(Icon::Help);
    case SP_ArrowLeft:
      return makeIcon(Icon::ChevronLeft);
    case SP_ArrowRight:
      return makeIcon(Icon::ChevronRight);
    case SP_LineEditClearButton:
      return makeIcon(Icon::Close);
    default:
      return QProxyStyle::standardIcon(picture, option, widget);
  }
}

}  // namespace heliograph::ui
