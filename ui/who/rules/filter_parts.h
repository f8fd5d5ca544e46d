// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <vector>

#include "audience/segment.h"
#include "ui/who/rules/rule_supply.h"

namespace heliograph::ui {

class ComparisonParts;
class IconButton;
class Label;
class RuleSentence;
class SentenceCombo;

/// The part of a sentence that narrows an event: "where Amount > 1000 and Category is Shoes", with a button that adds a
/// condition. Nothing is shown for an event without properties.
class FilterParts final : public QObject {
  Q_OBJECT
 public:
  /// Before `before`, or at the end of the sentence.
  FilterParts(RuleSentence& sentence, RuleSupply& supply, QWidget* before = nullptr);

  /// Shows the conditions on events of that name.
  void set(const QString& event, std::vector<audience::SegmentRule> where);
  [[nodiscard]] const std::vector<audience::SegmentRule>& where() const { return m_where; }
  [[nodiscard]] bool isComplete() const;
  /// Takes its fields out of the sentence.
  void remove();

 Q_SIGNALS:
  void edited();

 private:
  struct Filter {
    Label* joint;
    SentenceCombo* property;
    ComparisonParts* comparison;
    IconButton* remove;
  };

  void addFilter();
  void showFilter(const audience::SegmentRule& rule);
  void chooseProperty(std::size_t number, int row);
  void removeFilter(std::size_t number);
  void clear();
  void read();
  [[nodiscard]] std::size_t numberOf(const ComparisonParts* comparison) const;

  RuleSentence& m_sentence;
  RuleSupply& m_supply;
  QString m_event;
  std::vector<audience::SegmentRule> m_where;
  std::vector<Filter> m_filters;
  IconButton* m_add;
};

}  // namespace heliograph::ui
