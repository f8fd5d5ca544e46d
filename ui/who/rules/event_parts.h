// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "audience/live/live_segment.h"
#include "ui/who/rules/rule_supply.h"

namespace heliograph::ui {

class FilterParts;
class RuleSentence;
class SentenceCombo;

/// The part of a sentence that names an event: "Charged where Amount > 1000".
class EventParts final : public QObject {
  Q_OBJECT
 public:
  /// At the end of the sentence; `name` and `spoken` are those of the event's field.
  EventParts(RuleSentence& sentence, RuleSupply& supply, const char* name, const QString& spoken);

  void set(const audience::LiveEvent& event);
  [[nodiscard]] const audience::LiveEvent& event() const { return m_event; }
  /// False while a condition lacks its value. An event needn't be chosen.
  [[nodiscard]] bool isComplete() const;

 Q_SIGNALS:
  void edited();

 private:
  void show();
  void choose(int row);

  RuleSupply& m_supply;
  audience::LiveEvent m_event;
  SentenceCombo* m_name;
  FilterParts* m_filters;
};

}  // namespace heliograph::ui
