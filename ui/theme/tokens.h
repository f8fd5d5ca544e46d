// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

class QWidget;

namespace heliograph::ui {

/// All colours of the window, for one of the two appearances. No other file names a colour.
struct Tokens {
  bool dark = false;
  QColor window;         ///< page background
  QColor surface;        ///< bars, cards, fields, side panes
  QColor surface2;       ///< quiet chips, strips
  QColor line;           ///< separators
  QColor lineStrong;     ///< borders of controls
  QColor text;           ///< body
  QColor text2;          ///< labels
  QColor text3;          ///< hints
  QColor accent;         ///< primary button, selection, links, current step
  QColor onAccent;       ///< text on `accent`
  QColor accentWeak;     ///< pills, current row
  QColor accentLine;     ///< border of pills
  QColor fine;           ///< done, healthy
  QColor fineWeak;       ///< background of `fine`
  QColor attention;      ///< costs money, needs a look
  QColor attentionWeak;  ///< background of `attention`
  QColor problem;        ///< blocks
  QColor problemWeak;    ///< background of `problem`
  QColor shadow;         ///< what floats casts it

  static const Tokens& forLight();
  static const Tokens& forDark();
  /// The tokens behind a palette made by `palette()`: told by how light its window colour is.
  static const Tokens& of(const QPalette& palette);
  /// The tokens a widget is to be painted with.
  static const Tokens& of(const QWidget* widget);

  /// The palette for Qt's own controls. A subtree that gets the other appearance's palette is painted in it whole.
  [[nodiscard]] QPalette palette() const;
};

/// Contrast of two opaque colours by WCAG 2.1, 1 to 21.
double contrastRatio(const QColor& a, const QColor& b);

/// Sizes in device independent pixels. No other file names one that is meant to be the same elsewhere.
namespace size {
inline constexpr int Tiny = 4;
inline constexpr int Small = 8;
inline constexpr int Medium = 12;
inline constexpr int Large = 16;
inline constexpr int Wide = 24;
inline constexpr int PageX = 28;  ///< page margin left and right
inline constexpr int PageY = 24;  ///< page margin above and below
inline constexpr int HeaderBar = 56;
inline constexpr int FooterBar = 52;
inline constexpr int StepRail = 200;
inline constexpr int SidePane = 336;
inline constexpr int SmallControl = 28;
inline constexpr int Control = 32;
inline constexpr int Field = 34;
inline constexpr int BigControl = 40;  ///< Publish
inline constexpr int TableRow = 40;
inline constexpr int ChipHeight = 22;
inline constexpr int PillHeight = 22;
inline constexpr int ControlCorner = 7;
inline constexpr int CardCorner = 10;
inline constexpr int PillCorner = 5;
inline constexpr int Icon = 16;
inline constexpr int FadeMs = 120;  ///< what appears; 0 when the system asks for less motion (see `fadeMs`)
}  // namespace size

/// How long a fade on this widget lasts, in ms: `size::FadeMs`, or 0 when the system asks for less motion.
int fadeMs(const QWidget* widget);

}  // namespace heliograph::ui
