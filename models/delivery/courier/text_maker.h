// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/outbox/outbox.h"
#include "delivery/run/run_context.h"

namespace heliograph::delivery {

/// A claimed row with its text, or why it is left out after all.
struct MadeText {
  ClaimedRow row;
  QString skipReason;  ///< empty: to be sent
};

/// Makes the texts of a batch from what is known of these people now. A row that has a text from an earlier try keeps
/// it. Who was deleted, opted out, or can't be written to any more since the rows were made is left out.
class TextMaker final {
 public:
  TextMaker(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

  [[nodiscard]] Result<std::vector<MadeText>> make(const RunContext& context, std::vector<ClaimedRow> rows) const;

 private:
  const storage::Database& m_database;
  const Clock& m_clock;
};

}  // namespace heliograph::delivery
