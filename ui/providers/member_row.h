// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/provider.h"
#include "ui/widgets/card.h"

namespace heliograph::ui {

class IconButton;

/// One provider of a group with its place: moved by its arrows or Alt+Up and Alt+Down, or taken out.
class MemberRow final : public Card {
  Q_OBJECT
 public:
  MemberRow(int place, const providers::Provider& provider, QWidget* parent = nullptr);

 Q_SIGNALS:
  /// By -1 up or by 1 down.
  void moveRequested(int by);
  void removeRequested();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
};

}  // namespace heliograph::ui
