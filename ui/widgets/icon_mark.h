// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/theme/icons.h"
#include "ui/theme/tone.h"

namespace heliograph::ui {

/// An icon standing in a line. Assistive technology is told nothing: the words beside it say it.
class IconMark final : public QWidget {
  Q_OBJECT
 public:
  explicit IconMark(Icon icon, Tone tone = Tone::Neutral, QWidget* parent = nullptr);

  void setMark(Icon icon, Tone tone);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Icon m_icon;
  Tone m_tone;
};

}  // namespace heliograph::ui
