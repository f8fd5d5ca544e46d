// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "audience/property_values.h"
#include "audience/segment_edit.h"
#include "items/property_list_model.h"

class QMenu;

namespace heliograph::ui {

class Label;
class SentenceCombo;
class ValuesField;

/// One rule as a sentence of which each part is changed where it stands, with how many people it lets through.
class RuleRow final : public QWidget {
  Q_OBJECT
 public:
  RuleRow(items::PropertyListModel& properties, audience::SegmentRule rule, audience::PartPath path,
          QWidget* parent = nullptr);

  /// The rule as it stands in the sentence.
  [[nodiscard]] const audience::SegmentRule& rule() const { return m_rule; }
  [[nodiscard]] const audience::PartPath& path() const { return m_path; }
  /// False while a value is missing or is no number or day where one is needed.
  [[nodiscard]] bool isComplete() const;

  /// What is done with the rule as a whole: the menu "⋯".
  [[nodiscard]] QMenu* menu() const { return m_menu; }
  void setPeople(qint64 people);
  /// The old figure stays, greyed.
  void setCounting();
  /// There is nothing to count; `why` is for the tooltip.
  void clearPeople(const QString& why = {});
  void offerValues(const std::vector<audience::CommonValue>& values);
  void focusFirst();
  void focusValue();

 Q_SIGNALS:
  /// The person changed the rule.
  void edited();

 private:
  class People;

  void makeFields();
  void arrange();
  void connectFields();
  void showRule();
  void offerOperators();
  void fitValues();
  void readProperty();
  void readValues();
  void wordOperator();
  [[nodiscard]] audience::PropertyType type() const;
  [[nodiscard]] QString valueHint() const;

  items::PropertyListModel& m_properties;
  audience::SegmentRule m_rule;
  audience::PartPath m_path;
  SentenceCombo* m_property;
  SentenceCombo* m_operator;
  ValuesField* m_value;
  Label* m_and;
  ValuesField* m_upper;
  Label* m_rest;
  People* m_people;
  QMenu* m_menu;
};

}  // namespace heliograph::ui
