// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "core/result.h"
#include "providers/definition/provider_definition.h"

namespace heliograph::providers {

/// Holds one part of a definition, mostly an exchange, against what may stand in it. Errors: InvalidInput, naming the
/// place. Lives no longer than the definition.
class ExchangeCheck final {
 public:
  /// `tokens` are known in it beside settings and secrets; with {Body} all those of a message.
  ExchangeCheck(const ProviderDefinition& definition, QStringList tokens, QString place);

  [[nodiscard]] Result<> run(const Exchange& exchange, const QList<RuleOutcome>& outcomes) const;
  [[nodiscard]] Result<> runRequest(const RequestSpec& request) const;
  /// The answers' outcomes alone.
  [[nodiscard]] Result<> checkOutcomesOf(const AnswerSpec& answer, const QList<RuleOutcome>& outcomes) const;
  /// Secrets may stand where `secrets` is true; names never hold one.
  [[nodiscard]] Result<> checkTokens(const QStringList& tokens, const QString& at, bool secrets) const;
  [[nodiscard]] Result<> checkFields(const std::vector<RequestField>& fields, const QString& at, bool secrets) const;

 private:
  [[nodiscard]] Result<> checkToken(const QString& token, const QString& place, bool secrets) const;
  [[nodiscard]] Error unknownToken(const QString& token, const QString& place) const;

  const ProviderDefinition& m_definition;
  QStringList m_tokens;
  QString m_place;
};

}  // namespace heliograph::providers
