// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "audience/segment.h"
#include "items/property_list_model.h"

class QComboBox;
class QLineEdit;

namespace heliograph::ui {

class IconButton;
class Label;

/// One rule as a line: property, what is asked of it, and the value.
class RuleRow final : public QWidget {
  Q_OBJECT
 public:
  explicit RuleRow(items::PropertyListModel& properties, QWidget* parent = nullptr);

  void setRule(const audience::SegmentRule& rule);
  /// The rule as it stands in the fields.
  [[nodiscard]] audience::SegmentRule rule() const;
  /// False while a value is missing or is no number or day where one is needed.
  [[nodiscard]] bool isComplete() const;
  void focusFirst();

 Q_SIGNALS:
  /// The person changed something.
  void edited();
  void removeRequested();

 private:
  void connectFields();
  void offerOperators();
  void fitValues();
  void chooseOperator(audience::SegmentOperator op);
  [[nodiscard]] audience::PropertyType type() const;
  [[nodiscard]] audience::SegmentOperator op() const;
  [[nodiscard]] bool wantsNumber() const;
  [[nodiscard]] QString valueHint() const;
  [[nodiscard]] QStringList valueTexts() const;

  items::PropertyListModel& m_properties;
  QComboBox* m_property;
  QComboBox* m_operator;
  QLineEdit* m_value;
  Label* m_and;
  QLineEdit* m_upper;
  IconButton* m_remove;
};

}  // namespace heliograph::ui
