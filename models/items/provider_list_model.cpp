// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/provider_list_model.h"

#include <QCoreApplication>
#include <QLocale>

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
    case Sender:
      return tr("Sender");
    case Health:
      return tr("Health");
    case Delivered:
      return tr("Delivered in 24 h");
    case Balance:
      return tr("Balance");
    case Default:
      return tr("Default");
    default:
      return {};
  }
}

QVariant ProviderListModel::cell(const ProviderEntry& entry, int column, int role) const {
  const providers::Provider& provider = entry.provider;
  if (role == role::Tone) return static_cast<int>(column == Health ? healthWord(provider).tone : RowTone::Accent);
  if (role == Qt::ToolTipRole) return toolTip(entry, column);
  if (role == Qt::TextAlignmentRole && isFigure(column)) return QVariant(Qt::AlignRight | Qt::AlignVCenter);
  if (role == Qt::AccessibleTextRole && column == Menu) return tr("What can be done with %1").arg(provider.name);
  if (role != Qt::DisplayRole && role != role::Raw) return {};
  switch (column) {
    case Name:
      return provider.name;
    case Sender:
      return entry.sender;
    case Health:
      return healthWord(provider).word;
    case Delivered:
      return deliveredWords(entry);
    case Balance:
      return entry.balance.isEmpty() ? tr("—") : entry.balance;
    case Default:
      return provider.isDefault ? tr("Default") : QString();
    case Menu:
      return tr("⋯");
    default:
      return {};
  }
}

QString ProviderListModel::toolTip(const ProviderEntry& entry, int column) {
  switch (column) {
    case Name:
      return entry.kind;
    case Health:
      return entry.provider.health.lastProblem;
    case Delivered:
      return entry.receipts ? QString() : tr("No receipts came yet: these were accepted.");
    case Balance:
      return entry.balance.isEmpty() ? tr("Known once the account was verified, if the provider says it") : QString();
    default:
      return {};
  }
}

QString ProviderListModel::deliveredWords(const ProviderEntry& entry) {
  if (entry.accepted == 0) return tr("—");
  const QLocale locale;
  return entry.receipts ? locale.toString(entry.delivered) : tr("%1 accepted").arg(locale.toString(entry.accepted));
}

}  // namespace heliograph::items
