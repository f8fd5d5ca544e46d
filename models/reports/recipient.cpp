// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/recipient.h"

#include "reports/instant.h"

namespace heliograph::reports {

QJsonObject toJson(const Recipient& recipient) {
  QJsonObject json{{QStringLiteral("run"), recipient.run.value},
                   {QStringLiteral("identity"), recipient.identity},
                   {QStringLiteral("address"), recipient.address},
                   {QStringLiteral("state"), delivery::rowStateName(recipient.state)},
                   {QStringLiteral("reason"), recipient.reason},
                   {QStringLiteral("text"), recipient.reasonText},
                   {QStringLiteral("provider"), recipient.provider},
                   {QStringLiteral("message_id"), recipient.messageId},
                   {QStringLiteral("answer"), recipient.answer},
                   {QStringLiteral("encoding"), recipient.encoding},
                   {QStringLiteral("parts"), recipient.parts},
                   {QStringLiteral("tries"), recipient.tries},
                   {QStringLiteral("first_tried_at"), instantJson(recipient.firstTriedAt)},
                   {QStringLiteral("updated_at"), instantJson(recipient.updatedAt)}};
  if (!recipient.delivery.isEmpty()) {
    json.insert(QStringLiteral("delivery"), recipient.delivery);
    json.insert(QStringLiteral("delivered_at"), instantJson(recipient.deliveredAt));
  }
  if (recipient.deliveryCode > 0) {
    json.insert(QStringLiteral("delivery_code"), recipient.deliveryCode);
    json.insert(QStringLiteral("delivery_words"), recipient.deliveryWords);
  }
  if (!recipient.copy.isEmpty()) json.insert(QStringLiteral("copy"), recipient.copy);
  if (recipient.isSeed) json.insert(QStringLiteral("seed"), true);
  return json;
}

}  // namespace heliograph::reports
