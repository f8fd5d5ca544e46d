// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QObject>

#include "audience/property.h"
#include "audience/segment_operator.h"

namespace heliograph::ui {

class Label;
class RuleSentence;
class SentenceCombo;
class ValuesField;

/// The part of a sentence that compares: "is any of Mumbai, Pune", "> 1000", "at least 2", "is in the last 30 days".
class ComparisonParts final : public QObject {
  Q_OBJECT
 public:
  enum class Wording {
    Words,    ///< "is at least"
    Symbols,  ///< ">" for numbers: behind a filter's property
    Amount,   ///< "at least": how often something was done
  };

  /// Before `before`, or at the end of the sentence. `of` tells its fields from others: "Filter 2".
  ComparisonParts(RuleSentence& sentence, Wording wording, const QString& of = {}, QWidget* before = nullptr);

  /// What is compared, with the operators to choose from.
  void setType(audience::PropertyType type, const std::vector<audience::SegmentOperator>& offered);
  void set(audience::SegmentOperator op, const QJsonArray& values);
  void clearValues();
  [[nodiscard]] audience::SegmentOperator op() const { return m_op; }
  [[nodiscard]] const QJsonArray& values() const { return m_values; }
  [[nodiscard]] bool isComplete() const;
  [[nodiscard]] ValuesField& field() const { return *m_value; }
  void setVisible(bool visible);
  /// Takes its fields out of the sentence.
  void remove();

 Q_SIGNALS:
  void edited();

 private:
  void read();
  void fit();
  void word();
  [[nodiscard]] QString wordsOf(audience::SegmentOperator op) const;
  [[nodiscard]] QString hint() const;
  [[nodiscard]] bool isNumber() const;

  Wording m_wording;
  audience::PropertyType m_type = audience::PropertyType::Text;
  std::vector<audience::SegmentOperator> m_offered;
  audience::SegmentOperator m_op = audience::SegmentOperator::Equals;
  QJsonArray m_values;
  bool m_visible = true;
  SentenceCombo* m_operator;
  ValuesField* m_value;
  Label* m_and;
  ValuesField* m_upper;
  SentenceCombo* m_unit;
  Label* m_rest;
};

}  // namespace heliograph::ui
