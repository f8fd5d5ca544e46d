// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

#include "audience/segment.h"

namespace heliograph::ui {

/// The word between two rules, AND or OR. A click or Space changes it for the whole group.
class JointChip final : public QAbstractButton {
  Q_OBJECT
 public:
  explicit JointChip(audience::SegmentGroup::Join join, QWidget* parent = nullptr);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;
};

}  // namespace heliograph::ui
