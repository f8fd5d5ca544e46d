// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/curl_panel.h"

#include <QCheckBox>
#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "ui/layout/clear_layout.h"
#include "ui/layout/tab_order.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

using providers::CurlFinding;

namespace {

constexpr int kCurlTextHeight = 96;
constexpr int kLongestFoundValue = 40;

QString findingWords(const CurlFinding& finding) {
  const QString value = finding.value.size() <= kLongestFoundValue
                            ? finding.value
                            : finding.value.left(kLongestFoundValue - 1) + QChar(0x2026);
  switch (finding.kind) {
    case CurlFinding::Kind::Number:
      return CurlPanel::tr("%1 “%2” is the recipient: $$To").arg(finding.name, value);
    case CurlFinding::Kind::Text:
      return CurlPanel::tr("%1 “%2” is the text: $$Body").arg(finding.name, value);
    case CurlFinding::Kind::TemplateId:
      return CurlPanel::tr("%1 “%2” is the template: $$TemplateID").arg(finding.name, value);
    case CurlFinding::Kind::Secret:
      return CurlPanel::tr("%1 is kept as a secret").arg(finding.name);
  }
  return {};
}

}  // namespace

CurlPanel::CurlPanel(QWidget* parent)
    : QWidget(parent),
      m_text(new QPlainTextEdit),
      m_found(new QVBoxLayout),
      m_note(new Label({}, TypeRole::Hint, Ink::Text2)),
      m_fill(new Button(tr("Fill in the form"))) {
  m_text->setObjectName(QStringLiteral("curl.text"));
  m_text->setAccessibleName(tr("curl command"));
  m_text->setPlaceholderText(tr("Paste the example from your provider's documentation: curl -X POST https://…"));
  m_text->setTabChangesFocus(true);
  m_text->setFrameShape(QFrame::NoFrame);
  m_text->setFixedHeight(kCurlTextHeight);
  m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
  m_note->setObjectName(QStringLiteral("curl.note"));
  m_note->setWordWrap(true);
  m_note->setTextFormat(Qt::PlainText);
  m_note->hide();
  m_fill->setObjectName(QStringLiteral("curl.fill"));
  m_fill->setAutoDefault(false);
  auto* frame = new Card;
  frame->setBorder(Card::Border::Strong);
  frame->setPadding(size::Tiny);
  frame->body()->addWidget(m_text);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  column->addWidget(frame);
  column->addLayout(m_found);
  column->addWidget(m_note);
  column->addWidget(m_fill, 0, Qt::AlignLeft);
  connect(m_text, &QPlainTextEdit::textChanged, this, &CurlPanel::read);
  connect(m_fill, &Button::clicked, this, &CurlPanel::fill);
  read();
}

void CurlPanel::read() {
  clearLayout(*m_found);
  m_boxes.clear();
  m_findings.clear();
  const QString text = m_text->toPlainText();
  const auto command =
      text.trimmed().isEmpty() ? heliograph::fail(ErrorCode::InvalidInput, QString()) : providers::parseCurl(text);
  m_note->setInk(Ink::Problem);
  m_note->setText(command ? QString() : command.error().message);
  m_note->setVisible(!m_note->text().isEmpty());
  m_fill->setBlockedBecause(command ? QString() : tr("Paste a curl command first"));
  if (!command) return;
  m_command = *command;
  m_findings = providers::findingsOf(m_command);
  showFindings();
}

void CurlPanel::showFindings() {
  for (const CurlFinding& finding : m_findings) {
    if (finding.kind == CurlFinding::Kind::Secret) {
      m_found->addWidget(new Label(findingWords(finding), TypeRole::Hint, Ink::Text2));
      m_boxes.push_back(nullptr);
      continue;
    }
    auto* box = new QCheckBox(findingWords(finding));
    box->setObjectName(QStringLiteral("curl.finding.%1").arg(m_boxes.size()));
    box->setChecked(true);
    m_found->addWidget(box);
    tabBefore(m_fill, {box});
    m_boxes.push_back(box);
  }
}

void CurlPanel::fill() {
  std::vector<CurlFinding> taken;
  for (std::size_t i = 0; i < m_findings.size(); ++i) {
    if (m_boxes[i] && m_boxes[i]->isChecked()) taken.push_back(m_findings[i]);
  }
  const auto made = providers::importCurl(m_command, taken);
  QStringList notes = made ? made->notes : QStringList{made.error().message};
  if (made && notes.isEmpty()) notes << tr("The form is filled in.");
  m_note->setInk(made ? Ink::Text2 : Ink::Problem);
  m_note->setText(notes.join(QLatin1Char('\n')));
  m_note->show();
  if (made) Q_EMIT imported(*made);
}

}  // namespace heliograph::ui
