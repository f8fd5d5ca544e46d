// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/publish/release_choice.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include "ui/composer/words/publish_sentence.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmented_choice.h"

namespace heliograph::ui {

using campaign::Release;

namespace {

enum Choice { First, Everybody };

QString firstText(int people) {
  return ReleaseChoice::tr("First %1, then ask me").arg(QLocale().toString(people));
}

}  // namespace

ReleaseChoice::ReleaseChoice(QWidget* parent)
    : QWidget(parent),
      m_choice(new SegmentedChoice),
      m_number(new QWidget),
      m_first(new QSpinBox),
      m_words(new Label({}, TypeRole::Hint, Ink::Text3)) {
  m_choice->setObjectName(QStringLiteral("publish.release"));
  m_choice->addChoice(First, firstText(Release::usual));
  m_choice->addChoice(Everybody, tr("Everybody"));
  m_first->setObjectName(QStringLiteral("publish.first"));
  m_first->setAccessibleName(tr("How many people first"));
  m_first->setRange(1, Release::most);
  m_first->setValue(Release::usual);
  m_first->setGroupSeparatorShown(true);
  m_first->setSuffix(tr(" people first"));
  m_first->setFixedHeight(size::Control);
  m_words->setWordWrap(true);
  auto* number = new QHBoxLayout(m_number);
  number->setContentsMargins({});
  number->addWidget(m_first);
  auto* row = new QHBoxLayout;
  row->setSpacing(size::Medium);
  row->addWidget(m_choice);
  row->addWidget(m_number);
  row->addStretch();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  column->addWidget(new Label(tr("Release"), TypeRole::Label));
  column->addLayout(row);
  column->addWidget(m_words);
  connect(m_choice, &SegmentedChoice::chosen, this, &ReleaseChoice::choose);
  connect(m_first, &QSpinBox::valueChanged, this, &ReleaseChoice::choose);
  setRelease(Release::everybody());
}

Release ReleaseChoice::chosen() const {
  return m_choice->current() == First ? Release::firstThenAsk(m_first->value()) : Release::everybody();
}

void ReleaseChoice::setRelease(const Release& release) {
  const QSignalBlocker quiet(m_first);
  m_choice->setCurrent(release.asks() ? First : Everybody);
  if (release.asks()) m_first->setValue(release.first);
  showWords();
}

void ReleaseChoice::setPeople(qint64 people) {
  m_people = people;
  showWords();
}

void ReleaseChoice::focusChoice() {
  m_choice->focusCurrent();
}

void ReleaseChoice::choose() {
  showWords();
  Q_EMIT changed(chosen());
}

void ReleaseChoice::showWords() {
  const Release release = chosen();
  m_choice->setText(First, firstText(m_first->value()));
  m_number->setVisible(release.asks());
  const QString stops = tr("Pauses by itself if more than 5 % are refused while this window sends.");
  if (!release.asks()) return m_words->setText(stops);
  if (m_people >= 0 && m_people <= release.first) {
    return m_words->setText(tr("Only %1 would get it: nobody would be left to ask about.").arg(peopleWords(m_people)));
  }
  m_words->setText(tr("The first are drawn by lot. Then nothing more leaves until you say so.") + QLatin1Char(' ') +
                   stops);
}

}  // namespace heliograph::ui
