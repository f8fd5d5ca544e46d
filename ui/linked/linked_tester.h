// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "ui/linked/store_linked.h"
#include "ui/widgets/card.h"

class QLineEdit;
class QPlainTextEdit;

namespace heliograph::ui {

class Button;
class Label;

/// Tries a source with sample values and shows what it answers.
class LinkedTester final : public Card {
  Q_OBJECT
 public:
  /// `typed` gives the source as it stands in the form.
  LinkedTester(Services& services, std::function<TypedSource()> typed, QWidget* parent = nullptr);

  /// Forgets what was shown of another source.
  void begin();
  /// Shows the answer that is kept, unless a test was begun meanwhile.
  void showKept(const library::LinkedAnswer& kept);
  /// Asks for the parameters that the source has now.
  void follow();
  /// What the last test gave; nothing if none was made.
  [[nodiscard]] const std::optional<delivery::LinkedTestResult>& result() const { return m_result; }

 Q_SIGNALS:
  void labelsFound(const std::vector<heliograph::library::LinkedLabel>& labels);

 private:
  void test();
  void tested(const Result<delivery::LinkedTestResult>& result);
  void showAnswer(const QByteArray& body);

  Services& m_services;
  std::function<TypedSource()> m_typed;
  QVBoxLayout* m_fields;
  std::vector<std::pair<QString, QLineEdit*>> m_parameters;
  Button* m_test;
  Button* m_fill;
  Label* m_verdict;
  QPlainTextEdit* m_answer;
  QByteArray m_body;
  std::optional<delivery::LinkedTestResult> m_result;
  quint64 m_generation = 0;
  bool m_untouched = true;  ///< no test was begun
};

}  // namespace heliograph::ui
