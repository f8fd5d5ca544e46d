// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/labels_text.h"

#include <QCoreApplication>

namespace heliograph::ui {

namespace {
constexpr int kMostLabels = 10;
constexpr QLatin1String kForbidden{"\"%><!"};
}  // namespace

Result<QStringList> labelsFromText(const QString& text) {
  for (const QChar sign : text) {
    if (QString(kForbidden).contains(sign)) {
      return fail(ErrorCode::InvalidInput,
                  QCoreApplication::translate("heliograph::ui", "A label can't contain %1.").arg(sign));
    }
  }
  QStringList labels;
  for (const QString& part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
    const QString label = part.trimmed();
    if (!label.isEmpty() && !labels.contains(label)) labels.append(label);
  }
  if (labels.size() > kMostLabels) {
    return fail(ErrorCode::InvalidInput,
                QCoreApplication::translate("heliograph::ui", "A campaign has at most ten labels. Remove some."));
  }
  return labels;
}

}  // namespace heliograph::ui
