// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/live/date_sentence.h"

#include <QTimeEdit>
#include <algorithm>

#include "audience/property_label.h"
#include "schedule/zone_names.h"
#include "ui/theme/tokens.h"
#include "ui/when/zone_combo.h"
#include "ui/who/rules/filter_parts.h"
#include "ui/who/rules/window_parts.h"
#include "ui/who/values_field.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

using audience::OnADate;
using DateSide = OnADate::Side;

DateSentence::DateSentence(const OnADate& date, RuleSupply& supply)
    : m_supply(supply),
      m_date(date),
      m_count(addValues("live.count", tr("How long before or after"))),
      m_unit(addCombo(SentenceCombo::Look::Pill, "live.unit", tr("Unit of time"))),
      m_side(addCombo(SentenceCombo::Look::Words, "live.side", tr("Before, on or after"))),
      m_property(addCombo(SentenceCombo::Look::Pill, "live.date", tr("Date"))),
      m_filters(new FilterParts(*this, supply)),
      m_yearly(addCombo(SentenceCombo::Look::Words, "live.yearly", tr("Once or every year"))),
      m_atWords(addWords(tr("at"))) {
  makeWallTime();
  m_unit->addItems(timeUnitWords().mid(0, static_cast<int>(audience::TimeUnit::Weeks) + 1));
  m_side->addItems({tr("before"), tr("On the day of"), tr("after")});
  m_yearly->addItems({tr("once"), tr("every year")});
  m_count->setValues({QString::number(date.count)});
  m_unit->setCurrentIndex(static_cast<int>(date.unit));
  m_side->setCurrentIndex(static_cast<int>(date.side));
  m_yearly->setCurrentIndex(date.everyYear ? 1 : 0);
  m_at->setTime(date.at);
  m_zone->setZone(date.zone.isEmpty() ? schedule::localZone() : date.zone);
  offerDates();
  showDate();
  fit();
  connectParts();
}

void DateSentence::makeWallTime() {
  m_at = new QTimeEdit;
  m_at->setDisplayFormat(QStringLiteral("HH:mm"));
  m_at->setFixedHeight(size::SmallControl);
  add(m_at, "live.at", tr("Time of day"));
  m_zone = new ZoneCombo;
  m_zone->setFixedHeight(size::SmallControl);
  add(m_zone, "live.zone", tr("Time zone"));
}

void DateSentence::offerDates() {
  const RuleOffers& offers = m_supply.offers();
  for (const auto& each : offers.properties) {
    if (each.type != audience::PropertyType::Date) continue;
    m_choices.push_back({{}, each.name});
    m_property->addItem(audience::propertyLabel(each.name));
  }
  for (const audience::EventType& type : offers.events) {
    for (const audience::EventProperty& each : type.properties) {
      if (each.type != audience::PropertyType::Date) continue;
      m_choices.push_back({type.name, each.name});
      m_property->addItem(tr("%1 of %2").arg(audience::propertyLabel(each.name), type.name));
    }
  }
}

void DateSentence::showDate() {
  const auto found = std::find_if(m_choices.begin(), m_choices.end(), [this](const Choice& each) {
    return each.event == m_date.of.event && each.property == m_date.property;
  });
  const QString known = audience::propertyLabel(m_date.property);
  m_property->setFallbackText(m_date.property.isEmpty() ? tr("a date")
                              : m_date.isOfPerson()     ? known
                                                        : tr("%1 of %2").arg(known, m_date.of.event));
  m_property->setCurrentIndex(found == m_choices.end() ? -1 : static_cast<int>(found - m_choices.begin()));
  m_filters->set(m_date.of.event, m_date.of.where);
}

void DateSentence::connectParts() {
  const auto changed = [this] {
    read();
    fit();
    Q_EMIT edited();
  };
  connect(m_property, &QComboBox::activated, this, &DateSentence::choose);
  for (SentenceCombo* combo : {m_unit, m_side, m_yearly}) connect(combo, &QComboBox::activated, this, changed);
  connect(m_count, &ValuesField::edited, this, changed);
  connect(m_filters, &FilterParts::edited, this, changed);
  connect(m_at, &QTimeEdit::timeChanged, this, changed);
  connect(m_zone, &ZoneCombo::chosen, this, changed);
}

void DateSentence::choose(int row) {
  const Choice& chosen = m_choices.at(static_cast<std::size_t>(row));
  if (chosen.event == m_date.of.event && chosen.property == m_date.property) return;
  if (chosen.event != m_date.of.event) m_date.of = {chosen.event, {}};
  m_date.property = chosen.property;
  showDate();
  Q_EMIT edited();
}

void DateSentence::read() {
  m_date.count = m_count->values().value(0).toInt();
  m_date.unit = static_cast<audience::TimeUnit>(m_unit->currentIndex());
  m_date.side = static_cast<DateSide>(m_side->currentIndex());
  m_date.everyYear = m_date.countsDays() && m_yearly->currentIndex() == 1;
  m_date.at = m_at->time();
  m_date.zone = m_zone->zone();
  m_date.of.where = m_filters->where();
}

void DateSentence::fit() {
  const bool distance = m_date.side != DateSide::On;
  m_count->setVisible(distance);
  m_unit->setVisible(distance);
  for (QWidget* part : std::initializer_list<QWidget*>{m_yearly, m_atWords, m_at, m_zone}) {
    part->setVisible(m_date.countsDays());
  }
}

void DateSentence::offerZones(const std::vector<schedule::ZoneName>& zones) {
  m_zone->offer(zones);
}

bool DateSentence::isComplete() const {
  return (m_date.side == DateSide::On || m_date.count >= 1) && m_filters->isComplete();
}

}  // namespace heliograph::ui
