// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <memory>

#include "audience/events/app_writer.h"
#include "audience/events/earlier_opt_outs.h"
#include "audience/events/import_transaction.h"
#include "audience/import_plan.h"
#include "audience/imported_person.h"

namespace heliograph::audience {

/// Writes imported people, over a connection of its own. What isn't committed when it goes is undone.
class ProfileWriter final {
 public:
  /// `fingerprint`: of the file, see importFingerprint().
  [[nodiscard]] static Result<std::unique_ptr<ProfileWriter>> open(const storage::Database& database,
                                                                   const ImportPlan& plan, const QDateTime& now,
                                                                   const QByteArray& fingerprint);
  Q_DISABLE_COPY_MOVE(ProfileWriter)

  /// How far an earlier import of the file has come.
  [[nodiscard]] const ImportPosition& earlier() const { return m_transaction->earlier(); }
  /// Adds a person, or changes the one of that identity.
  [[nodiscard]] Result<ImportEffect> write(const ImportedPerson& person);
  /// Whether it is time for a commit.
  [[nodiscard]] bool isDue() const { return m_transaction->isDue(); }
  /// Makes what was written last, with how far the file is; a file that is done is forgotten.
  [[nodiscard]] Result<> commit(const ImportPosition& position) { return m_transaction->commit(position, m_at); }

 private:
  ProfileWriter(std::unique_ptr<ImportTransaction> transaction, const ImportPlan& plan, const QDateTime& now);
  Result<> prepare();
  void bind(const ImportedPerson& person);
  Result<> optOut(std::string_view identity);
  Result<> writeApps(const ImportedPerson& person);

  std::unique_ptr<ImportTransaction> m_transaction;
  const ImportPlan& m_plan;
  QDateTime m_at;
  qint64 m_now;
  std::unique_ptr<storage::NativeStatement> m_upsert;
  std::unique_ptr<storage::NativeStatement> m_suppress;
  std::unique_ptr<EarlierOptOuts> m_optOuts;
  std::unique_ptr<AppWriter> m_apps;  ///< made with the first device or consent
};

}  // namespace heliograph::audience
