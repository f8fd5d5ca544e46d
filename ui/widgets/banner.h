// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/theme/icons.h"
#include "ui/theme/tone.h"

class QHBoxLayout;

namespace heliograph::ui {

class IconMark;
class Label;

/// A strip across the page: a state of the whole ("Sending 9.8 a second"), with what can be done at its right.
class Banner final : public QWidget {
  Q_OBJECT
 public:
  explicit Banner(Tone tone = Tone::Neutral, QWidget* parent = nullptr);

  void setTone(Tone tone);
  /// The icon before the text and the text; rich text.
  void setMessage(Icon icon, const QString& text);
  /// Adds any widget at the right: a button, a progress bar (stretched when `stretch` is not 0).
  void addWidget(QWidget* widget, int stretch = 0);
  /// Round corners, for a strip inside a page.
  void setRounded(bool rounded);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Tone m_tone;
  Icon m_icon = Icon::None;
  bool m_rounded = false;
  QHBoxLayout* m_row;
  IconMark* m_mark;
  Label* m_text;
};

}  // namespace heliograph::ui
