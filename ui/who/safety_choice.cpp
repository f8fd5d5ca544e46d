// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/safety_choice.h"

#include <QCheckBox>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include "campaign/reach_limit.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {
constexpr int kUsualSafety = 50'000;
}

SafetyChoice::SafetyChoice(QWidget* parent)
    : QWidget(parent),
      m_on(new QCheckBox(tr("Don't send if too many qualify"))),
      m_people(new QSpinBox),
      m_words(new Label({}, TypeRole::Hint, Ink::Text3)) {
  m_on->setObjectName(QStringLiteral("who.safety"));
  m_people->setObjectName(QStringLiteral("who.safety.people"));
  m_people->setAccessibleName(tr("How many may qualify at most"));
  m_people->setRange(1, campaign::ReachLimit::most);
  m_people->setValue(kUsualSafety);
  m_people->setGroupSeparatorShown(true);
  m_people->setPrefix(tr("more than "));
  m_people->setSuffix(tr(" people"));
  m_people->setFixedHeight(size::Control);
  m_words->setObjectName(QStringLiteral("who.safety.words"));
  m_words->setWordWrap(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  column->addWidget(m_on, 0, Qt::AlignLeading);
  column->addWidget(m_people, 0, Qt::AlignLeading);
  column->addWidget(m_words);
  connect(m_on, &QCheckBox::clicked, this, &SafetyChoice::choose);
  connect(m_people, &QSpinBox::valueChanged, this, &SafetyChoice::choose);
  showState();
}

void SafetyChoice::setMost(int people) {
  m_most = people;
  showState();
}

void SafetyChoice::setQualified(qint64 people) {
  m_qualified = people;
  showState();
}

void SafetyChoice::focusChoice() {
  m_on->setFocus();
}

void SafetyChoice::choose() {
  m_most = m_on->isChecked() ? m_people->value() : 0;
  showState();
  Q_EMIT changed(m_most);
}

void SafetyChoice::showState() {
  const QSignalBlocker quiet(m_people);
  const bool isOn = m_most > 0;
  m_on->setChecked(isOn);
  m_people->setVisible(isOn);
  // Not while it is typed here: that would put the cursor elsewhere.
  if (isOn && m_people->value() != m_most) m_people->setValue(m_most);
  const bool tooMany = isOn && m_qualified > m_most;
  m_words->setInk(tooMany ? Ink::Problem : Ink::Text3);
  m_words->setText(tooMany
                       ? tr("%1 qualify now, so it can't be published.").arg(QLocale().toString(m_qualified))
                       : tr("Counted again when it is sent: if there are more then, nobody gets it until you decide."));
  m_words->setVisible(isOn);
}

}  // namespace heliograph::ui
