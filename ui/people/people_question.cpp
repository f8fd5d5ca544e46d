// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/people_question.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

PeopleQuestion::PeopleQuestion(QWidget* parent)
    : Card(parent),
      m_title(new Label({}, TypeRole::Label)),
      m_text(new Label({}, TypeRole::Body, Ink::Text2)),
      m_number(new QLineEdit),
      m_yes(new Button({})),
      m_no(new Button(tr("Cancel"))) {
  setObjectName(QStringLiteral("people.question"));
  setBorder(Border::Strong);
  m_prompt = makeFieldLabel({}, m_number);
  m_title->setObjectName(QStringLiteral("people.question.title"));
  m_text->setObjectName(QStringLiteral("people.question.text"));
  m_number->setObjectName(QStringLiteral("people.question.number"));
  m_yes->setObjectName(QStringLiteral("people.question.yes"));
  m_no->setObjectName(QStringLiteral("people.question.no"));
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
  connect(m_number, &QLineEdit::textChanged, this, &PeopleQuestion::check);
  connect(m_number, &QLineEdit::returnPressed, this, [this] {
    if (m_yes->isEnabled()) agree();
  });
  connect(m_no, &Button::clicked, this, &PeopleQuestion::close);
  connect(m_yes, &Button::clicked, this, &PeopleQuestion::agree);
  hide();
}

void PeopleQuestion::ask(const Words& words, std::function<void()> then) {
  m_title->setText(words.title);
  m_text->setText(words.text);
  m_yes->setText(words.yes);
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

void PeopleQuestion::check() {
  const bool right = m_typed == 0 || m_number->text().trimmed() == QString::number(m_typed);
  m_yes->setBlockedBecause(right ? QString() : tr("Type the number of people first"));
}

void PeopleQuestion::agree() {
  const auto then = std::exchange(m_then, {});
  hide();
  if (then) then();
  Q_EMIT answered();
}

void PeopleQuestion::close() {
  if (!isOpen()) return;
  m_then = {};
  hide();
  Q_EMIT answered();
}

void PeopleQuestion::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) return close();
  Card::keyPressEvent(event);
}

}  // namespace heliograph::ui
