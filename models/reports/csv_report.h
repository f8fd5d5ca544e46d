// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "reports/report_repository.h"

class QIODevice;

namespace heliograph::reports {

/// The counts of a campaign's runs: run, due_at, state, reason, text, people.
[[nodiscard]] Result<> writeCountsCsv(const std::vector<RunReport>& reports, QIODevice& device);

/// One line a recipient: run, identity, address, state, reason, text, provider, message_id, parts, …
[[nodiscard]] Result<> writeRecipientsCsv(const ReportRepository& repository, const RecipientQuery& query,
                                          QIODevice& device);

}  // namespace heliograph::reports
