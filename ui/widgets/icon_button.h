// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

#include "ui/theme/icons.h"

namespace heliograph::ui {

/// An icon alone, 32 x 32. Its name is its tooltip and what assistive technology says. May carry a menu (`setMenu`),
/// and follows a `QAction` given to `setDefaultAction` (enabled, checked, trigger).
class IconButton final : public QToolButton {
  Q_OBJECT
 public:
  IconButton(Icon icon, const QString& name, QWidget* parent = nullptr);

  void setPictogram(Icon icon);
  /// Shows `text` beside the icon ("@ Personalise").
  void setCaption(const QString& text);
  /// How wide it is with its caption.
  [[nodiscard]] int fullWidth() const;
  /// Shows the icon alone for want of room.
  void setCompact(bool compact);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  [[nodiscard]] bool isIconOnly() const { return m_compact || m_caption.isEmpty(); }

  Icon m_icon;
  QString m_caption;
  bool m_compact = false;
};

}  // namespace heliograph::ui
