// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

#include "ui/theme/icons.h"

namespace heliograph::ui {

/// What a button is for; one Primary a page.
enum class ButtonRole {
  Plain,    ///< outlined
  Primary,  ///< filled with the accent
  Quiet,    ///< no border until the mouse is over it (Back, Save as segment)
  Danger,   ///< filled, only at the last step of a dangerous act
};

/// A push button in one of the roles, with an icon before or after its text.
class Button final : public QPushButton {
  Q_OBJECT
 public:
  explicit Button(const QString& text, ButtonRole role = ButtonRole::Plain, Icon icon = Icon::None,
                  QWidget* parent = nullptr);

  void setRole(ButtonRole role);
  void setLeadingIcon(Icon icon);
  void setTrailingIcon(Icon icon);
  /// 28 instead of 32 px high.
  void setSmall(bool small);
  /// 40 px high: Publish.
  void setBig(bool big);
  /// Disables the button and says why in its tooltip; an empty reason enables it.
  void setBlockedBecause(const QString& reason);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  ButtonRole m_role;
  Icon m_leading;
  Icon m_trailing = Icon::None;
  int m_height;
};

}  // namespace heliograph::ui
