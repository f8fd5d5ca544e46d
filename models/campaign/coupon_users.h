// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>
#include <vector>

#include "core/clock.h"
#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::campaign {

/// What uses a coupon pool.
struct CouponUser {
  enum class Kind { Snippet, Template, Draft, Published };
  Kind kind = Kind::Draft;
  CampaignId campaign;  ///< Draft, Published
  QString name;

  bool operator==(const CouponUser&) const = default;
};

/// Who uses a pool: snippets and templates that give its codes, drafts that do, by a snippet or by following its size,
/// and published campaigns that aren't over.
[[nodiscard]] Result<std::vector<CouponUser>> usersOfPool(const storage::Database& database, const Clock& clock,
                                                          const QString& pool);

/// In a line: "Used by: Spring sale, Reminder (published), snippet Code line."; empty without any.
[[nodiscard]] QString describe(const std::vector<CouponUser>& users);

/// A text in which `{{ Coupon.Old }}` has become `{{ Coupon.New }}`; what is only known while rendering stays.
[[nodiscard]] QByteArray withPoolRenamed(const QByteArray& source, const QString& from, const QString& to);

/// What became of renaming a pool.
struct PoolRenaming {
  int texts = 0;          ///< drafts, snippets and templates that have the new name
  QStringList unchanged;  ///< drafts that somebody else was saving at that moment
};

/// Gives a pool another name and, when asked to, the drafts, snippets and templates that use it: each draft as a
/// revision of its own, so that it can be had back. Without that their checks say that there is no such pool. Errors:
/// NotFound; InvalidInput for a name that can't be used; Conflict if the name is taken, or while a published campaign
/// that isn't over uses the pool.
[[nodiscard]] Result<PoolRenaming> renamePool(const storage::Database& database, const Clock& clock,
                                              const QString& from, const QString& to, bool inTexts);

/// Removes a pool with its codes. Errors: as of CouponRepository::remove(); Conflict while a published campaign that
/// isn't over uses it.
[[nodiscard]] Result<> removePool(const storage::Database& database, const Clock& clock, const QString& pool);

}  // namespace heliograph::campaign
