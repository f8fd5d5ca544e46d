// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/step_card.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/theme/drawing.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/theme/type_scale.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {
constexpr int kMark = 24;
}

/// The number of a step in a ring, or a tick once it is done. Assistive technology is told by the heading.
class CardNumber final : public QWidget {
 public:
  explicit CardNumber(int number) : m_number(number) { setFixedSize(kMark, kMark); }

  void setState(StepCard::State state) {
    m_state = state;
    update();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    const Tokens& tokens = Tokens::of(this);
    const QRectF box = rect();
    if (m_state == StepCard::State::Done) {
      drawing::roundRect(&painter, box, kMark / 2.0, tokens.fineWeak, QColor());
      paintIcon(&painter, box.adjusted(4, 4, -4, -4), Icon::Check, tokens.fine);
      return;
    }
    const bool next = m_state == StepCard::State::Next;
    drawing::roundRect(&painter, box, kMark / 2.0, next ? tokens.accentWeak : QColor(),
                       next ? tokens.accent : tokens.lineStrong);
    painter.setFont(typeFont(TypeRole::Label));
    painter.setPen(next ? tokens.accent : tokens.text2);
    painter.drawText(box, Qt::AlignCenter, locale().toString(m_number));
  }

 private:
  int m_number;
  StepCard::State m_state = StepCard::State::Waiting;
};

StepCard::StepCard(int number, const QString& title, const QString& text, QWidget* parent)
    : Card(parent),
      m_number(number),
      m_title(title),
      m_mark(new CardNumber(number)),
      m_heading(new Label(title, TypeRole::Label)),
      m_text(new Label(text, TypeRole::Body, Ink::Text2)),
      m_first(new QHBoxLayout),
      m_actionBox(new QWidget),
      m_actions(new QHBoxLayout(m_actionBox)) {
  m_text->setWordWrap(true);
  m_text->setTextFormat(Qt::PlainText);
  m_actions->setContentsMargins(kMark + size::Medium, 0, 0, 0);
  m_actions->setSpacing(size::Small);
  m_actions->addStretch();
  auto* words = new QVBoxLayout;
  words->setSpacing(2);
  words->addWidget(m_heading);
  words->addWidget(m_text);
  m_first->setSpacing(size::Medium);
  m_first->addWidget(m_mark, 0, Qt::AlignTop);
  m_first->addLayout(words, 1);
  body()->setSpacing(size::Medium);
  body()->addLayout(m_first);
  body()->addWidget(m_actionBox);
  m_actionBox->hide();
  setState(State::Waiting, text);
}

void StepCard::setState(State state, const QString& text) {
  m_state = state;
  m_text->setText(text);
  m_mark->setState(state);
  setBorder(state == State::Next ? Border::Chosen : Border::Line);
  m_actionBox->setVisible(m_actions->count() > 1 && state != State::Done);
  for (QWidget* later : m_later) later->setVisible(state == State::Done);
  m_heading->setInk(state == State::Waiting ? Ink::Text2 : Ink::Text);
  const QString done = state == State::Done ? tr("done") : state == State::Next ? tr("next") : tr("later");
  m_heading->setAccessibleName(tr("Step %1: %2, %3").arg(locale().toString(m_number), m_title, done));
}

void StepCard::addAction(QWidget* action) {
  m_actions->insertWidget(m_actions->count() - 1, action);
  m_actionBox->setVisible(m_state != State::Done);
}

void StepCard::addLater(QWidget* action) {
  m_first->addWidget(action, 0, Qt::AlignTop);
  m_later.push_back(action);
  action->setVisible(m_state == State::Done);
}

void StepCard::addContent(QWidget* content) {
  auto* indent = new QHBoxLayout;
  indent->addSpacing(kMark + size::Medium);
  indent->addWidget(content, 1);
  body()->addLayout(indent);
}

}  // namespace heliograph::ui
