// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/test_messages/test_send.h"
#include "ui/composer/test_messages/test_recipients.h"
#include "ui/widgets/card.h"

namespace heliograph::ui {

class Chip;
class CodeText;
class Fold;
class Label;

/// What one recipient of a test would get and, once it was sent, what became of it: the provider's words, the request
/// without secrets and the answer.
class TestLine final : public Card {
  Q_OBJECT
 public:
  explicit TestLine(const TestPerson& person, QWidget* parent = nullptr);

  [[nodiscard]] const TestPerson& person() const { return m_person; }
  void showPreview(const delivery::TestPreview& preview);
  /// It is on its way.
  void showSending();
  void showResult(const Result<delivery::TestSendResult>& result);
  /// What became of it counts no more: something else would be sent now.
  void clearResult();
  [[nodiscard]] bool hasResult() const { return m_hasResult; }

 private:
  void showText(const QString& text, const QStringList& facts);
  void showLinked(const QStringList& linked);

  TestPerson m_person;
  Chip* m_outcome;
  Label* m_words;
  Label* m_text;
  Label* m_facts;
  Label* m_linked;
  Fold* m_details;
  CodeText* m_request;
  CodeText* m_answer;
  bool m_hasResult = false;
};

/// "€0.04", "free" through a provider for testing, or "no price known".
[[nodiscard]] QString testPriceWords(const std::optional<Money>& price);

}  // namespace heliograph::ui
