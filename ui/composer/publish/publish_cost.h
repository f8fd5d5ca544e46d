// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/check/check_report.h"
#include "ui/widgets/card.h"

namespace heliograph::ui {

class LinkButton;

/// What sending costs, by country: the dearest few by name, the sum expected and at most, and for whom no price is
/// known.
class PublishCost final : public Card {
  Q_OBJECT
 public:
  explicit PublishCost(QWidget* parent = nullptr);

  void show(const delivery::CostReport& cost);
  using Card::show;

 Q_SIGNALS:
  void pricesRequested();

 private:
  void addCountries(const delivery::CostReport& cost);
  void addSum(const delivery::CostReport& cost);
  void addUnpriced(const delivery::CostReport& cost);

  QVBoxLayout* m_rows;
};

}  // namespace heliograph::ui
