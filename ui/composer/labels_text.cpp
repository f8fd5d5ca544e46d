// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/labels_text.h"

#include "campaign/labels.h"

namespace heliograph::ui {

Result<QStringList> labelsFromText(const QString& text) {
  QStringList labels;
  for (const QString& part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
    if (part.trimmed().isEmpty()) continue;
    const auto label = campaign::labelFromText(part);
    if (!label) return fail(label.error());
    labels << *label;
  }
  return campaign::changedLabels({}, labels, {});
}

}  // namespace heliograph::ui
