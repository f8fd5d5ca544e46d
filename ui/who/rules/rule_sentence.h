// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "audience/segment.h"
#include "ui/who/sentence_combo.h"

namespace heliograph::ui {

class FlowLayout;
class Label;
class ValuesField;

/// One rule as a sentence of which each part is changed where it stands; goes on in the next line where there is no
/// more room. Every kind of rule is a class of its own, put together from the same parts.
class RuleSentence : public QWidget {
  Q_OBJECT
 public:
  using Value = decltype(audience::SegmentPart::value);

  /// The rule as it stands here, whole or not.
  [[nodiscard]] virtual Value value() const = 0;
  /// False while a value is missing or is no number or day where one is needed.
  [[nodiscard]] virtual bool isComplete() const = 0;

  /// The parts in the order in which they are read.
  [[nodiscard]] QList<QWidget*> parts() const;
  void focusFirst();
  /// Where the person goes on: the first field without a value, else the first to type in, else the first one.
  void focusOpen();

  // What its parts put into it, at the end or before something.
  Label* addWords(const QString& words, QWidget* before = nullptr);
  SentenceCombo* addCombo(SentenceCombo::Look look, const char* name, const QString& spoken, QWidget* before = nullptr);
  ValuesField* addValues(const char* name, const QString& spoken, QWidget* before = nullptr);
  void add(QWidget* control, const char* name, const QString& spoken, QWidget* before = nullptr);

 Q_SIGNALS:
  /// The person changed the rule.
  void edited();

 protected:
  /// `number` tells the fields of this rule from those of others for who can't see them; 0: it is alone.
  explicit RuleSentence(int number, QWidget* parent = nullptr);

 private:
  void put(QWidget* part, QWidget* before);

  int m_number;
  FlowLayout* m_line;
};

}  // namespace heliograph::ui
