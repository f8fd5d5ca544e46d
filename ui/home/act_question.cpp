// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/act_question.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

ActQuestion::ActQuestion(QWidget* parent)
    : Card(parent),
      m_title(new Label({}, TypeRole::Label)),
      m_text(new Label({}, TypeRole::Body, Ink::Text2)),
      m_yes(new Button({}, ButtonRole::Danger)),
      m_no(new Button({})) {
  setObjectName(QStringLiteral("home.question"));
  setBorder(Border::Strong);
  m_yes->setObjectName(QStringLiteral("home.question.yes"));
  m_no->setObjectName(QStringLiteral("home.question.no"));
  for (Label* label : {m_title, m_text}) {
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
  body()->addLayout(buttons);
  connect(m_no, &Button::clicked, this, &ActQuestion::close);
  connect(m_yes, &Button::clicked, this, [this] {
    const auto then = std::exchange(m_then, {});
    hide();
    if (then) then();
    Q_EMIT answered();
  });
  hide();
}

void ActQuestion::ask(const QString& title, const QString& text, const QString& yes, const QString& no, bool harmless,
                      std::function<void()> then) {
  m_title->setText(title);
  m_text->setText(text);
  m_text->setVisible(!text.isEmpty());
  m_yes->setText(yes);
  m_no->setText(no);
  setAccessibleName(title);
  setAccessibleDescription(text);
  m_then = std::move(then);
  show();
  Q_EMIT asked();
  (harmless ? m_yes : m_no)->setFocus();
}

void ActQuestion::close() {
  if (!isVisibleTo(parentWidget())) return;
  m_then = {};
  hide();
  Q_EMIT answered();
}

void ActQuestion::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) return close();
  Card::keyPressEvent(event);
}

}  // namespace heliograph::ui
