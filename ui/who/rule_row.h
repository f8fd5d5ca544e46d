// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "audience/segment_edit.h"
#include "ui/who/rules/rule_supply.h"

class QMenu;

namespace heliograph::ui {

class RuleSentence;

/// One rule: its sentence, how many people it lets through alone, and what can be done with it. One that is switched
/// off stays, greyed.
class RuleRow final : public QWidget {
  Q_OBJECT
 public:
  /// `idle`: it stands in a group that is switched off.
  RuleRow(RuleSupply& supply, const audience::SegmentPart& part, audience::PartPath path, bool idle);

  /// The rule as it stands in the sentence.
  [[nodiscard]] audience::SegmentPart part() const;
  [[nodiscard]] const audience::PartPath& path() const { return m_path; }
  /// Switched off, or in a group that is.
  [[nodiscard]] bool isOff() const { return m_off || m_idle; }
  /// False while a value is missing or is no number or day where one is needed.
  [[nodiscard]] bool isComplete() const;

  /// What is done with the rule as a whole: the menu "⋯".
  [[nodiscard]] QMenu* menu() const { return m_menu; }
  void setPeople(qint64 people);
  /// The old figure stays, greyed.
  void setCounting();
  /// There is nothing to count; `why` is for the tooltip.
  void clearPeople(const QString& why = {});
  void focusFirst();
  /// Where a new rule is gone on with.
  void focusOpen();

 Q_SIGNALS:
  /// The person changed the rule.
  void edited();

 private:
  class People;

  void arrange();
  void showOff();

  audience::PartPath m_path;
  bool m_off;
  bool m_idle;
  RuleSentence* m_sentence;
  People* m_people;
  QMenu* m_menu;
  QWidget* m_more = nullptr;
};

}  // namespace heliograph::ui
