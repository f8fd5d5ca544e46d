// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/issue.h"

namespace heliograph::campaign {

QString severityName(Severity severity) {
  switch (severity) {
    case Severity::Block:
      return QStringLiteral("block");
    case Severity::Warn:
      return QStringLiteral("warn");
    case Severity::Note:
      return QStringLiteral("note");
  }
  return {};
}

QString stepName(Step step) {
  switch (step) {
    case Step::Start:
      return QStringLiteral("start");
    case Step::Who:
      return QStringLiteral("who");
    case Step::What:
      return QStringLiteral("what");
    case Step::When:
      return QStringLiteral("when");
    case Step::Publish:
      return QStringLiteral("publish");
  }
  return {};
}

}  // namespace heliograph::campaign
