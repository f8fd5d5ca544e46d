// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/receipts/delivery_words.h"

#include <QCoreApplication>

namespace heliograph::delivery {
namespace {

QString receiptWord(const char* text) {
  return QCoreApplication::translate("Delivery", text);
}

}  // namespace

QString deliveryStateText(const QString& state) {
  if (state == QStringLiteral("delivered")) return receiptWord(QT_TRANSLATE_NOOP("Delivery", "Delivered"));
  if (state == QStringLiteral("failed")) return receiptWord(QT_TRANSLATE_NOOP("Delivery", "Not delivered"));
  if (state == QStringLiteral("sent")) return receiptWord(QT_TRANSLATE_NOOP("Delivery", "On its way"));
  return receiptWord(QT_TRANSLATE_NOOP("Delivery", "Not heard yet"));
}

QString deliveryCodeText(int code) {
  switch (code) {
    case 901:
      return receiptWord(QT_TRANSLATE_NOOP("Delivery", "In the do-not-disturb registry"));
    case 902:
      return receiptWord(QT_TRANSLATE_NOOP("Delivery", "Taken for spam"));
    case 903:
      return receiptWord(QT_TRANSLATE_NOOP("Delivery", "On a block list"));
    case 904:
      return receiptWord(QT_TRANSLATE_NOOP("Delivery", "Fault in the network"));
    case 905:
      return receiptWord(QT_TRANSLATE_NOOP("Delivery", "Phone could not be reached"));
    case 906:
      return receiptWord(QT_TRANSLATE_NOOP("Delivery", "Sender blocked (DLT)"));
    case 907:
      return receiptWord(QT_TRANSLATE_NOOP("Delivery", "Business blocked (DLT)"));
    case 908:
      return receiptWord(QT_TRANSLATE_NOOP("Delivery", "Template blocked (DLT)"));
    case 909:
      return receiptWord(QT_TRANSLATE_NOOP("Delivery", "No consent (DLT)"));
    case 910:
      return receiptWord(QT_TRANSLATE_NOOP("Delivery", "Number not in use"));
    case 912:
      return receiptWord(QT_TRANSLATE_NOOP("Delivery", "Phone's inbox is full"));
    case 913:
      return receiptWord(QT_TRANSLATE_NOOP("Delivery", "Refused by the NDNC registry"));
    case 914:
      return receiptWord(QT_TRANSLATE_NOOP("Delivery", "Could not be delivered"));
    case 915:
      return receiptWord(QT_TRANSLATE_NOOP("Delivery", "Dropped by the network"));
    case 916:
      return receiptWord(QT_TRANSLATE_NOOP("Delivery", "Expired before it arrived"));
    case 917:
      return receiptWord(QT_TRANSLATE_NOOP("Delivery", "Made to expire"));
    case 918:
      return receiptWord(QT_TRANSLATE_NOOP("Delivery", "Same text twice, dropped"));
    case 919:
      return receiptWord(QT_TRANSLATE_NOOP("Delivery", "Refused by DLT"));
    case 920:
      return receiptWord(QT_TRANSLATE_NOOP("Delivery", "Link not allowed"));
    default:
      return receiptWord(QT_TRANSLATE_NOOP("Delivery", "Another reason"));
  }
}

}  // namespace heliograph::delivery
