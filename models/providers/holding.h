// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <chrono>

#include "providers/definition/provider_definition.h"
#include "providers/provider.h"

namespace heliograph::providers {

/// Whether somebody keeps messages until a later time and sends them then, and within what span.
struct Holding {
  QString name = {};      ///< of the provider or group
  QString obstacle = {};  ///< why it can't at all, and what to do; empty: it can
  std::chrono::seconds least{0};
  std::chrono::seconds most{0};
  double perSecond = 0;  ///< so many messages are handed over to it a second, the slowest of a group's; 0: no limit

  /// It can from `now` until `at`. Room is left for the request to arrive.
  [[nodiscard]] bool reaches(const QDateTime& now, const QDateTime& at) const;
  /// Why it can't from `now` until `at`, in a sentence; empty: it can.
  [[nodiscard]] QString problemOf(const QDateTime& now, const QDateTime& at) const;
  /// Until when a message for `at` is to be handed over.
  [[nodiscard]] QDateTime lastMoment(const QDateTime& at) const;
  bool operator==(const Holding&) const = default;
};

/// "15 minutes", "35 days"; what is left beyond whole ones isn't told.
[[nodiscard]] QString spanWords(std::chrono::seconds span);

/// What this provider can keep, as it is set up.
[[nodiscard]] Holding holdingOf(const ProviderDefinition& definition, const Provider& provider);

/// What all of them can keep, as any of them may have to: `name` is the group's.
[[nodiscard]] Holding joined(const std::vector<Holding>& members, const QString& name);

}  // namespace heliograph::providers
