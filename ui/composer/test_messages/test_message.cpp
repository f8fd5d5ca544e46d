// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/test_messages/test_message.h"

#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "providers/routes/route_resolver.h"
#include "ui/composer/fields/fields_card.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {
constexpr int kTestTextHeight = 64;
}

TestMessage::TestMessage(Services& services, const campaign::Campaign& campaign, ProviderId provider, QWidget* parent)
    : QWidget(parent),
      m_document(campaign),
      m_message(new QWidget),
      m_text(new QPlainTextEdit(QString::fromUtf8(campaign.message))),
      m_fields(new FieldsCard(m_document)) {
  m_text->setObjectName(QStringLiteral("test.message"));
  m_text->setTabChangesFocus(true);
  m_text->setFrameShape(QFrame::NoFrame);
  m_text->setFixedHeight(kTestTextHeight);
  arrange();
  connect(m_text, &QPlainTextEdit::textChanged, this,
          [this] { m_document.setMessage(m_text->toPlainText().toUtf8()); });
  connect(m_fields, &FieldsCard::useRequested, &m_document, &CampaignDocument::setMessage);
  connect(&m_document, &CampaignDocument::changed, this, &TestMessage::follow);
  services.background
      .run([services, provider] {
        return services.routes.asked({QStringLiteral("provider"), provider.value});
      })
      .then(this, [this](const Result<providers::AskedFields>& asked) {
        if (asked) show(*asked);
      });
}

void TestMessage::arrange() {
  auto* frame = new Card;
  frame->setBorder(Card::Border::Strong);
  frame->setPadding(size::Tiny);
  frame->body()->addWidget(m_text);
  auto* message = new QVBoxLayout(m_message);
  message->setContentsMargins({});
  message->setSpacing(size::Small);
  message->addWidget(makeFieldLabel(tr("Message"), m_text));
  message->addWidget(frame);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Medium);
  column->addWidget(m_message);
  column->addWidget(m_fields);
}

void TestMessage::show(const providers::AskedFields& asked) {
  m_asked = asked;
  // What is needed is tested, no campaign's own additions.
  m_asked->takesExtraPairs = false;
  m_message->setVisible(asked.text);
  follow();
}

void TestMessage::follow() {
  const QString text = QString::fromUtf8(m_document.shownMessage());
  if (m_text->toPlainText() != text) {
    const QSignalBlocker quiet(m_text);
    m_text->setPlainText(text);
  }
  if (m_asked) {
    const bool approved = !m_document.fieldsOf(0).approvedText.trimmed().isEmpty();
    m_fields->show(m_asked, {}, m_asked->text && approved);
  }
  Q_EMIT changed();
}

}  // namespace heliograph::ui
