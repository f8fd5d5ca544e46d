// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/when/timeline_card.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include "schedule/sending_plan.h"
#include "schedule/zone_names.h"
#include "ui/theme/tokens.h"
#include "ui/when/day_timeline.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {

QString paceWords(double perSecond) {
  const int digits = perSecond < 10 && perSecond != static_cast<int>(perSecond) ? 1 : 0;
  return TimelineCard::tr("%1 a second").arg(QLocale().toString(perSecond, 'f', digits));
}

schedule::SendingPlan planOf(const QDateTime& begin, const SendingPace& pace) {
  if (!pace.quiet.isOn() || pace.people < 0 || pace.perSecond <= 0) {
    const auto span = schedule::sendingSpan(begin, pace.people, pace.perSecond);
    return {span,
            span.end.isValid() ? std::vector<schedule::QuietSpan>{{span.begin, span.end}}
                               : std::vector<schedule::QuietSpan>{},
            0};
  }
  // Until everybody is counted all of them live by the clocks of the quiet hours.
  const std::map<QByteArray, qint64> all{{pace.quiet.zone, pace.people}};
  return schedule::sendingPlan(begin, pace.zones.empty() ? all : pace.zones, pace.perSecond, pace.quiet.hours,
                               pace.quiet.discards());
}

QString discardedWords(qint64 people) {
  return people == 1 ? TimelineCard::tr("1 person gets nothing: quiet hours")
                     : TimelineCard::tr("%1 people get nothing: quiet hours").arg(QLocale().toString(people));
}

QString endWords(const schedule::SendingPlan& plan, const SendingPace& pace, const QTimeZone& zone) {
  const schedule::SendingSpan& span = plan.whole;
  if (pace.people < 0) return TimelineCard::tr("Choose who gets it, and you see here how long it takes");
  if (pace.people == 0) return TimelineCard::tr("Nobody would get it");
  if (pace.through.isEmpty()) return TimelineCard::tr("Choose what it is sent through, and you see how long it takes");
  if (pace.perSecond <= 0) {
    return TimelineCard::tr("How many “%1” takes a second isn't known: the end is open").arg(pace.through);
  }
  if (!span.end.isValid()) {
    return TimelineCard::tr("%1 · not done within six weeks").arg(paceWords(pace.perSecond));
  }
  const QDateTime begin = span.begin.toTimeZone(zone);
  const QDateTime end = span.end.toTimeZone(zone);
  const QString time = end.time().toString(QStringLiteral("HH:mm"));
  if (begin.secsTo(end) < 60) return TimelineCard::tr("%1 · done within a minute").arg(paceWords(pace.perSecond));
  if (begin.date() == end.date()) return TimelineCard::tr("%1 · done at %2").arg(paceWords(pace.perSecond), time);
  return TimelineCard::tr("%1 · done %2, %3")
      .arg(paceWords(pace.perSecond), QLocale().toString(end.date(), QStringLiteral("ddd d MMM")), time);
}

}  // namespace

TimelineCard::TimelineCard(QWidget* parent)
    : Card(parent),
      m_title(new Label({}, TypeRole::Label)),
      m_end(new Label({}, TypeRole::Hint, Ink::Text2)),
      m_day(new DayTimeline),
      m_legend(new Label({}, TypeRole::Hint, Ink::Text2)) {
  setObjectName(QStringLiteral("when.timeline"));
  m_end->setObjectName(QStringLiteral("when.end"));
  m_end->setWordWrap(true);
  m_end->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
  auto* head = new QHBoxLayout;
  head->setSpacing(size::Large);
  head->addWidget(m_title);
  head->addWidget(m_end, 1);
  body()->setSpacing(size::Medium);
  body()->addLayout(head);
  body()->addWidget(m_day);
  body()->addWidget(m_legend);
}

void TimelineCard::show(const schedule::When& when, const SendingPace& pace, const QDateTime& now) {
  const auto* once = std::get_if<schedule::Once>(&when);
  const auto resolved =
      once ? schedule::resolve(once->at) : Result<schedule::ResolvedTime>(schedule::ResolvedTime{now});
  setVisible(schedule::isChosen(when) && resolved.has_value());
  if (!resolved) return;
  const QByteArray id = once ? once->at.zone : schedule::localZone();
  const QTimeZone zone(id);
  const schedule::SendingPlan plan = planOf(resolved->utc, pace);
  const QDate day = resolved->utc.toTimeZone(zone).date();
  m_title->setText(once ? tr("%1, as it will happen").arg(QLocale().toString(day, QStringLiteral("ddd d MMM")))
                        : tr("Today, if you publish now"));
  const QString end = endWords(plan, pace, zone);
  m_end->setText(plan.discarded > 0 ? end + QStringLiteral(" · ") + discardedWords(plan.discarded) : end);
  m_day->show({plan, pace.quiet.isOn() ? pace.quiet.hours : schedule::QuietHours()}, id, schedule::zoneName(id).city,
              now);
  m_day->setAccessibleName(m_title->text() + QStringLiteral(": ") + m_end->text());
  const bool today = now.toTimeZone(zone).date() == day;
  const QString sending = tr("<span style='color:%1'>\u25ae</span> sending").arg(Tokens::of(this).accent.name());
  const QString present = tr("<span style='color:%1'>\u25cf</span> now").arg(Tokens::of(this).attention.name());
  QStringList legend{sending};
  if (pace.quiet.isOn()) {
    legend << tr("<span style='color:%1'>\u25a8</span> quiet hours in %2")
                  .arg(Tokens::of(this).text3.name(), schedule::zoneName(id).city.toHtmlEscaped());
  }
  if (today) legend << present;
  m_legend->setText(legend.join(QStringLiteral("&nbsp;&nbsp;&nbsp;&nbsp;")));
}

}  // namespace heliograph::ui
