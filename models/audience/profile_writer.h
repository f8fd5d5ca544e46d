// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <memory>

#include "audience/address_hasher.h"
#include "audience/events/app_writer.h"
#include "audience/events/import_position.h"
#include "audience/import_plan.h"
#include "audience/imported_person.h"
#include "storage/native_connection.h"

namespace heliograph::audience {

/// Writes imported people, over a connection of its own. What isn't committed when it goes is undone.
class ProfileWriter final {
 public:
  /// `fingerprint`: of the file, see importFingerprint().
  [[nodiscard]] static Result<std::unique_ptr<ProfileWriter>> open(const storage::Database& database,
                                                                   const ImportPlan& plan, const QDateTime& now,
                                                                   const QByteArray& fingerprint);
  ~ProfileWriter();
  Q_DISABLE_COPY_MOVE(ProfileWriter)

  /// How far an earlier import of the file has come.
  [[nodiscard]] const ImportPosition& earlier() const { return m_bookmark->earlier(); }
  /// Adds a person, or changes the one of that identity.
  [[nodiscard]] Result<ImportEffect> write(const ImportedPerson& person);
  /// Makes what was written last, with how far the file is; a file that is done is forgotten.
  [[nodiscard]] Result<> commit(const ImportPosition& position);

 private:
  ProfileWriter(storage::NativeConnection connection, AddressHasher hasher, const ImportPlan& plan,
                const QDateTime& now);
  Result<> prepare(const QByteArray& fingerprint);
  Result<> begin();
  void bind(const ImportedPerson& person);
  Result<> optOut(std::string_view identity);
  Result<> keepEarlierOptOut(std::string_view identity);
  Result<> writeApps(const ImportedPerson& person);

  storage::NativeConnection m_connection;
  AddressHasher m_hasher;
  const ImportPlan& m_plan;
  QDateTime m_at;
  qint64 m_now;
  std::unique_ptr<ImportBookmark> m_bookmark;
  std::unique_ptr<storage::NativeStatement> m_upsert;
  std::unique_ptr<storage::NativeStatement> m_suppress;
  std::unique_ptr<storage::NativeStatement> m_restoreOptOut;
  std::unique_ptr<AppWriter> m_apps;  ///< made with the first device or consent
  QByteArray m_hash;
  bool m_earlierOptOuts = false;
  bool m_open = false;
};

}  // namespace heliograph::audience
