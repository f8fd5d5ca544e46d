// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "core/result.h"
#include "net/http_answer.h"
#include "providers/definition/report_spec.h"
#include "providers/definition/signatures.h"
#include "providers/reports/receipt.h"

namespace heliograph::providers {

/// Whether it is about messages of ours or about what people answered.
enum class ReportTopic { Receipts, Inbound };

/// Reads the answer to a question. `hidden` (secrets) are taken out of words. Error: Refused for a status that isn't
/// 2xx or a body that isn't what the definition says.
[[nodiscard]] Result<ReadReports> readReportAnswer(const ReportSpec& spec, ReportTopic topic,
                                                   const net::HttpAnswer& answer, const QStringList& hidden = {});

/// Reads a call whose signature was found right. Error: InvalidInput; of a list of events that lacks something, its
/// detail names the fields, separated by commas.
[[nodiscard]] Result<ReadReports> readCallback(const ReportSpec& spec, ReportTopic topic,
                                               const CallbackRequest& request, const QStringList& hidden = {});

}  // namespace heliograph::providers
