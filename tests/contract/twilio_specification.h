// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>
#include <optional>

#include "net/http_server.h"

namespace heliograph::test {

/// Twilio's OpenAPI description of sending a message, as far as it says what a request may look like. It isn't part of
/// the project; tests that need it are skipped without it.
class TwilioSpecification final {
 public:
  /// Where the description lies beside the checkout; empty when it isn't there.
  [[nodiscard]] static QString file();
  /// The description, if it is there.
  [[nodiscard]] static std::optional<TwilioSpecification> read();

  /// What in a request to send breaks the description; empty for a right one.
  [[nodiscard]] QStringList violations(const net::ServerRequest& request) const;

 private:
  [[nodiscard]] QStringList fieldViolations(const QString& name, const QString& value) const;
  [[nodiscard]] QStringList groupViolations(const QStringList& names) const;

  QJsonObject m_schema;  ///< of the form
  QString m_accountPattern;
};

}  // namespace heliograph::test
