// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace heliograph::ui {

/// Every widget of ui/widgets in its states on one page, for looking at them.
class Gallery final : public QScrollArea {
  Q_OBJECT
 public:
  explicit Gallery(QWidget* parent = nullptr);
};

}  // namespace heliograph::ui
