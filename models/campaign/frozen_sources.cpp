// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/frozen_sources.h"

#include <QJsonArray>
#include <QJsonDocument>

#include "campaign/linked_check.h"

namespace heliograph::campaign {

Result<QString> sourcesToFreeze(const storage::Database& database, const Clock& clock, const Campaign& campaign) {
  const library::LinkedSourceRepository sources(database, clock);
  QJsonArray frozen;
  for (const QString& name : sourcesRead(campaign, campaign.snippets)) {
    const auto source = sources.byName(name);
    if (!source) return fail(source.error());
    frozen.append(library::linkedSourceToJson(*source));
  }
  return QString::fromUtf8(QJsonDocument(frozen).toJson(QJsonDocument::Compact));
}

Result<std::vector<library::LinkedSource>> frozenSourcesOf(const QString& text) {
  std::vector<library::LinkedSource> sources;
  for (const QJsonValue& one : QJsonDocument::fromJson(text.toUtf8()).array()) {
    auto source = library::linkedSourceFromJson(one.toObject());
    if (!source) {
      return fail(ErrorCode::Damaged, QStringLiteral("The linked content of this version can't be read any more."));
    }
    sources.push_back(std::move(*source));
  }
  return sources;
}

}  // namespace heliograph::campaign
