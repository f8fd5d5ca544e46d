// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/import_words.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QStringList>

namespace heliograph::ui {

using audience::Repair;

namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("heliograph::ui", text);
}

QString number(qint64 value) {
  return QLocale().toString(value);
}

QString kindWords(Repair repair, const QString& country) {
  switch (repair) {
    case Repair::Exponent:
      return tr("Written with an exponent, all digits there");
    case Repair::Decimals:
      return tr("Written with decimals, like an amount");
    case Repair::LostPlus:
      return tr("The plus before the country code is missing");
    case Repair::LostZero:
      return country.isEmpty() ? tr("Without a zero or country code")
                               : tr("Without a zero or country code, read as numbers of %1").arg(country);
    case Repair::Abroad:
      return country.isEmpty() ? tr("Read as numbers of other countries without the plus")
                               : tr("Read as numbers of other countries, though they could be of %1").arg(country);
    case Repair::FirstOfTwo:
      break;
  }
  return tr("More than one number in a cell, the first is taken");
}

/// Keeps a number together and from left to right in any language.
QString isolated(const QString& text) {
  return QChar(0x2066) + text.simplified() + QChar(0x2069);
}

}  // namespace

QString rowsWords(qint64 count) {
  return count == 1 ? tr("1 row") : tr("%1 rows").arg(number(count));
}

QString placeWords(const audience::CountedRows& rows) {
  QStringList places;
  for (const qint64 row : rows.rows) places << number(row);
  const qint64 more = rows.count - static_cast<qint64>(rows.rows.size());
  const QString list = places.join(QStringLiteral(", "));
  if (rows.count == 1) return tr("row %1").arg(list);
  return more > 0 ? tr("rows %1 and %2 more").arg(list, number(more)) : tr("rows %1").arg(list);
}

QString repairWords(const audience::CountedRepair& repair, const QString& country) {
  const QString kind = kindWords(repair.repair, country);
  return repair.count == 1 ? tr("%1: 1 number").arg(kind) : tr("%1: %2 numbers").arg(kind, number(repair.count));
}

QString exampleWords(const audience::CountedRepair& repair) {
  QStringList examples;
  for (const audience::RepairExample& example : repair.examples) {
    examples << tr("%1 \u2192 %2").arg(isolated(example.before), isolated(example.after));
  }
  return examples.join(QStringLiteral("     "));
}

QString problemWords(const audience::CountedProblem& problem) {
  const QString what = problem.column.isEmpty() ? problem.reason : tr("%1: %2").arg(problem.column, problem.reason);
  return problem.rejects
             ? tr("Left out, %1: %2 (%3)").arg(rowsWords(problem.rows.count), what, placeWords(problem.rows))
             : tr("Taken, %1: %2 (%3)").arg(rowsWords(problem.rows.count), what, placeWords(problem.rows));
}

QString resultWords(const audience::ImportReport& report) {
  QStringList words{
      tr("%1 new contacts, %2 brought up to date, in %3 s.")
          .arg(number(report.created), number(report.changed()), QLocale().toString(report.seconds, 'f', 1))};
  if (report.unchanged > 0) words << tr("%1 were the same already.").arg(number(report.unchanged));
  if (report.rejected > 0) words << tr("Left out: %1.").arg(rowsWords(report.rejected));
  if (report.warned > 0) words << tr("To be looked at: %1.").arg(rowsWords(report.warned));
  if (!report.rejectsFile.isEmpty()) {
    words << tr("Rows, columns and reasons are in %1").arg(QDir::toNativeSeparators(report.rejectsFile));
  }
  return words.join(QLatin1Char('\n'));
}

}  // namespace heliograph::ui
