// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <vector>

#include "providers/generic/curl_command.h"

namespace heliograph::providers {

/// A value of a pasted command that looks as if it were another in each message, or a secret.
struct CurlFinding {
  enum class Kind { Number, Text, TemplateId, Secret };

  Kind kind = Kind::Text;
  QString name;   ///< of the key or header it stands under
  QString value;  ///< as it stands in the command; a secret is not to be shown
  QString place;  ///< where it stands, to be told from others

  bool operator==(const CurlFinding&) const = default;
};

/// The settings of a generic provider (resources/providers/http.json) that sends what the command sends.
struct CurlImport {
  QJsonObject settings;
  QHash<QString, QString> secrets;  ///< by field; empty where the command has only a placeholder
  QStringList notes;                ///< what to look at, each a sentence
};

/// What becomes a token of the settings, if the person agrees. Headers and parameters that hold secrets are always kept
/// as such.
[[nodiscard]] std::vector<CurlFinding> findingsOf(const CurlCommand& command);

/// With the findings that were `taken` put in as tokens: $$To, $$Body, $$TemplateID. Error: Unsupported for what the
/// program can't send (another method, XML).
[[nodiscard]] Result<CurlImport> importCurl(const CurlCommand& command, const std::vector<CurlFinding>& taken);

}  // namespace heliograph::providers
