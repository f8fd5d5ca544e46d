// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include <QStyle>
#include <QWidget>
#include <algorithm>
#include <cmath>

namespace heliograph::ui {
namespace {

QColor rgb(unsigned value) {
  return QColor(QRgb(0xff000000U | value));
}

Tokens makeLight() {
  Tokens t;
  t.window = rgb(0xF6F7F9);
  t.surface = rgb(0xFFFFFF);
  t.surface2 = rgb(0xF1F3F6);
  t.line = rgb(0xE1E5EA);
  t.lineStrong = rgb(0xCBD2DB);
  t.text = rgb(0x1B1F27);
  t.text2 = rgb(0x566070);
  t.text3 = rgb(0x667080);
  t.accent = rgb(0x3557D6);
  t.onAccent = rgb(0xFFFFFF);
  t.accentWeak = rgb(0xE9EEFC);
  t.accentLine = rgb(0xB9C7F5);
  t.fine = rgb(0x187545);
  t.fineWeak = rgb(0xE5F4EB);
  t.attention = rgb(0x8F5B00);
  t.attentionWeak = rgb(0xFFF2D9);
  t.problem = rgb(0xB42318);
  t.problemWeak = rgb(0xFDECEA);
  t.shadow = QColor(20, 26, 40, 34);
  return t;
}

Tokens makeDark() {
  Tokens t;
  t.dark = true;
  t.window = rgb(0x14161B);
  t.surface = rgb(0x1B1E25);
  t.surface2 = rgb(0x242832);
  t.line = rgb(0x2E333D);
  t.lineStrong = rgb(0x434A57);
  t.text = rgb(0xE8EBF0);
  t.text2 = rgb(0xA6AEBB);
  t.text3 = rgb(0x8F98A6);
  t.accent = rgb(0x8BA5FF);
  t.onAccent = rgb(0x10131A);
  t.accentWeak = rgb(0x252E54);
  t.accentLine = rgb(0x3E4F92);
  t.fine = rgb(0x63C592);
  t.fineWeak = rgb(0x183428);
  t.attention = rgb(0xE6B75C);
  t.attentionWeak = rgb(0x382C13);
  t.problem = rgb(0xF28D84);
  t.problemWeak = rgb(0x40201E);
  t.shadow = QColor(0, 0, 0, 110);
  return t;
}

double channel(double value) {
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color) {
  return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

}  // namespace

const Tokens& Tokens::forLight() {
  static const Tokens tokens = makeLight();
  return tokens;
}

const Tokens& Tokens::forDark() {
  static const Tokens tokens = makeDark();
  return tokens;
}

const Tokens& Tokens::of(const QPalette& palette) {
  return palette.color(QPalette::Window).lightness() < 128 ? forDark() : forLight();
}

const Tokens& Tokens::of(const QWidget* widget) {
  return of(widget->palette());
}

QPalette Tokens::palette() const {
  QPalette palette;
  palette.setColor(QPalette::Window, window);
  palette.setColor(QPalette::WindowText, text);
  palette.setColor(QPalette::Base, surface);
  palette.setColor(QPalette::AlternateBase, surface2);
  palette.setColor(QPalette::Text, text);
  palette.setColor(QPalette::PlaceholderText, text3);
  palette.setColor(QPalette::Button, surface);
  palette.setColor(QPalette::ButtonText, text);
  palette.setColor(QPalette::BrightText, problem);
  palette.setColor(QPalette::ToolTipBase, surface);
  palette.setColor(QPalette::ToolTipText, text);
  palette.setColor(QPalette::Highlight, accentLine);
  palette.setColor(QPalette::HighlightedText, text);
  palette.setColor(QPalette::Link, accent);
  palette.setColor(QPalette::LinkVisited, accent);
  palette.setColor(QPalette::Light, surface);
  palette.setColor(QPalette::Midlight, surface2);
  palette.setColor(QPalette::Mid, lineStrong);
  palette.setColor(QPalette::Dark, lineStrong);
  palette.setColor(QPalette::Shadow, shadow);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
    palette.setColor(QPalette::Disabled, role, text3);
  }
  palette.setColor(QPalette::Disabled, QPalette::Base, surface2);
  palette.setColor(QPalette::Disabled, QPalette::Highlight, surface2);
  return palette;
}

double contrastRatio(const QColor& a, const QColor& b) {
  const double first = luminance(a);
  const double second = luminance(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

int fadeMs(const QWidget* widget) {
  return widget->style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, widget) > 0 ? size::FadeMs : 0;
}

}  // namespace heliograph::ui
