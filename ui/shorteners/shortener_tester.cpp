// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shorteners/shortener_tester.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "core/pending.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {
constexpr int kShortenerAnswerHeight = 140;
}  // namespace

ShortenerTester::ShortenerTester(Services& services, std::function<TypedShortener()> typed, QWidget* parent)
    : Card(parent),
      m_services(services),
      m_typed(std::move(typed)),
      m_test(new Button(tr("Test"), ButtonRole::Plain, Icon::Play)),
      m_verdict(new Label({}, TypeRole::Body, Ink::Text2)),
      m_answer(new QPlainTextEdit) {
  m_test->setObjectName(QStringLiteral("shorteners.test"));
  m_verdict->setObjectName(QStringLiteral("shorteners.verdict"));
  m_verdict->setTextFormat(Qt::PlainText);
  m_verdict->setWordWrap(true);
  m_answer->setObjectName(QStringLiteral("shorteners.answer"));
  m_answer->setAccessibleName(tr("Answer"));
  m_answer->setReadOnly(true);
  m_answer->setTabChangesFocus(true);
  m_answer->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
  m_answer->setMinimumHeight(kShortenerAnswerHeight);
  auto* hint = new Label(tr("Makes one short link, now, of %1.").arg(delivery::LinkShortening::testAddress()),
                         TypeRole::Hint, Ink::Text3);
  hint->setWordWrap(true);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_test);
  buttons->addStretch();
  body()->addWidget(new Label(tr("Test"), TypeRole::Label));
  body()->addWidget(hint);
  body()->addLayout(buttons);
  body()->addWidget(m_verdict);
  body()->addWidget(m_answer);
  connect(m_test, &Button::clicked, this, &ShortenerTester::test);
}

void ShortenerTester::begin() {
  ++m_generation;
  m_test->setBlockedBecause({});
  m_verdict->setInk(Ink::Text2);
  m_verdict->setText(tr("Not tested yet."));
  m_answer->clear();
  m_answer->hide();
}

void ShortenerTester::test() {
  const TypedShortener typed = m_typed();
  m_test->setBlockedBecause(tr("Asking"));
  m_verdict->setInk(Ink::Text2);
  m_verdict->setText(tr("Asking…"));
  Pending(m_services.shortening.test({typed.shortener, typed.secrets}))
      .then(this, [this, generation = ++m_generation](const Result<delivery::ShortenerAnswer>& answer) {
        if (generation == m_generation) show(answer);
      });
}

void ShortenerTester::show(const Result<delivery::ShortenerAnswer>& answer) {
  m_test->setBlockedBecause({});
  const bool isGood = answer && answer->problem.isEmpty();
  m_verdict->setInk(isGood ? Ink::Fine : Ink::Problem);
  if (!answer) {
    m_answer->hide();
    return m_verdict->setText(answer.error().message);
  }
  const QJsonDocument json = QJsonDocument::fromJson(answer->body);
  m_answer->setPlainText(QString::fromUtf8(json.isNull() ? answer->body : json.toJson(QJsonDocument::Indented)));
  m_answer->setVisible(!answer->body.isEmpty());
  if (!isGood) return m_verdict->setText(answer->problem);
  m_verdict->setText(
      tr("%1 — %2 characters, in %3 ms.")
          .arg(answer->link, QLocale().toString(answer->characters), QLocale().toString(answer->milliseconds)));
  Q_EMIT madeLink(answer->characters);
}

}  // namespace heliograph::ui
