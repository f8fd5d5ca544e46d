// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/widgets/button.h"

class QHBoxLayout;

namespace heliograph::ui {

/// What stands where nothing is yet: an icon, a line, a sentence and the one or two next actions.
class EmptyState final : public QWidget {
  Q_OBJECT
 public:
  EmptyState(Icon icon, const QString& title, const QString& text, QWidget* parent = nullptr);

  /// Adds a button below; the first is primary.
  Button* addAction(const QString& text, Icon icon = Icon::None);

 private:
  QHBoxLayout* m_actions;
  bool m_first = true;
};

}  // namespace heliograph::ui
