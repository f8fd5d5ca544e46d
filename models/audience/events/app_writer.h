// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "audience/imported_person.h"
#include "core/result.h"
#include "storage/native_connection.h"

namespace heliograph::audience {

/// Writes people's devices and consents in somebody else's transaction.
class AppWriter final {
 public:
  /// `now`: milliseconds since 1970.
  [[nodiscard]] static Result<std::unique_ptr<AppWriter>> open(const storage::NativeConnection& connection, qint64 now);

  /// Of a person who is in the workspace. A device that was somebody else's is theirs from now on; of consents for the
  /// same channel the latest stays. Who takes back the consent for SMS has opted out.
  [[nodiscard]] Result<> write(const ImportedPerson& person);

 private:
  AppWriter(const storage::NativeConnection& connection, qint64 now) : m_connection(connection), m_now(now) {}
  Result<> prepare();
  Result<> writeDevice(std::int64_t person, const ImportedDevice& device);
  Result<> writeConsent(std::int64_t person, const ImportedConsent& consent);

  const storage::NativeConnection& m_connection;
  qint64 m_now;
  std::unique_ptr<storage::NativeStatement> m_find;
  std::unique_ptr<storage::NativeStatement> m_device;
  std::unique_ptr<storage::NativeStatement> m_consent;
  std::unique_ptr<storage::NativeStatement> m_optOut;
  std::unique_ptr<storage::NativeStatement> m_countChange;
};

}  // namespace heliograph::audience
