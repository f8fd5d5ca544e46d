// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/text_words.h"

#include <QCoreApplication>

#include "delivery/outbox/reason_text.h"

namespace heliograph::ui {

QString partsWords(int parts) {
  return parts == 1 ? QCoreApplication::translate("heliograph::ui", "1 part")
                    : QCoreApplication::translate("heliograph::ui", "%1 parts").arg(parts);
}

QString measureWords(const message::SmsMeasure& measure) {
  if (measure.parts == 0) return {};
  const int room = measure.units + measure.leftInPart;
  return QStringLiteral("%1 · %2 · ").arg(partsWords(measure.parts), message::encodingName(measure.encoding)) +
         QCoreApplication::translate("heliograph::ui", "%1 of %2").arg(measure.units).arg(room);
}

QString skippedWords(const message::Sendable& text) {
  const QString why = delivery::reasonText(text.reason);
  return text.detail.isEmpty() ? why : QStringLiteral("%1 (%2)").arg(why, text.detail);
}

}  // namespace heliograph::ui
