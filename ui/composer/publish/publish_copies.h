// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaign/variants.h"
#include "delivery/check/check_report.h"
#include "ui/widgets/card.h"

class QVBoxLayout;

namespace heliograph::ui {

class Label;

/// Who gets which copy and in how many parts, before it is published. Hidden for a single message.
class PublishCopies final : public Card {
  Q_OBJECT
 public:
  explicit PublishCopies(QWidget* parent = nullptr);

  void show(const campaign::Variants& variants, const delivery::CheckReport& report);
  using QWidget::show;

 private:
  QVBoxLayout* m_lines;
  Label* m_words;
};

}  // namespace heliograph::ui
