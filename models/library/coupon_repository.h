// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "core/clock.h"
#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::library {

/// Codes of which each is given away once.
struct CouponPool {
  CouponPoolId id;
  QString name;
  QString longest;      ///< the longest code there ever was; empty without codes
  qint64 free = 0;      ///< to be given away
  qint64 reserved = 0;  ///< belong to a message that is under way, waits for another try, or is unclear
  qint64 used = 0;      ///< sent
  QDateTime updatedAt;  ///< of the last import

  [[nodiscard]] qint64 codes() const { return free + reserved + used; }
  bool operator==(const CouponPool&) const = default;
};

/// What came of reading codes.
struct CouponIntake {
  qint64 read = 0;  ///< lines
  qint64 added = 0;
  qint64 duplicates = 0;  ///< in the file before, or in the pool already
  qint64 blank = 0;
  qint64 unusable = 0;  ///< longer than a code may be, or no text
  double seconds = 0;

  bool operator==(const CouponIntake&) const = default;
};

/// The coupon pools of a workspace. A code is free, reserved for one row of a run before its text is made, and used
/// once the message was sent. The database itself lets a reserved code go when its row ends without any try that may
/// have arrived, in the same commit (see the trigger coupon_settled).
class CouponRepository final {
 public:
  static constexpr int longestCode = 100;  ///< bytes
  /// Gives one code after the other, UTF-8; nothing at the end. The view holds until the next call.
  using Codes = std::function<Result<std::optional<std::string_view>>()>;

  CouponRepository(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

  /// All, sorted by name.
  [[nodiscard]] Result<std::vector<CouponPool>> list() const;
  /// Errors: NotFound.
  [[nodiscard]] Result<CouponPool> find(const QString& name) const;
  /// Puts codes into a pool, which is made if there is none of that name. What was added stays if reading fails; codes
  /// that are there already are passed over, so that the same file can be given again. Errors: InvalidInput for a name
  /// that can't be used, those of storage and of `codes`.
  [[nodiscard]] Result<CouponIntake> add(const QString& pool, const Codes& codes) const;
  /// Gives a pool another name. To be called inside a Transaction. Errors: NotFound; InvalidInput for a name that can't
  /// be used; Conflict if it is taken.
  [[nodiscard]] Result<> rename(const QString& from, const QString& to) const;
  /// Removes a pool with its codes. Errors: NotFound; Conflict while codes are reserved.
  [[nodiscard]] Result<> remove(CouponPoolId id) const;
  /// The same inside the caller's Transaction.
  [[nodiscard]] Result<> removeWithin(CouponPoolId id) const;

  /// The code of a row, reserved now unless it was before; nothing if none is free. To be called inside a Transaction:
  /// the code is the row's once that is committed. Errors: those of storage.
  [[nodiscard]] Result<std::optional<QString>> reserve(const QString& pool, OutboxId row) const;

 private:
  [[nodiscard]] static Result<QString> usableName(const QString& name);
  [[nodiscard]] Result<CouponPoolId> poolFor(const QString& name) const;

  const storage::Database& m_database;
  const Clock& m_clock;
};

}  // namespace heliograph::library
