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

struct ImportWords {
  Q_DECLARE_TR_FUNCTIONS(heliograph::ui)
};

QString number(qint64 value) {
  return QLocale().toString(value);
}

QString kindWords(Repair repair, const QString& country) {
  switch (repair) {
    case Repair::Exponent:
      return ImportWords::tr("Written with an exponent, all digits there");
    case Repair::Decimals:
      return ImportWords::tr("Written with decimals, like an amount");
    case Repair::LostPlus:
      return ImportWords::tr("The plus before the country code is missing");
    case Repair::LostZero:
      return country.isEmpty() ? ImportWords::tr("Without a zero or country code")
                               : ImportWords::tr("Without a zero or country code, read as numbers of %1").arg(country);
    case Repair::Abroad:
      return country.isEmpty()
                 ? ImportWords::tr("Read as numbers of other countries without the plus")
                 : ImportWords::tr("Read as numbers of other countries, though they could be of %1").arg(country);
    case Repair::FirstOfTwo:
      break;
  }
  return ImportWords::tr("More than one number in a cell, the first is taken");
}

/// Keeps a number together and from left to right in any language.
QString isolated(const QString& text) {
  return QChar(0x2066) + text.simplified() + QChar(0x2069);
}

}  // namespace

QString rowsWords(qint64 count) {
  return count == 1 ? ImportWords::tr("1 row") : ImportWords::tr("%1 rows").arg(number(count));
}

QString placeWords(const audience::CountedRows& rows) {
  QStringList places;
  for (const qint64 row : rows.rows) places << number(row);
  const qint64 more = rows.count - static_cast<qint64>(rows.rows.size());
  const QString list = places.join(QStringLiteral(", "));
  if (rows.count == 1) return ImportWords::tr("row %1").arg(list);
  return more > 0 ? ImportWords::tr("rows %1 and %2 more").arg(list, number(more))
                  : ImportWords::tr("rows %1").arg(list);
}

QString repairWords(const audience::CountedRepair& repair, const QString& country) {
  const QString kind = kindWords(repair.repair, country);
  return repair.count == 1 ? ImportWords::tr("%1: 1 number").arg(kind)
                           : ImportWords::tr("%1: %2 numbers").arg(kind, number(repair.count));
}

QString exampleWords(const audience::CountedRepair& repair) {
  QStringList examples;
  for (const audience::RepairExample& example : repair.examples) {
    examples << ImportWords::tr("%1 \u2192 %2").arg(isolated(example.before), isolated(example.after));
  }
  return examples.join(QStringLiteral("     "));
}

QString problemWords(const audience::CountedProblem& problem) {
  const QString what =
      problem.column.isEmpty() ? problem.reason : ImportWords::tr("%1: %2").arg(problem.column, problem.reason);
  return problem.rejects
             ? ImportWords::tr("Left out, %1: %2 (%3)")
                   .arg(rowsWords(problem.rows.count), what, placeWords(problem.rows))
             : ImportWords::tr("Taken, %1: %2 (%3)").arg(rowsWords(problem.rows.count), what, placeWords(problem.rows));
}

QString resultWords(const audience::ImportReport& report) {
  QStringList words{
      ImportWords::tr("%1 new contacts, %2 brought up to date, in %3 s.")
          .arg(number(report.created), number(report.changed()), QLocale().toString(report.seconds, 'f', 1))};
  if (report.unchanged > 0) words << ImportWords::tr("%1 were the same already.").arg(number(report.unchanged));
  if (report.rejected > 0) words << ImportWords::tr("Left out: %1.").arg(rowsWords(report.rejected));
  if (report.warned > 0) words << ImportWords::tr("To be looked at: %1.").arg(rowsWords(report.warned));
  if (!report.rejectsFile.isEmpty()) {
    words << ImportWords::tr("Rows, columns and reasons are in %1").arg(QDir::toNativeSeparators(report.rejectsFile));
  }
  return words.join(QLatin1Char('\n'));
}

}  // namespace heliograph::ui
