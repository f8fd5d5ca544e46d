// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include "ui/theme/theme.h"

class QSettings;

namespace heliograph::ui {

/// What the window keeps between two runs: its place, light or dark, and how messages are written.
class WindowSettings final {
 public:
  explicit WindowSettings(QSettings& store) : m_store(store) {}

  [[nodiscard]] QByteArray geometry() const;
  void setGeometry(const QByteArray& geometry);
  [[nodiscard]] Theme::Choice theme() const;
  void setTheme(Theme::Choice choice);
  /// Whether messages are written as source.
  [[nodiscard]] bool messageAsSource() const;
  void setMessageAsSource(bool source);

 private:
  QSettings& m_store;
};

}  // namespace heliograph::ui
