// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/live/live_limit_choice.h"

#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmented_choice.h"

namespace heliograph::ui {

using campaign::LiveLimit;
using LiveLimitKind = LiveLimit::Kind;

LiveLimitChoice::LiveLimitChoice(QWidget* parent)
    : QWidget(parent),
      m_choice(new SegmentedChoice),
      m_number(new QSpinBox),
      m_words(new Label({}, TypeRole::Hint, Ink::Text3)) {
  m_choice->setObjectName(QStringLiteral("who.liveLimit"));
  m_choice->setAccessibleName(tr("How many messages at most"));
  m_choice->addChoice(static_cast<int>(LiveLimitKind::None), tr("All"), tr("However many act"));
  m_choice->addChoice(static_cast<int>(LiveLimitKind::PerDay), tr("Only so many a day"));
  m_choice->addChoice(static_cast<int>(LiveLimitKind::Total), tr("Only so many in total"));
  m_number->setObjectName(QStringLiteral("who.liveLimit.messages"));
  m_number->setAccessibleName(tr("How many messages at most"));
  m_number->setRange(1, LiveLimit::most);
  m_number->setValue(LiveLimit::usual);
  m_number->setGroupSeparatorShown(true);
  m_number->setFixedHeight(size::Control);
  m_words->setObjectName(QStringLiteral("who.liveLimit.words"));
  m_words->setWordWrap(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  column->addWidget(new Label(tr("How many messages"), TypeRole::Label));
  column->addWidget(m_choice, 0, Qt::AlignLeading);
  column->addWidget(m_number, 0, Qt::AlignLeading);
  column->addWidget(m_words);
  connect(m_choice, &SegmentedChoice::chosen, this, &LiveLimitChoice::choose);
  connect(m_number, &QSpinBox::valueChanged, this, &LiveLimitChoice::choose);
  setLimit({});
}

LiveLimit LiveLimitChoice::chosen() const {
  const auto kind = static_cast<LiveLimitKind>(m_choice->current());
  return kind == LiveLimitKind::None ? LiveLimit::none() : LiveLimit{kind, m_number->value()};
}

void LiveLimitChoice::setLimit(const LiveLimit& limit) {
  // Not while it is typed here: that would put the cursor elsewhere.
  if (m_choice->current() >= 0 && chosen() == limit) return showWords();
  const QSignalBlocker quiet(m_number);
  m_choice->setCurrent(static_cast<int>(limit.kind));
  if (limit.limits()) m_number->setValue(limit.messages);
  showWords();
}

void LiveLimitChoice::setEstimate(const std::optional<audience::LiveEstimate>& estimate) {
  m_estimate = estimate;
  showWords();
}

void LiveLimitChoice::focusChoice() {
  m_choice->focusCurrent();
}

void LiveLimitChoice::choose() {
  showWords();
  Q_EMIT changed(chosen());
}

QString LiveLimitChoice::words(const LiveLimit& limit) const {
  const QLocale locale;
  if (m_estimate && isTooSmall(limit, *m_estimate)) {
    return tr("At least %1, as more would have left in the last 14 days.").arg(locale.toString(LiveLimit::least));
  }
  switch (limit.kind) {
    case LiveLimitKind::None:
      break;
    case LiveLimitKind::PerDay: {
      const QString rule = tr("First come, first served: whoever acts when the day's are gone gets none.");
      if (!m_estimate) return rule;
      return rule + QLatin1Char(' ') +
             tr("The busiest of the last 14 days would have had %1.").arg(locale.toString(m_estimate->busiest()));
    }
    case LiveLimitKind::Total: {
      const QString rule = tr("First come, first served: the campaign ends when they are gone.");
      if (!m_estimate) return rule;
      return rule + QLatin1Char(' ') +
             tr("In the last 14 days %1 would have left.").arg(locale.toString(m_estimate->fired()));
    }
  }
  return tr("Everybody who does it gets a message.");
}

void LiveLimitChoice::showWords() {
  const LiveLimit limit = chosen();
  m_number->setVisible(limit.limits());
  m_number->setSuffix(limit.kind == LiveLimitKind::PerDay ? tr(" messages a day") : tr(" messages in total"));
  m_words->setInk(m_estimate && isTooSmall(limit, *m_estimate) ? Ink::Problem : Ink::Text3);
  m_words->setText(words(limit));
}

}  // namespace heliograph::ui
