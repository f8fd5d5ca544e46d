// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

#include "ui/theme/tokens.h"

namespace heliograph::ui {

/// Paints a pill into `rect`: the look personalisation and rule values share.
void paintPill(QPainter* painter, const QRectF& rect, const QString& text, const Tokens& tokens, bool active = false);
/// Size of a pill of that text in the body font.
QSize pillSize(const QString& text);

/// A value inside a sentence ("City", "30 days") that is clicked to change it.
class Pill final : public QAbstractButton {
  Q_OBJECT
 public:
  explicit Pill(const QString& text, QWidget* parent = nullptr);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;
};

}  // namespace heliograph::ui
