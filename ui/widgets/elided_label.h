// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/label.h"

namespace heliograph::ui {

/// One line of plain text that ends in … where it does not fit, and shows the whole in its tooltip then.
class ElidedLabel final : public Label {
  Q_OBJECT
 public:
  explicit ElidedLabel(const QString& text, TypeRole role = TypeRole::Body, Ink ink = Ink::Text,
                       QWidget* parent = nullptr);

  void setElideMode(Qt::TextElideMode mode);
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;

 private:
  Qt::TextElideMode m_mode = Qt::ElideRight;
};

}  // namespace heliograph::ui
