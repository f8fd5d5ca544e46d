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

QString lastAcceptedWords(const QDateTime& at, const QDateTime& now) {
  const QString ago = agoWords(at, now);
  return ago.isEmpty() ? QString() : QCoreApplication::translate("heliograph::items", "last accepted %1").arg(ago);
}

/// The latest time at which a member took a message.
QDateTime lastAccepted(const providers::ProviderGroup& group, const Known& known) {
  QDateTime latest;
  for (ProviderId member : group.members) {
    const auto* provider = known.value(member);
    if (!provider || !provider->health.lastAcceptedAt.isValid()) continue;
    if (!latest.isValid() || provider->health.lastAcceptedAt > latest) latest = provider->health.lastAcceptedAt;
  }
  return latest;
}

QString joined(const QString& left, const QString& right) {
  return left.isEmpty() || right.isEmpty() ? left + right : left + QStringLiteral(" \u00b7 ") + right;
}

RouteEntry entryOf(const providers::Provider& provider, const QDateTime& now) {
  const providers::Route route{QStringLiteral("provider"), provider.id.value};
  if (provider.archived) {
    return {route, provider.name, QCoreApplication::translate("heliograph::items", "not used any more: choose another"),
            HealthWord{QCoreApplication::translate("heliograph::items", "Archived"), RowTone::Problem}, false};
  }
  QString detail = lastAcceptedWords(provider.health.lastAcceptedAt, now);
  if (!provider.health.lastProblem.isEmpty()) detail = joined(provider.health.lastProblem, detail);
  if (!provider.health.verifiedAt.isValid() && !provider.health.lastAcceptedAt.isValid()) {
    detail = QCoreApplication::translate("heliograph::items", "verify or test it before you publish");
  }
  return {route, provider.name, detail, healthWord(provider), provider.isDefault};
}

}  // namespace

std::vector<RouteEntry> routeEntries(const std::vector<providers::ProviderGroup>& groups,
                                     const std::vector<providers::Provider>& providers, const QDateTime& now) {
  Known known;
  for (const auto& provider : providers) known.insert(provider.id, &provider);
  std::vector<RouteEntry> entries;
  for (const auto& group : groups) {
    const QString members =
        QCoreApplication::translate("heliograph::items", "group of %1").arg(static_cast<int>(group.members.size()));
    const QString detail = joined(members, lastAcceptedWords(lastAccepted(group, known), now));
    entries.push_back({providers::Route{QStringLiteral("group"), group.id.value}, group.name, detail,
                       groupHealth(group, known), group.isDefault});
  }
  for (const auto& provider : providers) {
    entries.push_back(entryOf(provider, now));
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
