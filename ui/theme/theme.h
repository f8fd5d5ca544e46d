// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "ui/theme/tokens.h"

class QApplication;

namespace heliograph::ui {

class Style;
class SystemAppearance;

/// Light or dark, for the whole program. Follows the system unless told otherwise, and sets the application's style,
/// palette and font. Widgets need no reference to it: they take `Tokens::of(this)` and are repainted when it changes.
class Theme final : public QObject {
  Q_OBJECT
 public:
  enum class Choice { System, Light, Dark };

  explicit Theme(QApplication& application, QObject* parent = nullptr);
  ~Theme() override;

  [[nodiscard]] Choice choice() const { return m_choice; }
  /// Follows the system, or stays light or dark.
  void setChoice(Choice choice);
  [[nodiscard]] bool isDark() const { return m_dark; }
  [[nodiscard]] const Tokens& tokens() const;

  /// The name of a choice as settings keep it ("system", "light", "dark"), and back; unknown names follow the system.
  static QString choiceName(Choice choice);
  static Choice choiceFromName(const QString& name);

 Q_SIGNALS:
  /// The tokens are others now; the palette is set already.
  void changed();

 private:
  void apply();

  QApplication& m_application;
  SystemAppearance* m_system = nullptr;
  Style* m_style = nullptr;  // owned by the application
  Choice m_choice = Choice::System;
  bool m_dark = false;
};

}  // namespace heliograph::ui
