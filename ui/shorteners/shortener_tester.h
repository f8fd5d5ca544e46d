// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "delivery/run/link_shortening.h"
#include "ui/shorteners/store_shortener.h"
#include "ui/widgets/card.h"

class QPlainTextEdit;

namespace heliograph::ui {

class Button;
class Label;

/// Lets a shortener make a link of a test address and shows what it answers.
class ShortenerTester final : public Card {
  Q_OBJECT
 public:
  /// `typed` gives the shortener as it stands in the form.
  ShortenerTester(Services& services, std::function<TypedShortener()> typed, QWidget* parent = nullptr);

  /// Forgets what was shown of another one.
  void begin();

 Q_SIGNALS:
  /// It made a link that takes so many characters.
  void madeLink(int characters);

 private:
  void test();
  void show(const Result<delivery::ShortenerAnswer>& answer);

  Services& m_services;
  std::function<TypedShortener()> m_typed;
  Button* m_test;
  Label* m_verdict;
  QPlainTextEdit* m_answer;
  quint64 m_generation = 0;
};

}  // namespace heliograph::ui
