// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <array>
#include <functional>

#include "delivery/check/check_report.h"

namespace heliograph::ui {

class FilterChip;

/// The chips under the phone that lead to people worth a look: the longest text, the most parts, missing values, one of
/// each country. A chip that has nobody is not shown.
class PickChips final : public QWidget {
  Q_OBJECT
 public:
  explicit PickChips(QWidget* parent = nullptr);

  /// Who stands behind the chips from now on. A chip that is down stays so as long as it has people.
  void setPicks(const delivery::PeoplePicks& picks);
  /// No chip is down any more; says nothing.
  void release();

 Q_SIGNALS:
  /// These people are to be gone through; none: everybody again.
  void walkRequested(const heliograph::delivery::PeopleSet& people);

 private:
  struct Pick {
    const char* name;
    QString words;
    std::function<delivery::PeopleSet(const delivery::PeoplePicks&)> people;
  };
  static const std::array<Pick, 4>& all();
  void walkChecked();

  std::array<FilterChip*, 4> m_chips{};
  std::array<delivery::PeopleSet, 4> m_people;
};

}  // namespace heliograph::ui
