// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The sizes and habits of the style; what it draws is in style.cpp.
#include <QFontMetrics>
#include <QStyleOption>
#include <algorithm>

#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/tokens.h"
#include "ui/theme/type_scale.h"

namespace heliograph::ui {
namespace {

constexpr int TabHeight = 36;
constexpr int ScrollBarWidth = 10;
constexpr int ShortestThumb = 28;
constexpr int BareBoxEdge = 2;  // what the focus ring takes on each side

/// A check box without words, whose ring would have no room.
bool isBareBox(const QStyleOption* option) {
  const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
  return button != nullptr && button->text.isEmpty() && button->icon.isNull();
}

}  // namespace

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
  const QRect rect = QProxyStyle::subElementRect(element, option, widget);
  if (element != SE_CheckBoxIndicator || !isBareBox(option)) return rect;
  return alignedRect(option->direction, Qt::AlignCenter, rect.size(), option->rect);
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
  const QSize wanted = QProxyStyle::sizeFromContents(type, option, contents, widget);
  const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
  const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
  switch (type) {
    case CT_LineEdit:
      return frame != nullptr && frame->lineWidth == 0 ? wanted : QSize(wanted.width(), size::Field);
    case CT_ComboBox:
      return {wanted.width() + size::Medium, size::Field};
    case CT_SpinBox:
      return {wanted.width() + size::Wide, size::Field};
    case CT_CheckBox:
      return isBareBox(option) ? wanted + QSize(2 * BareBoxEdge, 2 * BareBoxEdge) : wanted;
    case CT_PushButton:
      return {wanted.width() + size::Small, size::Control};
    case CT_TabBarTab:
      if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) {
        const QSize text = QFontMetrics(typeFont(TypeRole::Label)).size(Qt::TextShowMnemonic, tab->text);
        return {text.width() + 20, TabHeight};
      }
      return wanted;
    case CT_HeaderSection:
      return {wanted.width(), size::Control};
    case CT_MenuItem: {
      const bool separator = item != nullptr && item->menuItemType == QStyleOptionMenuItem::Separator;
      return {wanted.width() + size::Large,
              separator ? wanted.height() : std::max(wanted.height(), size::SmallControl)};
    }
    case CT_MenuBarItem:
      return {wanted.width(), size::SmallControl};
    case CT_ProgressBar:
      return {wanted.width(), size::Small};
    default:
      return wanted;
  }
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
      return ScrollBarWidth;
    case PM_ScrollBarSliderMin:
      return ShortestThumb;
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
    case SH_Header_ArrowAlignment:
      return Qt::AlignRight | Qt::AlignVCenter;
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
