// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <memory>

#include "audience/address_hasher.h"
#include "audience/events/app_writer.h"
#include "audience/import_plan.h"
#include "audience/imported_person.h"
#include "storage/native_connection.h"

namespace heliograph::audience {

/// Writes imported people in transactions of some thousand rows, over a connection of its own. What isn't committed
/// when it goes is undone.
class ProfileWriter final {
 public:
  [[nodiscard]] static Result<std::unique_ptr<ProfileWriter>> open(const storage::Database& database,
                                                                   const ImportPlan& plan, const QDateTime& now);
  ~ProfileWriter();
  Q_DISABLE_COPY_MOVE(ProfileWriter)

  /// Adds a person, or changes the one of that identity.
  [[nodiscard]] Result<ImportEffect> write(const ImportedPerson& person);
  /// Makes what was written last.
  [[nodiscard]] Result<> commit();

 private:
  ProfileWriter(storage::NativeConnection connection, AddressHasher hasher, const ImportPlan& plan,
                const QDateTime& now);
  Result<> prepare();
  Result<> begin();
  void bind(const ImportedPerson& person);
  Result<> optOut(std::string_view identity);
  Result<> keepEarlierOptOut(std::string_view identity);
  Result<> writeApps(const ImportedPerson& person);

  storage::NativeConnection m_connection;
  AddressHasher m_hasher;
  const ImportPlan& m_plan;
  qint64 m_now;
  std::unique_ptr<storage::NativeStatement> m_upsert;
  std::unique_ptr<storage::NativeStatement> m_suppress;
  std::unique_ptr<storage::NativeStatement> m_restoreOptOut;
  std::unique_ptr<AppWriter> m_apps;  ///< made with the first device or consent
  QByteArray m_hash;
  bool m_earlierOptOuts = false;
  int m_pending = 0;
};

}  // namespace heliograph::audience
