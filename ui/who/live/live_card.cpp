// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/live/live_card.h"

#include <QLocale>
#include <QVBoxLayout>

#include "ui/theme/tokens.h"
#include "ui/widgets/big_number.h"
#include "ui/widgets/day_bars.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {

Label* wrappedLine(const char* name, Ink ink) {
  auto* label = new Label({}, TypeRole::Body, ink);
  label->setObjectName(QLatin1String(name));
  label->setWordWrap(true);
  return label;
}

QString timesWords(qint64 times) {
  return times == 1 ? LiveCard::tr("1 time") : LiveCard::tr("%1 times").arg(QLocale().toString(times));
}

QString personWords(qint64 people) {
  return people == 1 ? LiveCard::tr("1 person") : LiveCard::tr("%1 people").arg(QLocale().toString(people));
}

/// Why there is nothing: what was done last is older than the days looked at.
QString oldWords(const audience::LiveEstimate& estimate) {
  if (estimate.fired() > 0 || !estimate.newest || estimate.days.empty()) return {};
  const QDate newest = estimate.newest->date();
  if (newest >= estimate.days.front().day) return {};
  return LiveCard::tr("The newest such event is of %1.").arg(QLocale().toString(newest, QLocale::ShortFormat));
}

}  // namespace

LiveCard::LiveCard(QWidget* parent)
    : QWidget(parent),
      m_number(new BigNumber(tr("Would leave a day, about"))),
      m_days(new DayBars),
      m_words(wrappedLine("live.estimate", Ink::Text2)),
      m_next(wrappedLine("live.next", Ink::Text)),
      m_remark(wrappedLine("live.remark", Ink::Text3)) {
  setObjectName(QStringLiteral("live.card"));
  m_number->setObjectName(QStringLiteral("live.number"));
  m_days->setObjectName(QStringLiteral("live.days"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Medium);
  column->addWidget(m_number);
  column->addWidget(m_days);
  for (Label* line : {m_words, m_next, m_remark}) column->addWidget(line);
  column->addStretch();
  clear({});
}

void LiveCard::setCounting() {
  m_number->setCounting(true);
}

void LiveCard::show(const audience::LiveEstimate& estimate, bool filtered) {
  m_number->setCounting(false);
  const qint64 fired = estimate.fired();
  const qint64 perDay = qRound64(estimate.perDay());
  m_number->setNumber(perDay);
  m_number->setNote(perDay == 0 && fired > 0 ? tr("less than once a day") : QString());
  std::vector<DayBars::Day> days;
  for (const audience::LiveEstimate::Day& day : estimate.days) days.push_back({day.day, day.fired});
  m_days->setDays(std::move(days));
  m_days->setVisible(fired > 0);
  m_words->setText(fired == 0
                       ? tr("Nothing would have left in the last 14 days.")
                       : tr("%1 in the last 14 days, for %2.").arg(timesWords(fired), personWords(estimate.people)));
  m_next->setText(estimate.next ? tr("Next 14 days: %1").arg(QLocale().toString(*estimate.next)) : QString());
  m_next->setVisible(estimate.next.has_value());
  QStringList remarks;
  if (const QString old = oldWords(estimate); !old.isEmpty()) remarks << old;
  remarks << tr("Counted from the events that are stored, whether the people can be texted or not.");
  if (filtered) remarks << tr("The filter is taken as it stands today.");
  m_remark->setText(remarks.join(QLatin1Char(' ')));
  m_remark->show();
}

void LiveCard::clear(const QString& why) {
  m_number->setCounting(false);
  m_number->clear();
  m_number->setNote({});
  m_days->hide();
  m_next->hide();
  m_remark->hide();
  m_words->setText(why);
}

}  // namespace heliograph::ui
