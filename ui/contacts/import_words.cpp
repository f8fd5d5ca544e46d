// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/import_words.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QStringList>

namespace heliograph::ui {

namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("heliograph::ui", text);
}

QString number(qint64 value) {
  return QLocale().toString(value);
}

QString lines(qint64 count) {
  return count == 1 ? tr("1 line") : tr("%1 lines").arg(number(count));
}

}  // namespace

QString plannedWords(const audience::ImportReport& report) {
  QStringList words{tr("%1: %2 new contacts, %3 known ones brought up to date.")
                        .arg(lines(report.read), number(report.created), number(report.updated))};
  if (report.rejected > 0) words << tr("Left out: %1; a file will say why.").arg(lines(report.rejected));
  if (report.warned > 0) words << tr("Taken, but to be looked at: %1.").arg(lines(report.warned));
  words << report.remarks;
  words << tr("Nothing has been written yet.");
  return words.join(QLatin1Char('\n'));
}

QString resultWords(const audience::ImportReport& report) {
  QStringList words{
      tr("%1 new contacts, %2 brought up to date, in %3 s.")
          .arg(number(report.created), number(report.updated), QLocale().toString(report.seconds, 'f', 1))};
  if (report.rejected > 0) words << tr("Left out: %1.").arg(lines(report.rejected));
  if (report.warned > 0) words << tr("To be looked at: %1.").arg(lines(report.warned));
  if (!report.rejectsFile.isEmpty()) {
    words << tr("Rows, columns and reasons are in %1").arg(QDir::toNativeSeparators(report.rejectsFile));
  }
  return words.join(QLatin1Char('\n'));
}

}  // namespace heliograph::ui
