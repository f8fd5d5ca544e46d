// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/request_view.h"

#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "providers/request/request_picture.h"
#include "providers/routes/asked_fields.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {

providers::OutgoingMessage sampleMessage(const providers::AskedFields& asked) {
  providers::OutgoingMessage message;
  message.to = QStringLiteral("+447700900123");
  message.body = RequestView::tr("Hi Asha & co, “50 %” off today");
  message.encoding = QStringLiteral("UCS-2");
  message.clientId = QStringLiteral("7f3c0a51d2e94b6f8a1c5e0b9d2f4a63");
  message.campaignId = QStringLiteral("12");
  message.templateId = QStringLiteral("1107160000000000000");
  message.templateVariables = {QStringLiteral("Asha"), QStringLiteral("50 %")};
  for (const QStringList& keys : {asked.bodyKeys, asked.headerKeys, asked.globalKeys}) {
    for (const QString& key : keys) message.custom.insert(key, RequestView::tr("value of %1").arg(key));
  }
  return message;
}

}  // namespace

RequestView::RequestView(QWidget* parent)
    : Surface(Qt::LeftEdge, parent),
      m_problem(new Label({}, TypeRole::Body, Ink::Text2)),
      m_sample(new Label(tr("For a sample message to +44 7700 900123. Secrets are shown as dots."), TypeRole::Hint,
                         Ink::Text3)),
      m_text(new QPlainTextEdit) {
  m_problem->setObjectName(QStringLiteral("request.problem"));
  for (Label* label : {m_problem, m_sample}) {
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
  }
  m_text->setObjectName(QStringLiteral("request.text"));
  m_text->setAccessibleName(tr("What is sent"));
  m_text->setReadOnly(true);
  m_text->setTabChangesFocus(true);
  m_text->setFrameShape(QFrame::NoFrame);
  m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
  m_text->setLayoutDirection(Qt::LeftToRight);
  auto* frame = new Card;
  frame->setPadding(size::Small);
  frame->body()->addWidget(m_text);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(size::Large, size::Wide, size::Large, size::Large);
  column->setSpacing(size::Small);
  column->addWidget(new Label(tr("What is sent"), TypeRole::Label));
  column->addWidget(m_sample);
  column->addWidget(m_problem);
  column->addWidget(frame, 1);
}

void RequestView::show(const providers::ProviderDefinition& definition, const providers::Provider& provider) {
  const auto picture =
      providers::pictureOfSend(definition, provider, sampleMessage(providers::askedFields(definition, provider)));
  if (!picture) return showProblem(picture.error().message);
  m_problem->hide();
  if (m_text->toPlainText() != picture->text()) m_text->setPlainText(picture->text());
}

void RequestView::showProblem(const QString& why) {
  m_problem->setText(tr("It can't be sent yet. %1").arg(why));
  m_problem->show();
  m_text->clear();
}

}  // namespace heliograph::ui
