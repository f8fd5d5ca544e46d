// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/csv_report.h"

#include "reports/csv_writer.h"
#include "reports/instant.h"

namespace heliograph::reports {
Result<> writeCountsCsv(const std::vector<RunReport>& reports, QIODevice& device) {
  CsvWriter csv(device);
  HELIOGRAPH_TRY(csv.row({QStringLiteral("run"), QStringLiteral("due_at"), QStringLiteral("state"),
                          QStringLiteral("reason"), QStringLiteral("text"), QStringLiteral("people")}));
  for (const RunReport& report : reports) {
    for (const ReasonCount& count : report.counts) {
      HELIOGRAPH_TRY(
          csv.row({QString::number(report.run.id.value), instantText(report.run.dueAt),
                   delivery::rowStateName(count.state), count.reason, count.text, QString::number(count.people)}));
    }
  }
  return {};
}

Result<> writeRecipientsCsv(const ReportRepository& repository, const RecipientQuery& query, QIODevice& device) {
  CsvWriter csv(device);
  QStringList header{QStringLiteral("run"),
                     QStringLiteral("identity"),
                     QStringLiteral("address"),
                     QStringLiteral("state"),
                     QStringLiteral("reason"),
                     QStringLiteral("text"),
                     QStringLiteral("provider"),
                     QStringLiteral("message_id"),
                     QStringLiteral("answer"),
                     QStringLiteral("encoding"),
                     QStringLiteral("parts"),
                     QStringLiteral("tries"),
                     QStringLiteral("first_tried_at"),
                     QStringLiteral("updated_at"),
                     QStringLiteral("message"),
                     QStringLiteral("copy"),
                     QStringLiteral("delivery"),
                     QStringLiteral("delivery_code"),
                     QStringLiteral("delivery_words"),
                     QStringLiteral("delivered_at")};
  if (query.seeds) header << QStringLiteral("seed");
  HELIOGRAPH_TRY(csv.row(header));
  return repository.stream(query, [&](const Recipient& one) {
    QStringList cells{QString::number(one.run.value),
                      one.identity,
                      one.address,
                      delivery::rowStateName(one.state),
                      one.reason,
                      one.reasonText,
                      one.provider,
                      one.messageId,
                      one.answer,
                      one.encoding,
                      QString::number(one.parts),
                      QString::number(one.tries),
                      instantText(one.firstTriedAt),
                      instantText(one.updatedAt),
                      one.message,
                      one.copy,
                      one.delivery,
                      one.deliveryCode > 0 ? QString::number(one.deliveryCode) : QString(),
                      one.deliveryWords,
                      instantText(one.deliveredAt)};
    if (query.seeds) cells << (one.isSeed ? QStringLiteral("yes") : QStringLiteral("no"));
    return csv.row(cells);
  });
}

}  // namespace heliograph::reports
