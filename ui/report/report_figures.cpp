// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_figures.h"

#include <QHBoxLayout>
#include <QLocale>

#include "reports/report_repository.h"
#include "ui/report/figure_card.h"
#include "ui/theme/tokens.h"

namespace heliograph::ui {

using delivery::RowState;

namespace {

QString share(qint64 part, qint64 whole) {
  if (whole <= 0 || part <= 0) return {};
  const double percent = 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  return QLocale().toString(percent, 'f', 1) + QStringLiteral(" %");
}

}  // namespace

ReportFigures::ReportFigures(QWidget* parent) : QWidget(parent) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins({});
  row->setSpacing(size::Large);
  add(tr("Audience"), "report.audience", {});
  add(tr("Accepted"), "report.accepted", {RowState::Accepted});
  add(tr("Refused"), "report.refused", {RowState::Refused});
  add(tr("Unclear"), "report.unclear", {RowState::InDoubt});
  add(tr("Not sent to"), "report.skipped", {RowState::Skipped});
  add(tr("Waiting"), "report.waiting", reports::waitingStates);
}

void ReportFigures::add(const QString& label, const char* name, const QList<RowState>& states) {
  auto* card = new FigureCard(label);
  card->setObjectName(QLatin1String(name));
  layout()->addWidget(card);
  const PeopleFilter filter{states, {}, states.isEmpty() ? QString() : label};
  m_parts.push_back({card, filter});
  connect(card, &FigureCard::clicked, this, [this, filter] {
    mark(filter);
    Q_EMIT chosen(filter);
  });
}

void ReportFigures::show(const QMap<RowState, qint64>& people, qint64 acceptedParts) {
  qint64 total = 0;
  for (const qint64 count : people) total += count;
  for (const Part& part : m_parts) {
    qint64 sum = part.filter.states.isEmpty() ? total : 0;
    for (const RowState state : part.filter.states) sum += people.value(state);
    QString note = part.filter.states.isEmpty() ? QString() : share(sum, total);
    if (part.filter.states.contains(RowState::Accepted) && acceptedParts > 0) {
      note = tr("%1 · %2 parts").arg(note, QLocale().toString(acceptedParts));
    }
    if (part.filter.states.contains(RowState::InDoubt) && sum > 0) note = tr("may have arrived");
    part.card->setFigure(sum, note);
  }
}

void ReportFigures::mark(const PeopleFilter& filter) {
  for (const Part& part : m_parts) {
    part.card->setChecked(!filter.reason && !filter.delivery && !filter.states.isEmpty() &&
                          part.filter.states == filter.states);
  }
}

}  // namespace heliograph::ui
