// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/labels.h"

#include <algorithm>

namespace heliograph::campaign {

namespace {
constexpr QLatin1String kForbidden{"\",%><!"};
}

Result<QString> labelFromText(const QString& text) {
  const QString label = text.trimmed();
  if (label.isEmpty()) return fail(ErrorCode::InvalidInput, QStringLiteral("A label needs at least one letter."));
  const QString forbidden(kForbidden);
  const auto wrong =
      std::find_if(label.begin(), label.end(), [&forbidden](QChar sign) { return forbidden.contains(sign); });
  if (wrong == label.end()) return label;
  return fail(ErrorCode::InvalidInput, QStringLiteral("A label can't contain %1. Leave it out.").arg(*wrong));
}

Result<QStringList> changedLabels(const QStringList& labels, const QStringList& add, const QStringList& remove) {
  QStringList changed = labels + add;
  changed.removeDuplicates();
  for (const QString& label : remove) changed.removeAll(label);
  if (changed.size() <= kMostLabels) return changed;
  return fail(ErrorCode::InvalidInput, QStringLiteral("A campaign has at most ten labels. Remove some."));
}

}  // namespace heliograph::campaign
