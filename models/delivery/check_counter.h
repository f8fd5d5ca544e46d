// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/check_report.h"
#include "delivery/qualification.h"

namespace heliograph::delivery {

/// Adds everybody the pipeline speaks of up to the figures of a CheckReport.
class CheckCounter final {
 public:
  explicit CheckCounter(CheckReport& report) : m_report(report) {}

  void add(const Qualified& person);
  /// What the figures say about the campaign, as issues: nobody is reached, people are left out, values are missing,
  /// texts take several parts.
  void addIssues() const;

 private:
  void addText(const Qualified& person);
  void addReach(const QString& reason);

  CheckReport& m_report;
};

}  // namespace heliograph::delivery
