// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/question_card.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

QuestionCard::QuestionCard(const QString& name, QWidget* parent)
    : Card(parent),
      m_title(new Label({}, TypeRole::Label)),
      m_text(new Label({}, TypeRole::Body, Ink::Text2)),
      m_number(new QLineEdit),
      m_yes(new Button({})),
      m_no(new Button({})) {
  setObjectName(name);
  setBorder(Border::Strong);
  m_prompt = makeFieldLabel({}, m_number);
  m_title->setObjectName(name + QStringLiteral(".title"));
  m_text->setObjectName(name + QStringLiteral(".text"));
  m_number->setObjectName(name + QStringLiteral(".number"));
  m_yes->setObjectName(name + QStringLiteral(".yes"));
  m_no->setObjectName(name + QStringLiteral(".no"));
  for (Label* label : {m_title, m_text, m_prompt}) {
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
  }
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(size::Small);
  buttons->addStretch();
  buttons->addWidget(m_no);
  buttons->addWidget(m_yes);
  body()->setSpacing(size::Small);
  body()->addWidget(m_title);
  body()->addWidget(m_text);
  body()->addWidget(m_prompt);
  body()->addWidget(m_number);
  body()->addLayout(buttons);
  connect(m_number, &QLineEdit::textChanged, this, &QuestionCard::check);
  connect(m_number, &QLineEdit::returnPressed, this, [this] {
    if (m_yes->isEnabled()) agree();
  });
  connect(m_no, &Button::clicked, this, &QuestionCard::close);
  connect(m_yes, &Button::clicked, this, &QuestionCard::agree);
  hide();
}

void QuestionCard::ask(const Words& words, std::function<void()> then) {
  m_title->setText(words.title);
  m_text->setText(words.text);
  m_text->setVisible(!words.text.isEmpty());
  m_yes->setText(words.yes);
  m_no->setText(words.no.isEmpty() ? tr("Cancel") : words.no);
  m_yes->setRole(words.dangerous ? ButtonRole::Danger : ButtonRole::Primary);
  m_typed = words.typed;
  m_prompt->setText(tr("Type %1 to go on").arg(words.typed));
  m_number->setAccessibleName(m_prompt->text());
  m_number->clear();
  m_prompt->setVisible(m_typed > 0);
  m_number->setVisible(m_typed > 0);
  setAccessibleName(words.title);
  setAccessibleDescription(words.text);
  m_then = std::move(then);
  check();
  show();
  Q_EMIT asked();
  if (m_typed > 0) {
    m_number->setFocus();
  } else {
    (words.dangerous ? m_no : m_yes)->setFocus();
  }
}

void QuestionCard::check() {
  const bool right = m_typed == 0 || m_number->text().trimmed() == QString::number(m_typed);
  m_yes->setBlockedBecause(right ? QString() : tr("Type the number of people first"));
}

void QuestionCard::agree() {
  const auto then = std::exchange(m_then, {});
  hide();
  if (then) then();
  Q_EMIT answered();
}

void QuestionCard::close() {
  if (!isOpen()) return;
  m_then = {};
  hide();
  Q_EMIT answered();
}

void QuestionCard::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) return close();
  Card::keyPressEvent(event);
}

}  // namespace heliograph::ui
