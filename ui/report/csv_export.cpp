// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/csv_export.h"

#include <QCoreApplication>
#include <QSaveFile>

#include "reports/csv_report.h"

namespace heliograph::ui {

Result<> exportRecipients(const reports::ReportRepository& reports, const reports::RecipientQuery& query,
                          const QString& file) {
  QSaveFile out(file);
  if (!out.open(QIODevice::WriteOnly)) {
    return fail(ErrorCode::ReadOnly,
                QCoreApplication::translate("heliograph::ui", "The file can't be written. Choose another folder."),
                out.errorString());
  }
  HELIOGRAPH_TRY(reports::writeRecipientsCsv(reports, query, out));
  if (!out.commit()) {
    return fail(ErrorCode::Io,
                QCoreApplication::translate("heliograph::ui",
                                            "The file could not be written whole, so it was left out. "
                                            "Look whether there is room on the disk."),
                out.errorString());
  }
  return {};
}

}  // namespace heliograph::ui
