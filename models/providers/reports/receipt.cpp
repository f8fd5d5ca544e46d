// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/reports/receipt.h"

#include <array>

namespace heliograph::providers {
namespace {

constexpr std::array kReceiptKinds{std::pair{Receipt::Kind::Sent, "sent"}, std::pair{Receipt::Kind::Failed, "failed"},
                                   std::pair{Receipt::Kind::Delivered, "delivered"},
                                   std::pair{Receipt::Kind::Clicked, "clicked"},
                                   std::pair{Receipt::Kind::Replied, "replied"}};

}  // namespace

QString receiptKindName(Receipt::Kind kind) {
  for (const auto& [each, name] : kReceiptKinds) {
    if (each == kind) return QString::fromLatin1(name);
  }
  return {};
}

Receipt::Kind receiptKindByName(const QString& name) {
  for (const auto& [each, text] : kReceiptKinds) {
    if (name == QLatin1String(text)) return each;
  }
  return Receipt::Kind::Sent;
}

}  // namespace heliograph::providers
