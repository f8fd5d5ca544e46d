// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/test_messages/test_history.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "delivery/test_messages/test_event.h"
#include "items/relative_time.h"
#include "ui/composer/test_messages/test_line.h"
#include "ui/layout/clear_layout.h"
#include "ui/preview/text_words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {

QWidget* makeEntry(const delivery::TestEntry& test, const QDateTime& now) {
  auto* card = new Card;
  card->setPadding(size::Medium);
  auto* head = new QHBoxLayout;
  head->setSpacing(size::Small);
  head->addWidget(
      new ElidedLabel(test.recipient.isEmpty() ? TestHistory::tr("A number that was forgotten") : test.recipient,
                      TypeRole::Label),
      1);
  head->addWidget(new Label(items::whenWords(test.at, now), TypeRole::Hint, Ink::Text3));
  head->addWidget(test.accepted  ? new Chip(TestHistory::tr("Accepted"), Tone::Fine)
                  : test.unclear ? new Chip(TestHistory::tr("Unclear"), Tone::Attention)
                                 : new Chip(TestHistory::tr("Refused"), Tone::Problem));
  QStringList facts;
  if (!test.provider.isEmpty()) facts << TestHistory::tr("through %1").arg(test.provider);
  if (test.parts > 0) facts << partsWords(test.parts) << test.encoding << testPriceWords(test.price);
  if (!test.eventValues.isEmpty()) facts << delivery::describeTestEvent(test.eventValues);
  facts << (test.sameText ? TestHistory::tr("the message is the same since")
                          : TestHistory::tr("the message was changed since"));
  auto* words = new Label(test.answer);
  words->setTextFormat(Qt::PlainText);
  words->setWordWrap(true);
  words->setVisible(!test.answer.isEmpty());
  auto* line = new Label(facts.join(TestHistory::tr(" · ")), TypeRole::Hint, Ink::Text3);
  line->setWordWrap(true);
  line->setTextFormat(Qt::PlainText);
  card->body()->setSpacing(size::Tiny);
  card->body()->addLayout(head);
  card->body()->addWidget(words);
  card->body()->addWidget(line);
  return card;
}

}  // namespace

TestHistory::TestHistory(QWidget* parent) : QWidget(parent), m_rows(new QVBoxLayout(this)) {
  setObjectName(QStringLiteral("test.history"));
  m_rows->setContentsMargins({});
  m_rows->setSpacing(size::Small);
}

void TestHistory::show(const std::vector<delivery::TestEntry>& tests, const QDateTime& now) {
  clearLayout(*m_rows);
  for (const delivery::TestEntry& test : tests) m_rows->addWidget(makeEntry(test, now));
  if (tests.empty()) {
    auto* nothing = new Label(tr("No test of this campaign was sent yet."), TypeRole::Body, Ink::Text2);
    nothing->setWordWrap(true);
    m_rows->addWidget(nothing);
  }
  m_rows->addStretch();
}

}  // namespace heliograph::ui
