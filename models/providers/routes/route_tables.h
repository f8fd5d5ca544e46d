// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "core/result.h"
#include "storage/database.h"

/// What the repositories of providers and of groups have in common.
namespace heliograph::providers {

/// The campaigns in use whose route is this provider or group ("provider", "group"), be it as the default, each in
/// words.
[[nodiscard]] Result<QStringList> campaignsUsing(const storage::Database& database, const QString& kind, qint64 id);

/// Makes this provider or group the workspace's only default. Error: NotFound.
[[nodiscard]] Result<> makeDefault(const storage::Database& database, const QString& kind, qint64 id);

/// Refuses a removal because of what depends on it; fine if nothing does.
[[nodiscard]] Result<> refuseIfUsed(const QString& name, const QStringList& dependents);

/// Says "the name is taken" instead of the database's word for it.
[[nodiscard]] Error nameTaken(const Error& error, const QString& name);

}  // namespace heliograph::providers
