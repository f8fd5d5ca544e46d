// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "audience/rules/time_window.h"

namespace heliograph::ui {

class Label;
class RuleSentence;
class SentenceCombo;
class ValuesField;

/// The part of a sentence that says when: "in the last 30 days", "between … and …", "ever".
class WindowParts final : public QObject {
  Q_OBJECT
 public:
  /// Before `before`, or at the end of the sentence.
  explicit WindowParts(RuleSentence& sentence, QWidget* before = nullptr);

  void set(const audience::TimeWindow& window);
  [[nodiscard]] const audience::TimeWindow& window() const { return m_window; }
  [[nodiscard]] bool isComplete() const;
  void setVisible(bool visible);
  /// Takes its fields out of the sentence.
  void remove();

 Q_SIGNALS:
  void edited();

 private:
  void read();
  void fit();

  audience::TimeWindow m_window;
  bool m_visible = true;
  SentenceCombo* m_kind;
  ValuesField* m_count;
  SentenceCombo* m_unit;
  Label* m_ago;
  ValuesField* m_from;
  Label* m_and;
  ValuesField* m_until;
};

/// The words of units, in the order of audience::TimeUnit: "minutes" … "years".
[[nodiscard]] QStringList timeUnitWords();

/// Whether a text is a day or an instant.
[[nodiscard]] bool isDayText(const QString& text);

}  // namespace heliograph::ui
