// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <vector>

#include "core/clock.h"
#include "core/result.h"
#include "providers/routes/provider_group.h"
#include "storage/database.h"

namespace heliograph::providers {

/// The provider groups of a workspace. Any thread.
class GroupRepository final {
 public:
  GroupRepository(const storage::Database& database, const Clock& clock);

  /// All, the archived ones too only if asked for; by name.
  [[nodiscard]] Result<std::vector<ProviderGroup>> list(bool withArchived = false) const;
  /// Error: NotFound.
  [[nodiscard]] Result<ProviderGroup> byId(GroupId id) const;
  /// Error: NotFound.
  [[nodiscard]] Result<ProviderGroup> byName(const QString& name) const;

  /// Stores a new one. Errors: InvalidInput (no name, no member, one twice, more than ten), Conflict (name taken),
  /// NotFound (a member).
  [[nodiscard]] Result<GroupId> create(const ProviderGroup& group) const;
  /// Stores another one with the same members, its name that of this one with a number. Errors as for create().
  [[nodiscard]] Result<GroupId> duplicate(GroupId id) const;
  /// Stores name and members. Errors as for create().
  [[nodiscard]] Result<> update(const ProviderGroup& group) const;
  /// Errors: Conflict, naming the campaigns that use it; NotFound.
  [[nodiscard]] Result<> remove(GroupId id) const;
  /// Offers it to no new campaign; what names it still goes through it. Errors: Conflict (it is the default), NotFound.
  [[nodiscard]] Result<> archive(GroupId id) const;
  /// Offers an archived one again. Error: NotFound.
  [[nodiscard]] Result<> bringBack(GroupId id) const;
  /// Makes it what campaigns use that name none; there is one default over providers and groups.
  [[nodiscard]] Result<> setDefault(GroupId id) const;

  /// Reads `{"name", "providers": ["name", …]}`. Errors: InvalidInput, NotFound (no provider of that name).
  [[nodiscard]] Result<ProviderGroup> fromJson(const QByteArray& json) const;

 private:
  [[nodiscard]] Result<> check(const ProviderGroup& group) const;
  [[nodiscard]] Result<> writeMembers(GroupId id, const std::vector<ProviderId>& members) const;

  const storage::Database& m_database;
  const Clock& m_clock;
};

}  // namespace heliograph::providers
