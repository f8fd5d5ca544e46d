// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/holding.h"

#include <algorithm>

namespace heliograph::providers {
namespace {

using namespace std::chrono_literals;

/// So long a request may take to arrive.
constexpr std::chrono::seconds kHandOverRoom = 30s;

bool isSet(const QString& token, const ProviderDefinition& definition, const Provider& provider) {
  const SettingField* field = definition.field(token.section(QLatin1Char('.'), 1));
  return field && !provider.setting(*field).isEmpty();
}

}  // namespace

QString spanWords(std::chrono::seconds span) {
  const qint64 days = span / 24h;
  const qint64 hours = span / 1h;
  const qint64 minutes = span / 1min;
  if (days >= 2) return QStringLiteral("%1 days").arg(days);
  if (hours >= 2) return QStringLiteral("%1 hours").arg(hours);
  return minutes == 1 ? QStringLiteral("1 minute") : QStringLiteral("%1 minutes").arg(minutes);
}

QDateTime Holding::lastMoment(const QDateTime& at) const {
  return at.addMSecs(-std::chrono::milliseconds(least + kHandOverRoom).count());
}

bool Holding::reaches(const QDateTime& now, const QDateTime& at) const {
  return problemOf(now, at).isEmpty();
}

QString Holding::problemOf(const QDateTime& now, const QDateTime& at) const {
  if (!obstacle.isEmpty()) return obstacle;
  const std::chrono::milliseconds left(now.msecsTo(at));
  if (now > lastMoment(at)) {
    return QStringLiteral("“%1” keeps messages only for a time more than %2 away.").arg(name, spanWords(least));
  }
  if (left > most) {
    return QStringLiteral("“%1” keeps messages for at most %2.").arg(name, spanWords(most));
  }
  return {};
}

Holding holdingOf(const ProviderDefinition& definition, const Provider& provider) {
  Holding holding;
  holding.name = provider.name;
  const std::optional<HoldingSpec>& holds = definition.holds;
  if (!holds || !definition.cancel) {
    holding.obstacle = QStringLiteral("“%1” can't keep messages for later.").arg(provider.name);
    return holding;
  }
  holding.least = holds->least;
  holding.most = holds->most;
  holding.perSecond = definition.limits.perSecond;
  if (!holds->when.isEmpty() && !isSet(holds->when, definition, provider)) holding.obstacle = holds->otherwise;
  return holding;
}

Holding joined(const std::vector<Holding>& members, const QString& name) {
  Holding all;
  all.name = name;
  if (members.empty()) {
    all.obstacle = QStringLiteral("No provider is left in “%1”.").arg(name);
    return all;
  }
  all.least = members.front().least;
  all.most = members.front().most;
  for (const Holding& one : members) {
    if (all.obstacle.isEmpty()) all.obstacle = one.obstacle;
    all.least = std::max(all.least, one.least);
    all.most = std::min(all.most, one.most);
    if (one.perSecond > 0) all.perSecond = all.perSecond > 0 ? std::min(all.perSecond, one.perSecond) : one.perSecond;
  }
  return all;
}

}  // namespace heliograph::providers
