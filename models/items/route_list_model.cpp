// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/route_list_model.h"

#include <QCoreApplication>
#include <QHash>

#include "items/relative_time.h"

namespace heliograph::items {

namespace {

using Known = QHash<ProviderId, const providers::Provider*>;

/// A group is as well as its first member that isn't missing.
HealthWord groupHealth(const providers::ProviderGroup& group, const Known& known) {
  for (ProviderId member : group.members) {
    if (const auto* provider = known.value(member)) return healthWord(*provider);
  }
  return {QCoreApplication::translate("heliograph::items", "Empty"), RowTone::Problem};
}

QString lastAcceptedWords(const providers::Provider& provider, const QDateTime& now) {
  const QString ago = agoWords(provider.health.lastAcceptedAt, now);
  return ago.isEmpty() ? QString()
                       : QCoreApplication::translate("heliograph::items", "last accepted a message %1").arg(ago);
}

}  // namespace

std::vector<RouteEntry> routeEntries(const std::vector<providers::ProviderGroup>& groups,
                                     const std::vector<providers::Provider>& providers, const QDateTime& now) {
  Known known;
  for (const auto& provider : providers) known.insert(provider.id, &provider);
  std::vector<RouteEntry> entries;
  for (const auto& group : groups) {
    const QString detail =
        QCoreApplication::translate("heliograph::items", "group of %1").arg(static_cast<int>(group.members.size()));
    entries.push_back({providers::Route{QStringLiteral("group"), group.id.value}, group.name, detail,
                       groupHealth(group, known), group.isDefault});
  }
  for (const auto& provider : providers) {
    entries.push_back({providers::Route{QStringLiteral("provider"), provider.id.value}, provider.name,
                       lastAcceptedWords(provider, now), healthWord(provider), provider.isDefault});
  }
  return entries;
}

int RouteListModel::rowOfRoute(const providers::Route& route) const {
  for (int i = 0; i < rowCount(); ++i) {
    if (route.isDefault() ? row(i).isDefault : row(i).route == route) return i;
  }
  return -1;
}

QString RouteListModel::columnName(int) const {
  return tr("Send through");
}

qint64 RouteListModel::key(const RouteEntry& entry) const {
  return entry.route.kind == QLatin1String("group") ? -entry.route.id : entry.route.id;
}

QVariant RouteListModel::cell(const RouteEntry& entry, int, int role) const {
  switch (role) {
    case role::Tone:
      return static_cast<int>(entry.health.tone);
    case Qt::ToolTipRole:
      return entry.detail;
    case role::Raw:
      return entry.name;
    case Qt::DisplayRole:
      return entry.detail.isEmpty() ? tr("%1: %2").arg(entry.name, entry.health.word)
                                    : tr("%1: %2, %3").arg(entry.name, entry.health.word, entry.detail);
    default:
      return {};
  }
}

}  // namespace heliograph::items
