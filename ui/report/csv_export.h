// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "reports/report_repository.h"

namespace heliograph::ui {

/// Writes the recipients of a query to a CSV file, whole or not at all. Errors: ReadOnly, Io, DiskFull, those of
/// storage.
[[nodiscard]] Result<> exportRecipients(const reports::ReportRepository& reports, const reports::RecipientQuery& query,
                                        const QString& file);

}  // namespace heliograph::ui
