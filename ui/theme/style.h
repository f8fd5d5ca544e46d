// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>
#include <QStyleOption>

namespace heliograph::ui {

/// Fusion with the few parts redrawn that make the house look: fields, buttons, boxes, tabs, tables, bars. Takes all
/// colours from `Tokens::of` the palette it is handed.
class Style final : public QProxyStyle {
  Q_OBJECT
 public:
  Style();

  void setLessMotion(bool less) { m_lessMotion = less; }

  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget = nullptr) const override;
  void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                   const QWidget* widget = nullptr) const override;
  void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                          const QWidget* widget = nullptr) const override;
  void drawItemText(QPainter* painter, const QRect& rect, int alignment, const QPalette& palette, bool enabled,
                    const QString& text, QPalette::ColorRole role = QPalette::NoRole) const override;
  [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                     const QWidget* widget = nullptr) const override;
  [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption* option,
                                     const QWidget* widget = nullptr) const override;
  [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                                       const QWidget* widget = nullptr) const override;
  [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option = nullptr,
                                const QWidget* widget = nullptr) const override;
  [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption* option = nullptr, const QWidget* widget = nullptr,
                              QStyleHintReturn* answer = nullptr) const override;
  [[nodiscard]] QIcon standardIcon(StandardPixmap picture, const QStyleOption* option = nullptr,
                                   const QWidget* widget = nullptr) const override;
  using QProxyStyle::polish;
  void polish(QWidget* widget) override;

 private:
  [[nodiscard]] QRect scrollBarRect(const QStyleOptionSlider& option, SubControl part) const;

  bool m_lessMotion = false;
};

}  // namespace heliograph::ui
