// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/rehearsal_row.h"

#include <QCoreApplication>
#include <QLocale>

#include "phone/country.h"
#include "ui/widgets/fact_row.h"

namespace heliograph::ui {

using delivery::RehearsedCountry;

namespace {

struct RehearsalWords {
  Q_DECLARE_TR_FUNCTIONS(RehearsalRow)
};

QString takerWords(const RehearsedCountry& line) {
  switch (line.outcome) {
    case RehearsedCountry::Outcome::Taken:
      return line.takerName;
    case RehearsedCountry::Outcome::Waits:
      return RehearsalWords::tr("nobody now, they wait");
    case RehearsedCountry::Outcome::Refused:
      return RehearsalWords::tr("nobody, they are refused");
    case RehearsedCountry::Outcome::LeftOut:
      return RehearsalWords::tr("nobody covers it");
    case RehearsedCountry::Outcome::Pauses:
      break;
  }
  return RehearsalWords::tr("nobody, the campaign pauses");
}

}  // namespace

FactRow* makeRehearsalRow(const RehearsedCountry& line, const QString& prefix) {
  const QString country =
      line.country.isEmpty() ? RehearsalWords::tr("Country not known") : phone::countryName(line.country);
  auto* row =
      new FactRow(RehearsalWords::tr("%1 · %2").arg(country, QLocale().toString(line.people)), takerWords(line));
  row->setObjectName(QStringLiteral("%1.country.%2").arg(prefix, line.country));
  const bool isTaken = line.outcome == RehearsedCountry::Outcome::Taken;
  row->setStrong(isTaken);
  if (!isTaken) row->setTone(Tone::Attention);
  return row;
}

}  // namespace heliograph::ui
