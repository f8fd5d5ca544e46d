// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/test_messages/test_line.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "phone/typed_number.h"
#include "ui/preview/text_words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/code_text.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/fold.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {

Label* makeWords(TypeRole role, Ink ink, const QString& name) {
  auto* label = new Label({}, role, ink);
  label->setObjectName(name);
  label->setWordWrap(true);
  label->setTextFormat(Qt::PlainText);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  label->hide();
  return label;
}

void showWords(Label* label, const QString& words) {
  label->setText(words);
  label->setVisible(!words.isEmpty());
}

}  // namespace

QString testPriceWords(const std::optional<Money>& price) {
  if (!price) return TestLine::tr("no price known");
  return price->currency.isEmpty() ? TestLine::tr("free") : price->exactText();
}

TestLine::TestLine(const TestPerson& person, QWidget* parent)
    : Card(parent),
      m_person(person),
      m_outcome(new Chip),
      m_words(makeWords(TypeRole::Body, Ink::Text, QStringLiteral("test.words"))),
      m_text(makeWords(TypeRole::Body, Ink::Text, QStringLiteral("test.text"))),
      m_facts(makeWords(TypeRole::Hint, Ink::Text3, QStringLiteral("test.facts"))),
      m_linked(makeWords(TypeRole::Hint, Ink::Text3, QStringLiteral("test.linked"))),
      m_details(new Fold(tr("Request and answer"), {})),
      m_request(new CodeText(tr("Request, without secrets"))),
      m_answer(new CodeText(tr("Answer"))) {
  setPadding(size::Medium);
  const bool isNumber = person.recipient.asIdentity.isEmpty();
  auto* head = new QHBoxLayout;
  head->setSpacing(size::Small);
  head->addWidget(new ElidedLabel(person.name, TypeRole::Label));
  if (!isNumber) head->addWidget(new Label(phone::typedNumber(person.recipient.to, {}), TypeRole::Hint, Ink::Text3));
  head->addStretch();
  head->addWidget(m_outcome);
  m_outcome->hide();
  m_request->setObjectName(QStringLiteral("test.request"));
  m_answer->setObjectName(QStringLiteral("test.answer"));
  for (CodeText* text : {m_request, m_answer}) {
    m_details->body()->addWidget(new Label(text->accessibleName(), TypeRole::Hint, Ink::Text2));
    m_details->body()->addWidget(text);
  }
  m_details->hide();
  body()->setSpacing(size::Small);
  body()->addLayout(head);
  for (QWidget* part : {m_text, m_facts, m_words, m_linked}) body()->addWidget(part);
  body()->addWidget(m_details);
}

void TestLine::showText(const QString& text, const QStringList& facts) {
  showWords(m_text, text);
  showWords(m_facts, facts.join(tr(" · ")));
}

void TestLine::showLinked(const QStringList& linked) {
  showWords(m_linked, linked.isEmpty() ? QString() : tr("Linked content: %1").arg(linked.join(QStringLiteral("; "))));
}

void TestLine::showPreview(const delivery::TestPreview& preview) {
  if (m_hasResult) return;
  QStringList facts;
  if (!preview.text.isEmpty()) {
    facts << partsWords(preview.parts) << preview.encoding;
    if (preview.problem.isEmpty()) facts << testPriceWords(preview.price);
    if (!preview.provider.isEmpty()) facts << tr("through %1").arg(preview.provider);
  }
  showText(preview.text, facts);
  showLinked(preview.linked);
  m_words->setInk(Ink::Problem);
  showWords(m_words, preview.problem);
}

void TestLine::showSending() {
  m_hasResult = true;
  m_details->hide();
  showWords(m_words, {});
  m_outcome->setState(tr("Sending"), Tone::Neutral);
  m_outcome->show();
}

void TestLine::clearResult() {
  m_hasResult = false;
  m_outcome->hide();
  m_details->hide();
  showWords(m_words, {});
}

void TestLine::showResult(const Result<delivery::TestSendResult>& result) {
  m_hasResult = true;
  m_outcome->show();
  m_details->setVisible(result.has_value());
  if (!result) {
    m_outcome->setState(tr("Not sent"), Tone::Problem);
    m_words->setInk(Ink::Problem);
    return showWords(m_words, result.error().message);
  }
  if (result->accepted) {
    m_outcome->setState(tr("Accepted by %1").arg(result->provider), Tone::Fine);
  } else if (result->unclear) {
    m_outcome->setState(tr("Unclear: may have arrived"), Tone::Attention);
  } else {
    m_outcome->setState(tr("Refused by %1").arg(result->provider), Tone::Problem);
  }
  m_words->setInk(Ink::Text);
  QStringList words{delivery::passedText(*result), result->words, result->hint};
  words.removeAll(QString());
  showWords(m_words, words.join(QLatin1Char('\n')));
  showText(result->text, {partsWords(result->parts), result->encoding, testPriceWords(result->price),
                          tr("through %1").arg(result->provider)});
  showLinked(result->linked);
  m_request->setPlainText(result->request.text());
  const QString status = result->httpStatus > 0 ? tr("HTTP %1").arg(result->httpStatus) : tr("None came.");
  m_answer->setPlainText(result->answer.isEmpty() ? status : status + QLatin1Char('\n') + result->answer);
}

}  // namespace heliograph::ui
