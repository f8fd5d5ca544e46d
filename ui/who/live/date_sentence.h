// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/who/live/live_sentence.h"

class QTimeEdit;

namespace heliograph::ui {

class FilterParts;
class ZoneCombo;

/// "3 days before Departure of Booked where Seats > 2 at 10:00 in Mumbai", "On the day of Birthday every year at …".
class DateSentence final : public LiveSentence {
  Q_OBJECT
 public:
  DateSentence(const audience::OnADate& date, RuleSupply& supply);

  [[nodiscard]] Trigger trigger() const override { return m_date; }
  [[nodiscard]] bool isComplete() const override;
  void offerZones(const std::vector<schedule::ZoneName>& zones) override;

 private:
  /// A date that can be chosen.
  struct Choice {
    QString event;  ///< empty: the person's own
    QString property;
  };

  void makeWallTime();
  void offerDates();
  void showDate();
  void connectParts();
  void choose(int row);
  void read();
  void fit();

  RuleSupply& m_supply;
  audience::OnADate m_date;
  std::vector<Choice> m_choices;
  ValuesField* m_count;
  SentenceCombo* m_unit;
  SentenceCombo* m_side;
  SentenceCombo* m_property;
  FilterParts* m_filters;
  SentenceCombo* m_yearly;
  Label* m_atWords;
  QTimeEdit* m_at;
  ZoneCombo* m_zone;
};

}  // namespace heliograph::ui
