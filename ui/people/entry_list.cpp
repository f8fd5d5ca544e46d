// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/entry_list.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/layout/clear_layout.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/label.h"
#include "ui/widgets/separator.h"
#include "ui/widgets/spinner.h"

namespace heliograph::ui {

EntryList::EntryList(const QString& name, QWidget* parent)
    : QWidget(parent),
      m_entries(new QVBoxLayout),
      m_spinner(new Spinner),
      m_words(new Label({}, TypeRole::Hint, Ink::Text2)),
      m_more(new Button(tr("Show more"))),
      m_retry(new Button(tr("Try again"), ButtonRole::Plain, Icon::Refresh)) {
  setObjectName(name);
  m_words->setObjectName(name + QStringLiteral(".words"));
  m_words->setWordWrap(true);
  m_words->setTextFormat(Qt::PlainText);
  m_more->setObjectName(name + QStringLiteral(".more"));
  m_retry->setObjectName(name + QStringLiteral(".retry"));
  m_more->setSmall(true);
  m_retry->setSmall(true);
  m_entries->setSpacing(0);
  auto* foot = new QHBoxLayout;
  foot->setSpacing(size::Small);
  foot->addWidget(m_spinner);
  foot->addWidget(m_words, 1);
  foot->addWidget(m_more);
  foot->addWidget(m_retry);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  column->addLayout(m_entries);
  column->addLayout(foot);
  column->addStretch();
  connect(m_more, &Button::clicked, this, &EntryList::moreRequested);
  connect(m_retry, &Button::clicked, this, &EntryList::retryRequested);
  showFoot({}, false, false, false);
}

void EntryList::begin(const QString& words) {
  clearLayout(*m_entries);
  showFoot(words, true, false, false);
}

void EntryList::wait() {
  showFoot(tr("Reading more…"), true, false, false);
}

void EntryList::add(QWidget* entry) {
  m_entries->addWidget(entry);
}

void EntryList::end(bool hasMore, const QString& empty) {
  showFoot(m_entries->count() == 0 ? empty : QString(), false, hasMore, false);
}

void EntryList::fail(const QString& why) {
  showFoot(why, false, false, true);
}

void EntryList::showFoot(const QString& words, bool isBusy, bool hasMore, bool canRetry) {
  m_spinner->setRunning(isBusy);
  m_spinner->setVisible(isBusy);
  m_words->setInk(canRetry ? Ink::Problem : Ink::Text2);
  m_words->setText(words);
  m_more->setVisible(hasMore);
  m_retry->setVisible(canRetry);
}

QWidget* makeEntry(const QString& title, QWidget* beside, const QString& when, const QString& text) {
  auto* entry = new QWidget;
  auto* head = new QHBoxLayout;
  head->setSpacing(size::Small);
  if (!title.isEmpty()) {
    auto* name = new ElidedLabel(title, TypeRole::Label);
    name->setTextFormat(Qt::PlainText);
    head->addWidget(name, 1);
  }
  if (beside) head->addWidget(beside, title.isEmpty() ? 1 : 0, title.isEmpty() ? Qt::AlignLeft : Qt::Alignment());
  head->addWidget(new Label(when, TypeRole::Hint, Ink::Text3));
  auto* column = new QVBoxLayout(entry);
  column->setContentsMargins(0, size::Small, 0, 0);
  column->setSpacing(2);
  column->addLayout(head);
  if (!text.isEmpty()) {
    auto* words = new Label(text, TypeRole::Body, Ink::Text2);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(words);
  }
  column->addSpacing(size::Small);
  column->addWidget(new Separator);
  return entry;
}

}  // namespace heliograph::ui
