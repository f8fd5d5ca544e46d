// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/first_test.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QShowEvent>
#include <QVBoxLayout>
#include <algorithm>

#include "audience/property_statistics.h"
#include "campaign/campaign_repository.h"
#include "core/pending.h"
#include "editors/message_editor.h"
#include "message/personalisation_token.h"
#include "phone/phone_number.h"
#include "ui/composer/message/property_choices.h"
#include "ui/composer/page/editor_look.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {

/// Of a range that is kept for fiction, so that it is nobody's.
const QString kNobodysNumber = QStringLiteral("+44 7700 900123");

using Properties = std::vector<audience::PropertyStatistic>;

/// The property that most likely holds what people are called; empty when there is none.
QString nameProperty(const Properties& properties) {
  for (const QLatin1String wanted : {QLatin1String("firstname"), QLatin1String("givenname"), QLatin1String("name")}) {
    for (const auto& each : properties) {
      QString plain = each.property.name.toLower();
      plain.remove(QLatin1Char(' ')).remove(QLatin1Char('_')).remove(QLatin1Char('-'));
      if (plain == wanted) return each.property.name;
    }
  }
  return {};
}

QByteArray firstMessage(const Properties& properties) {
  message::PersonalisationToken token;
  token.property = nameProperty(properties);
  token.fallback = FirstTest::tr("there");
  const QByteArray who = token.property.isEmpty() ? token.fallback->toUtf8() : message::formatToken(token);
  return FirstTest::tr("Hi %1, this is our first text. See you soon!").toUtf8().replace("%1", who);
}

}  // namespace

FirstTest::FirstTest(Services& services, QWidget* parent) : QWidget(parent), m_services(services) {
  m_campaign.name = tr("My first campaign");
  m_campaign.audience = campaign::Audience::everybody();
  makeFields();
  auto* field = new Card;
  field->setPadding(size::Medium);
  field->body()->addWidget(m_message);
  auto* send = new QHBoxLayout;
  send->setSpacing(size::Small);
  send->addWidget(m_number, 1);
  send->addWidget(m_send);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  column->addWidget(makeFieldLabel(tr("Message"), m_message));
  column->addWidget(field);
  column->addWidget(makeFieldLabel(tr("Your number"), m_number));
  column->addLayout(send);
  column->addWidget(m_note);
  column->addWidget(makeResult());
  loadProperties();
  checkNumber();
}

void FirstTest::makeFields() {
  m_message = new editors::MessageEditor;
  m_message->setObjectName(QStringLiteral("first.message"));
  m_message->setAccessibleName(tr("Message"));
  m_message->setFrameShape(QFrame::NoFrame);
  m_message->setTabChangesFocus(true);
  m_message->setMinimumLines(2);
  m_message->setTheme(editorLook(Tokens::of(this)));
  m_number = new QLineEdit;
  m_number->setObjectName(QStringLiteral("first.number"));
  m_number->setAccessibleName(tr("Your number"));
  m_number->setPlaceholderText(tr("With country code, such as +91 98123 45678"));
  m_number->setMinimumHeight(size::Control);
  m_note = new Label({}, TypeRole::Hint, Ink::Text3);
  m_note->setWordWrap(true);
  m_send = new Button(tr("Send me a test"), ButtonRole::Primary, Icon::Send);
  m_send->setObjectName(QStringLiteral("first.send"));
  connect(m_number, &QLineEdit::textChanged, this, &FirstTest::checkNumber);
  connect(m_number, &QLineEdit::returnPressed, m_send, &QAbstractButton::click);
  connect(m_send, &Button::clicked, this, &FirstTest::send);
  connect(m_message, &editors::MessageEditor::textEdited, this, [this](const QByteArray& source) {
    m_written = true;
    m_campaign.message = source;
    checkNumber();
    Q_EMIT messageChanged();
  });
}

QWidget* FirstTest::makeResult() {
  m_outcome = new Chip;
  m_words = new Label({});
  m_words->setObjectName(QStringLiteral("first.words"));
  m_words->setWordWrap(true);
  m_words->setTextFormat(Qt::PlainText);
  m_phone = new Button(tr("Look at the sandbox phone"), ButtonRole::Plain, Icon::Phone);
  m_phone->setObjectName(QStringLiteral("first.phone"));
  m_open = new Button(tr("Go on with this campaign"), ButtonRole::Primary, Icon::ArrowRight);
  m_open->setObjectName(QStringLiteral("first.open"));
  connect(m_phone, &Button::clicked, this, &FirstTest::sandboxRequested);
  connect(m_open, &Button::clicked, this, &FirstTest::open);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(size::Small);
  buttons->addWidget(m_open);
  buttons->addWidget(m_phone);
  buttons->addStretch();
  m_result = new QWidget;
  auto* column = new QVBoxLayout(m_result);
  column->setContentsMargins(0, size::Small, 0, 0);
  column->setSpacing(size::Small);
  column->addWidget(m_outcome, 0, Qt::AlignLeft);
  column->addWidget(m_words);
  column->addLayout(buttons);
  m_result->hide();
  return m_result;
}

void FirstTest::loadProperties() {
  m_services.background
      .run([&database = m_services.database] { return audience::propertyStatistics(database).value_or(Properties{}); })
      .then(this, [this](const Properties& properties) {
        m_message->setProperties(propertyChoices(properties));
        if (m_campaign.id.isValid() || m_written) return;
        m_campaign.message = firstMessage(properties);
        m_message->setSource(m_campaign.message);
        Q_EMIT messageChanged();
      });
}

void FirstTest::setSandbox(bool sandbox) {
  if (sandbox && m_number->text().isEmpty()) m_number->setText(kNobodysNumber);
  if (!sandbox && m_number->text() == kNobodysNumber) m_number->clear();
  m_sandbox = sandbox;
  checkNumber();
}

void FirstTest::checkNumber() {
  const QString typed = m_number->text().trimmed();
  const phone::ParsedPhone parsed = phone::parsePhone(typed, QStringView());
  const bool fine = phone::isSendable(parsed.state);
  QString why;
  if (m_campaign.message.trimmed().isEmpty()) {
    why = tr("Write a message first");
  } else if (!fine) {
    why = tr("Type your number first");
  }
  m_note->setInk(typed.isEmpty() || fine ? Ink::Text3 : Ink::Problem);
  if (!typed.isEmpty() && !fine) {
    m_note->setText(parsed.reason);
  } else {
    m_note->setText(m_sandbox ? tr("The sandbox texts nobody, so any number will do. The message appears on its phone.")
                              : tr("A real message is sent, and charged by the provider."));
  }
  m_send->setBlockedBecause(m_sending ? tr("A test is under way") : why);
}

void FirstTest::send() {
  if (m_sending || !m_send->isEnabled()) return;
  m_sending = true;
  m_open->setBlockedBecause(tr("A test is under way"));
  checkNumber();
  store([this](const Result<>& stored) {
    if (!stored) return show(heliograph::fail(stored.error()));
    deliver();
  });
}

void FirstTest::open() {
  if (m_sending) return;
  if (m_campaign.id.isValid() && m_campaign.message == m_stored) return Q_EMIT openRequested(m_campaign.id);
  m_sending = true;
  store([this](const Result<>& stored) {
    m_sending = false;
    checkNumber();
    if (stored) return Q_EMIT openRequested(m_campaign.id);
    m_outcome->setState(tr("Not saved"), Tone::Problem);
    m_words->setText(stored.error().message);
  });
}

void FirstTest::store(std::function<void(const Result<>&)> then) {
  m_services.background
      .run([&campaigns = m_services.campaigns, draft = m_campaign]() -> Result<campaign::Campaign> {
        if (!draft.id.isValid()) return campaigns.create(draft);
        auto saved = campaigns.save(draft, draft.revision);
        if (!saved) return heliograph::fail(saved.error());
        campaign::Campaign after = draft;
        after.revision = *saved;
        return after;
      })
      .then(this, [this, then = std::move(then)](const Result<campaign::Campaign>& draft) {
        if (!draft) {
          then(heliograph::fail(draft.error()));
          return makeUpFor(draft.error().code);
        }
        m_campaign.id = draft->id;
        m_campaign.revision = draft->revision;
        m_stored = draft->message;
        then({});
      });
}

void FirstTest::makeUpFor(ErrorCode code) {
  if (code == ErrorCode::Conflict) return reload();
  if (code != ErrorCode::NotFound && code != ErrorCode::Unsupported) return;
  // Deleted or published: the text is there still, and becomes another draft.
  m_campaign.id = {};
  m_campaign.revision = {};
}

void FirstTest::reload() {
  if (!m_campaign.id.isValid() || m_sending) return;
  m_services.background.run([&campaigns = m_services.campaigns, id = m_campaign.id] { return campaigns.load(id); })
      .then(this, [this](const Result<campaign::Campaign>& draft) {
        if (m_sending) return;
        if (!draft) return makeUpFor(draft.error().code);
        if (draft->id != m_campaign.id || draft->revision <= m_campaign.revision) return;
        // What was typed here since is newer.
        const QByteArray shown = m_campaign.message == m_stored ? draft->message : m_campaign.message;
        m_campaign = *draft;
        m_stored = draft->message;
        m_campaign.message = shown;
        m_message->setSource(shown);
        checkNumber();
        Q_EMIT messageChanged();
      });
}

void FirstTest::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (!event->spontaneous()) reload();
}

void FirstTest::deliver() {
  delivery::TestSendRequest request;
  request.campaign = m_campaign;
  const phone::ParsedPhone parsed = phone::parsePhone(m_number->text().trimmed(), QStringView());
  if (parsed.number) request.to = parsed.number->e164();
  request.asIdentity = m_person;
  Pending(m_services.testSend.send(request)).then(this, [this](const Result<delivery::TestSendResult>& result) {
    show(result);
  });
}

void FirstTest::show(const Result<delivery::TestSendResult>& result) {
  m_sending = false;
  m_open->setBlockedBecause({});
  checkNumber();
  m_result->show();
  const bool accepted = result && result->accepted;
  m_phone->setVisible(accepted && m_sandbox);
  m_open->setVisible(accepted);
  if (!result) {
    m_outcome->setState(tr("Not sent"), Tone::Problem);
    m_words->setText(result.error().message);
    return;
  }
  if (!accepted) {
    m_outcome->setState(result->unclear ? tr("Unclear: may have arrived") : tr("Refused by %1").arg(result->provider),
                        result->unclear ? Tone::Attention : Tone::Problem);
    m_words->setText(QStringList{result->words, result->hint}.join(QLatin1Char('\n')).trimmed());
    return;
  }
  m_outcome->setState(tr("Accepted by %1").arg(result->provider), Tone::Fine);
  m_words->setText(tr("That was the whole way. What you wrote is kept as the draft “%1”.").arg(m_campaign.name));
  m_send->setRole(ButtonRole::Plain);
  m_send->setText(tr("Send it again"));
  m_open->setFocus();
  Q_EMIT this->accepted();
}

void FirstTest::refresh() {
  loadProperties();
}

void FirstTest::focusFirst() {
  m_send->setFocus();
}

void FirstTest::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) m_message->setTheme(editorLook(Tokens::of(this)));
  QWidget::changeEvent(event);
}

}  // namespace heliograph::ui
