// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/test_messages/failure_rehearsal.h"

namespace heliograph::ui {

class FactRow;

/// "India · 34,880 … MSG91 transactional": who would take a country's messages; marked where nobody would. Its object
/// name is `prefix`.country.CODE.
[[nodiscard]] FactRow* makeRehearsalRow(const delivery::RehearsedCountry& line, const QString& prefix);

}  // namespace heliograph::ui
