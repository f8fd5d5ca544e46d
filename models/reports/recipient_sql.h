// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/report_repository.h"
#include "storage/statement.h"

namespace heliograph::reports {

/// The statements of a RecipientQuery. Values are bound by bind(), then `after` and `limit` for a page.
class RecipientSql final {
 public:
  explicit RecipientSql(const RecipientQuery& query);

  [[nodiscard]] QString page() const;
  [[nodiscard]] QString count() const;
  void bind(storage::Statement& statement) const;

  /// The recipient of a page's present row.
  [[nodiscard]] static Recipient read(const storage::Statement& row);

 private:
  [[nodiscard]] QString source() const;

  const RecipientQuery& m_query;
  QString m_condition;
};

}  // namespace heliograph::reports
