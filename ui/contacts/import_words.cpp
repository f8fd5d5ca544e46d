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

}  // namespace

QString plannedWords(const audience::ImportReport& report) {
  QStringList lines{tr("%1 lines: %2 new contacts, %3 known ones brought up to date.")
                        .arg(number(report.read), number(report.created), number(report.updated))};
  if (report.rejected > 0) lines << tr("%1 lines would be left out; a file will say why.").arg(number(report.rejected));
  if (report.warned > 0) lines << tr("%1 lines are taken, but want a look.").arg(number(report.warned));
  lines << report.remarks;
  lines << tr("Nothing has been written yet.");
  return lines.join(QLatin1Char('\n'));
}

QString resultWords(const audience::ImportReport& report) {
  QStringList lines{
      tr("%1 new contacts, %2 brought up to date, in %3 s.")
          .arg(number(report.created), number(report.updated), QLocale().toString(report.seconds, 'f', 1))};
  if (report.rejected > 0) lines << tr("%1 lines were left out.").arg(number(report.rejected));
  if (report.warned > 0) lines << tr("%1 lines want a look.").arg(number(report.warned));
  if (!report.rejectsFile.isEmpty()) {
    lines << tr("Rows, columns and reasons are in %1").arg(QDir::toNativeSeparators(report.rejectsFile));
  }
  return lines.join(QLatin1Char('\n'));
}

}  // namespace heliograph::ui
