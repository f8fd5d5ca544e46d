// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/provider_list_model.h"

#include <QCoreApplication>

#include "items/relative_time.h"

namespace heliograph::items {

HealthWord healthWord(const providers::Provider& provider) {
  const auto& health = provider.health;
  if (!health.lastProblem.isEmpty()) {
    return {QCoreApplication::translate("heliograph::items", "Problem"), RowTone::Problem};
  }
  if (health.lastAcceptedAt.isValid()) {
    return {QCoreApplication::translate("heliograph::items", "Healthy"), RowTone::Fine};
  }
  if (health.verifiedAt.isValid()) {
    return {QCoreApplication::translate("heliograph::items", "Verified"), RowTone::Fine};
  }
  return {QCoreApplication::translate("heliograph::items", "Never tested"), RowTone::Attention};
}

QString ProviderListModel::columnName(int column) const {
  switch (column) {
    case Name:
      return tr("Name");
    case Kind:
      return tr("Kind");
    case Health:
      return tr("Health");
    case LastAccepted:
      return tr("Last accepted a message");
    case Default:
      return tr("Default");
    default:
      return {};
  }
}

QVariant ProviderListModel::cell(const ProviderEntry& entry, int column, int role) const {
  const providers::Provider& provider = entry.provider;
  if (role == role::Tone) return static_cast<int>(column == Health ? healthWord(provider).tone : RowTone::Accent);
  if (role == Qt::ToolTipRole && column == Health) return provider.health.lastProblem;
  if (role != Qt::DisplayRole && role != role::Raw) return {};
  switch (column) {
    case Name:
      return provider.name;
    case Kind:
      return entry.kind;
    case Health:
      return healthWord(provider).word;
    case LastAccepted:
      if (role == role::Raw) return provider.health.lastAcceptedAt;
      return agoWords(provider.health.lastAcceptedAt, entry.loadedAt);
    case Default:
      return provider.isDefault ? tr("Default") : QString();
    default:
      return {};
  }
}

}  // namespace heliograph::items
