// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include "core/ids.h"
#include "core/result.h"
#include "net/http_answer.h"
#include "net/secret_store.h"
#include "providers/request/request_builder.h"
#include "providers/routes/definition_catalog.h"

namespace heliograph::providers {

/// One configured link shortener. Campaigns name it, so that the name stays; its secrets lie in the secret store under
/// secretOwner().
struct Shortener {
  static constexpr int shortestLink = 12;  ///< what shortLength may be
  static constexpr int longestLink = 100;

  ShortenerId id;
  QString name;          ///< chosen by the person, unique
  QString type;          ///< id of the definition
  QJsonObject settings;  ///< by field name
  QString baseUrl;       ///< replaces the definition's own; empty for none
  int shortLength = 0;   ///< characters that its links take in a text, counted until one is made
  bool isDefault = false;
  QDateTime updatedAt;

  /// As the engine of definitions knows it; its name is secretOwner().
  [[nodiscard]] Provider asProvider() const;
  /// Where its links lie, in small letters; empty: it may be anywhere.
  [[nodiscard]] QString domain() const;
  /// Changes when it would make other links.
  [[nodiscard]] QByteArray fingerprint() const;

  bool operator==(const Shortener&) const = default;
};

/// "Shortener.NAME"
[[nodiscard]] QString shortenerSecretOwner(const QString& name);

/// Reads `{"name", "type", "settings": {…}, "base_url"?, "short_length"?}`. Error: InvalidInput.
[[nodiscard]] Result<Shortener> shortenerFromJson(const QByteArray& json);
/// The same form, without id and secrets.
[[nodiscard]] QJsonObject shortenerToJson(const Shortener& shortener);

/// Everything wrong with its fields ("name", "short_length", "base_url", or a setting's name). Secrets aren't looked
/// at.
[[nodiscard]] std::vector<FieldError> checkShortener(const Shortener& shortener, const DefinitionCatalog& catalog);

/// A shortener with all that asking takes.
struct ReadyShortener {
  Shortener shortener;
  ProviderDefinition definition;
  SecretValues secrets;
};

/// Reads its secrets; those of `typed` come first. Errors: Credentials, naming what is missing, those of
/// DefinitionCatalog::definitionOf() and of the store.
[[nodiscard]] Result<ReadyShortener> readyShortener(const Shortener& shortener, const DefinitionCatalog& catalog,
                                                    const net::SecretStore& store, const SecretValues& typed = {});

/// The request for the short link of `link` (absolute, encoded). Errors: those of buildShorten().
[[nodiscard]] Result<net::HttpRequest> shorteningRequest(const ReadyShortener& ready, const QString& link);

/// The short link in an answer, as it came. Errors, with what to do: Credentials, LimitExceeded
/// (later), Refused (it answers something else), Network and Timeout (no answer). Neither a secret nor the
/// long link is in them.
[[nodiscard]] Result<QString> shortLinkIn(const ReadyShortener& ready, const net::HttpOutcome& outcome,
                                          const QString& link, const QDateTime& now);

}  // namespace heliograph::providers
