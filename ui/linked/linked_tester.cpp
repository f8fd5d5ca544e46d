// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/linked/linked_tester.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "delivery/outbox/reason_text.h"
#include "library/linked_content.h"
#include "ui/layout/tab_order.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {

constexpr int kAnswerHeight = 220;

/// The answer laid out to be read; as it came if it is no JSON.
QString readableAnswer(const QByteArray& body) {
  const QJsonDocument document = QJsonDocument::fromJson(body);
  return QString::fromUtf8(document.isNull() ? body : document.toJson(QJsonDocument::Indented));
}

}  // namespace

LinkedTester::LinkedTester(Services& services, std::function<TypedSource()> typed, QWidget* parent)
    : Card(parent),
      m_services(services),
      m_typed(std::move(typed)),
      m_fields(new QVBoxLayout),
      m_test(new Button(tr("Test"), ButtonRole::Plain, Icon::Play)),
      m_fill(new Button(tr("Fill labels from this answer"), ButtonRole::Quiet)),
      m_verdict(new Label({}, TypeRole::Body, Ink::Text2)),
      m_answer(new QPlainTextEdit) {
  m_fields->setSpacing(size::Tiny);
  m_test->setObjectName(QStringLiteral("linked.test"));
  m_fill->setObjectName(QStringLiteral("linked.fill"));
  m_verdict->setObjectName(QStringLiteral("linked.verdict"));
  m_verdict->setWordWrap(true);
  m_answer->setObjectName(QStringLiteral("linked.answer"));
  m_answer->setAccessibleName(tr("Answer"));
  m_answer->setReadOnly(true);
  m_answer->setTabChangesFocus(true);
  m_answer->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
  m_answer->setMinimumHeight(kAnswerHeight);
  auto* title = new Label(tr("Test"), TypeRole::Label);
  auto* hint = new Label(tr("Asks once, now. The answer is kept for previews and counts, which never ask."),
                         TypeRole::Hint, Ink::Text3);
  hint->setWordWrap(true);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(size::Small);
  buttons->addWidget(m_test);
  buttons->addWidget(m_fill);
  buttons->addStretch();
  body()->addWidget(title);
  body()->addWidget(hint);
  body()->addLayout(m_fields);
  body()->addLayout(buttons);
  body()->addWidget(m_verdict);
  body()->addWidget(m_answer);
  connect(m_test, &Button::clicked, this, &LinkedTester::test);
  connect(m_fill, &Button::clicked, this, [this] { Q_EMIT labelsFound(library::labelsOfAnswer(m_body)); });
}

void LinkedTester::begin() {
  ++m_generation;
  m_untouched = true;
  m_result.reset();
  m_test->setBlockedBecause({});
  m_verdict->setInk(Ink::Text2);
  m_verdict->setText(tr("Not tested yet."));
  showAnswer({});
  follow();
}

void LinkedTester::showKept(const library::LinkedAnswer& kept) {
  if (!m_untouched) return;
  const QString when = QLocale().toString(kept.fetchedAt.toLocalTime(), QLocale::ShortFormat);
  m_verdict->setText(tr("The last answer, of %1.").arg(when));
  showAnswer(kept.body);
}

void LinkedTester::follow() {
  const QStringList names = library::parameterNames(m_typed().source);
  QStringList shown;
  for (const auto& [name, field] : m_parameters) shown << name;
  if (names == shown) return;
  library::LinkedValues typed;
  for (const auto& [name, field] : m_parameters) typed[name] = field->text();
  m_parameters.clear();
  while (QLayoutItem* item = m_fields->takeAt(0)) {
    if (item->widget()) item->widget()->deleteLater();
    delete item;
  }
  for (const QString& name : names) {
    auto* field = new QLineEdit(typed.value(name));
    field->setObjectName(QStringLiteral("linked.parameter.") + name);
    field->setAccessibleName(name);
    m_fields->addWidget(makeFieldLabel(tr("Sample for %1").arg(name), field));
    m_fields->addWidget(field);
    field->show();
    tabBefore(m_test, {field});
    connect(field, &QLineEdit::returnPressed, this, &LinkedTester::test);
    m_parameters.emplace_back(name, field);
  }
}

void LinkedTester::test() {
  const TypedSource typed = m_typed();
  delivery::LinkedTestRequest request{typed.source, typed.secrets, {}};
  for (const auto& [name, field] : m_parameters) request.parameters[name] = field->text();
  m_untouched = false;
  m_test->setBlockedBecause(tr("Asking"));
  m_verdict->setInk(Ink::Text2);
  m_verdict->setText(tr("Asking…"));
  Pending(m_services.linkedTest.run(request))
      .then(this, [this, generation = ++m_generation](const Result<delivery::LinkedTestResult>& result) {
        if (generation == m_generation) tested(result);
      });
}

void LinkedTester::tested(const Result<delivery::LinkedTestResult>& result) {
  m_test->setBlockedBecause({});
  m_result.reset();
  const bool isGood = result && result->failure.isEmpty();
  m_verdict->setInk(isGood ? Ink::Fine : Ink::Problem);
  if (!result) return m_verdict->setText(result.error().message);
  m_result = *result;
  const QString took = tr("Status %1, %n ms", nullptr, static_cast<int>(result->milliseconds)).arg(result->status);
  if (isGood) {
    m_verdict->setText(took);
  } else {
    const QString why = delivery::reasonText(result->failure);
    m_verdict->setText(result->status > 0 ? why + QLatin1Char(' ') + took : why);
  }
  showAnswer(result->answer.body);
}

void LinkedTester::showAnswer(const QByteArray& body) {
  m_body = body;
  m_answer->setPlainText(readableAnswer(body));
  m_answer->setVisible(!body.isEmpty());
  m_fill->setVisible(!library::labelsOfAnswer(body).empty());
}

}  // namespace heliograph::ui
