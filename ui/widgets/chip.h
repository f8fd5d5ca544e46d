// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/theme/icons.h"
#include "ui/theme/tone.h"

namespace heliograph::ui {

/// The size a chip of that text takes.
QSize chipSize(const QString& text, bool withIcon = false);
/// Paints a chip at the left of `rect`, centred in its height: for delegates.
void paintChip(QPainter* painter, const QRect& rect, const QString& text, Tone tone, const Tokens& tokens,
               Icon icon = Icon::None);

/// A word of state on a round coloured ground ("Scheduled", "Needs you", "98 %").
class Chip final : public QWidget {
  Q_OBJECT
 public:
  explicit Chip(const QString& text = {}, Tone tone = Tone::Neutral, QWidget* parent = nullptr);

  void setState(const QString& text, Tone tone);
  void setIcon(Icon icon);
  [[nodiscard]] QString text() const { return m_text; }
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString m_text;
  Tone m_tone;
  Icon m_icon = Icon::None;
};

}  // namespace heliograph::ui
