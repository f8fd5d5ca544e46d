// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/reports/event_report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "providers/reports/report_time.h"
#include "providers/template/scrub.h"

namespace heliograph::providers {
namespace {

constexpr qsizetype kLongestMeta = 200;
constexpr qsizetype kLongestIncoming = 512;
constexpr qsizetype kLongestTarget = 2000;

QString eventText(const QJsonValue& value) {
  if (value.isString()) return value.toString();
  return value.isDouble() ? QString::number(value.toDouble(), 'f', 0) : QString();
}

/// What an event of this name has to say besides ts and meta.
QStringList neededOf(const QString& event) {
  if (event == QStringLiteral("failed")) return {QStringLiteral("code"), QStringLiteral("description")};
  if (event == QStringLiteral("clicked")) return {QStringLiteral("url")};
  if (event == QStringLiteral("replied")) return {QStringLiteral("incomingText")};
  return {};
}

void noteMissing(const QJsonObject& object, const QStringList& needed, QStringList& missing) {
  for (const QString& name : needed) {
    if (eventText(object.value(name)).isEmpty() && !missing.contains(name)) missing.append(name);
  }
}

/// The category that the code is already; anything else is told by its words.
int categoryOf(const QString& code) {
  const int number = code.toInt();
  return number >= 900 && number <= 920 && number != 911 ? number : 900;
}

Receipt receiptOf(Receipt::Kind kind, const QJsonObject& data, const QStringList& hidden) {
  Receipt receipt;
  receipt.kind = kind;
  receipt.clientId = eventText(data.value(u"meta")).left(kLongestMeta);
  receipt.at = parseReportTime(eventText(data.value(u"ts")));
  if (kind == Receipt::Kind::Failed) {
    const QString code = eventText(data.value(u"code"));
    receipt.code = categoryOf(code);
    receipt.words = scrubWords(code + QLatin1Char(' ') + eventText(data.value(u"description")), {}, hidden);
  } else if (kind == Receipt::Kind::Clicked) {
    receipt.target = eventText(data.value(u"url")).left(kLongestTarget);
  } else if (kind == Receipt::Kind::Replied) {
    receipt.text = eventText(data.value(u"incomingText")).left(kLongestIncoming);
  }
  return receipt;
}

tl::unexpected<Error> lacking(const QStringList& missing) {
  return fail(ErrorCode::InvalidInput, QStringLiteral("Bad request. Some mandatory parameter was missing."),
              missing.join(QLatin1Char(',')));
}

}  // namespace

Result<ReadReports> readEvents(const QByteArray& body, const QStringList& hidden) {
  const QJsonDocument document = QJsonDocument::fromJson(body);
  const QJsonArray events = document.isObject() ? QJsonArray{document.object()} : document.array();
  if (document.isNull() || events.isEmpty()) return lacking({QStringLiteral("event"), QStringLiteral("data")});
  ReadReports read;
  QStringList missing;
  for (const auto& each : events) {
    const QJsonObject event = each.toObject();
    const QString name = event.value(u"event").toString();
    const QJsonArray records = event.value(u"data").toArray();
    noteMissing(event, {QStringLiteral("event")}, missing);
    if (records.isEmpty() && !missing.contains(QStringLiteral("data"))) missing.append(QStringLiteral("data"));
    const Receipt::Kind kind = receiptKindByName(name);
    for (const auto& record : records) {
      const QJsonObject data = record.toObject();
      noteMissing(data, QStringList{QStringLiteral("ts"), QStringLiteral("meta")} + neededOf(name), missing);
      ++read.records;
      if (receiptKindName(kind) == name) read.receipts.push_back(receiptOf(kind, data, hidden));
    }
  }
  if (!missing.isEmpty()) return lacking(missing);
  return read;
}

}  // namespace heliograph::providers
