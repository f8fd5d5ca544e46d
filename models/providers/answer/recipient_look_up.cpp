// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/answer/recipient_look_up.h"

#include <QRegularExpression>

#include "providers/definition/number_form.h"

namespace heliograph::providers {
namespace {

/// Providers trim texts and write their line breaks anew.
QString comparable(const QString& text) {
  return text.normalized(QString::NormalizationForm_C).simplified();
}

QDateTime inUtc(QDateTime time) {
  if (time.isValid() && time.timeSpec() == Qt::LocalTime) time.setTimeSpec(Qt::UTC);
  return time.toUTC();
}

}  // namespace

QString findByRecipient(const ProviderDefinition& definition, const net::HttpAnswer& answer, const AnswerNode& root,
                        const LookUpKey& key) {
  const AnswerSpec& spec = definition.lookUpByRecipient->answer;
  const QDateTime from = key.sentAt.addSecs(-lookUpSecondsBefore);
  const QDateTime until = key.sentAt.addSecs(lookUpSecondsAfter);
  QString found;
  if (key.text.isEmpty()) return found;
  for (const AnswerNode* each : spec.list.elements(root)) {
    if (!isSameNumber(spec.echoTo.first(*each, answer), key.to, definition.numberForm)) continue;
    if (comparable(spec.text.first(*each, answer)) != comparable(key.text)) continue;
    const QDateTime time = providerTime(spec.time.first(*each, answer));
    // Without a time it may be any message of this text, so that nothing is clear.
    if (!time.isValid()) return {};
    if (time < from || time > until) continue;
    if (!found.isEmpty()) return {};
    found = spec.id.first(*each, answer);
    if (found.isEmpty()) return {};
  }
  return found;
}

QDateTime providerTime(const QString& text) {
  static const QRegularExpression number(QStringLiteral("\\A[0-9]{9,13}\\z"));
  const QString plain = text.trimmed();
  if (number.match(plain).hasMatch()) {
    const qint64 count = plain.toLongLong();
    return plain.size() > 11 ? QDateTime::fromMSecsSinceEpoch(count, Qt::UTC)
                             : QDateTime::fromSecsSinceEpoch(count, Qt::UTC);
  }
  QDateTime time = QDateTime::fromString(plain, Qt::ISODateWithMs);
  if (!time.isValid()) time = QDateTime::fromString(plain, Qt::RFC2822Date);
  if (!time.isValid()) time = QDateTime::fromString(plain, QStringLiteral("yyyy-MM-dd HH:mm:ss"));
  return inUtc(time);
}

}  // namespace heliograph::providers
