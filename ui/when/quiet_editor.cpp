// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/when/quiet_editor.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/theme/tokens.h"
#include "ui/when/zone_combo.h"
#include "ui/widgets/label.h"
#include "ui/widgets/link_button.h"

namespace heliograph::ui {

using schedule::QuietHours;

namespace {

constexpr int kHoursWidth = 240;

QString dayAsTyped(const QuietHours::Day& day) {
  QStringList ranges;
  for (const schedule::QuietRange& range : day) ranges << schedule::rangeText(range);
  return ranges.join(QStringLiteral(", "));
}

Result<QuietHours::Day> dayFromTyped(const QString& typed) {
  QuietHours::Day day;
  for (const QString& part : typed.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
    if (part.trimmed().isEmpty()) continue;
    auto range = schedule::rangeFromText(part.trimmed());
    if (!range) return fail(range.error());
    day.push_back(*range);
  }
  return day;
}

}  // namespace

QuietEditor::QuietEditor(const QString& name, QWidget* parent)
    : QWidget(parent), m_zone(new ZoneCombo), m_problem(new Label({}, TypeRole::Hint, Ink::Problem)) {
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(size::Medium);
  grid->setVerticalSpacing(size::Tiny);
  grid->setColumnStretch(2, 1);
  for (int weekday = 1; weekday <= 7; ++weekday) addDay(*grid, weekday, name);
  m_zone->setObjectName(name + QStringLiteral(".zone"));
  m_zone->setAccessibleName(tr("Time zone of people whose own isn't known"));
  m_problem->setObjectName(name + QStringLiteral(".problem"));
  m_problem->setWordWrap(true);
  m_problem->hide();
  auto* hint = new Label(tr("Several stretches a day are parted by commas: 12:00-14:00, 21:00-08:00. One that ends "
                            "before it begins, ends on the next day."),
                         TypeRole::Hint, Ink::Text3);
  hint->setWordWrap(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  column->addLayout(grid);
  column->addWidget(m_problem);
  column->addWidget(hint);
  column->addWidget(makeFieldLabel(tr("For people whose time zone isn't known"), m_zone));
  column->addWidget(m_zone, 0, Qt::AlignLeading);
  connect(m_zone, &ZoneCombo::chosen, this, [this](const QByteArray& zone) { apply({m_quiet.hours, zone}); });
  connect(m_zone, &ZoneCombo::notFound, this, [this](const QString& typed) {
    refuse(tr("No time zone is called “%1”. Type a city or a country and choose one from the list.").arg(typed));
  });
}

void QuietEditor::addDay(QGridLayout& grid, int weekday, const QString& name) {
  Row& row = m_rows.at(static_cast<std::size_t>(weekday - 1));
  row.hours = new QLineEdit;
  row.hours->setObjectName(QStringLiteral("%1.day%2").arg(name).arg(weekday));
  row.hours->setAccessibleName(tr("Quiet hours of %1").arg(schedule::weekdayName(weekday)));
  row.hours->setPlaceholderText(tr("None"));
  row.hours->setMinimumHeight(size::Control);
  row.hours->setFixedWidth(kHoursWidth);
  row.copy = new LinkButton(tr("Copy to all days"), LinkButton::Weight::Quiet);
  row.copy->setObjectName(QStringLiteral("%1.copy%2").arg(name).arg(weekday));
  row.copy->setAccessibleName(tr("Copy the hours of %1 to all days").arg(schedule::weekdayName(weekday)));
  QSizePolicy kept = row.copy->sizePolicy();
  kept.setRetainSizeWhenHidden(true);
  row.copy->setSizePolicy(kept);
  grid.addWidget(makeFieldLabel(schedule::weekdayName(weekday), row.hours), weekday, 0);
  grid.addWidget(row.hours, weekday, 1);
  grid.addWidget(row.copy, weekday, 2, Qt::AlignLeading);
  connect(row.hours, &QLineEdit::editingFinished, this, [this] { take(); });
  connect(row.copy, &LinkButton::clicked, this, [this, weekday] { copyDay(weekday); });
}

void QuietEditor::setQuiet(const campaign::ZonedQuiet& quiet) {
  const bool same = quiet == m_quiet;
  m_quiet = quiet;
  if (!quiet.zone.isEmpty() && m_zone->zone() != quiet.zone) m_zone->setZone(quiet.zone);
  // What is being typed stays, unless something else is shown now.
  if (!same || !m_problem->isVisible()) showRows();
}

void QuietEditor::offerZones(const std::vector<schedule::ZoneName>& zones) {
  m_zone->offer(zones);
}

void QuietEditor::focusFirst() {
  m_rows.front().hours->setFocus(Qt::OtherFocusReason);
}

bool QuietEditor::take() {
  campaign::ZonedQuiet typed = m_quiet;
  for (int weekday = 1; weekday <= 7; ++weekday) {
    auto day = dayFromTyped(m_rows.at(static_cast<std::size_t>(weekday - 1)).hours->text());
    if (!day) {
      refuse(schedule::weekdayName(weekday) + QStringLiteral(": ") + day.error().message);
      return false;
    }
    typed.hours.setDay(weekday, std::move(*day));
  }
  return apply(typed);
}

void QuietEditor::copyDay(int weekday) {
  if (!take()) return;
  campaign::ZonedQuiet copied = m_quiet;
  copied.hours.copyToAllDays(weekday);
  apply(copied);
  m_rows.at(static_cast<std::size_t>(weekday - 1)).hours->setFocus(Qt::OtherFocusReason);
}

bool QuietEditor::apply(const campaign::ZonedQuiet& quiet) {
  if (const auto usable = quiet.hours.check(); !usable) {
    refuse(usable.error().message);
    return false;
  }
  const bool isNew = quiet != m_quiet;
  m_quiet = quiet;
  showRows();
  if (isNew) Q_EMIT changed(m_quiet);
  return true;
}

void QuietEditor::refuse(const QString& words) {
  m_problem->setText(words);
  m_problem->show();
}

void QuietEditor::showRows() {
  m_problem->hide();
  for (int weekday = 1; weekday <= 7; ++weekday) {
    const Row& row = m_rows.at(static_cast<std::size_t>(weekday - 1));
    const QuietHours::Day& day = m_quiet.hours.day(weekday);
    const QString text = dayAsTyped(day);
    if (row.hours->text() != text) row.hours->setText(text);
    QuietHours alike;
    alike.setDay(weekday, day);
    alike.copyToAllDays(weekday);
    row.copy->setVisible(!day.empty() && alike != m_quiet.hours);
  }
}

}  // namespace heliograph::ui
