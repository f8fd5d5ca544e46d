// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/linked_source.h"
#include "library/linked_template.h"
#include "net/secret_store.h"

namespace heliograph::library {

/// A field of a source that rests in the secret store.
struct LinkedSecretField {
  QString field;  ///< its name in the store: "auth", or "label_" and the label's name
  QString title;  ///< for a person

  bool operator==(const LinkedSecretField&) const = default;
};

/// The secrets of a source.
struct LinkedSecrets {
  LinkedValues values;  ///< by field
  QStringList missing;  ///< titles of the fields that aren't there

  [[nodiscard]] bool isComplete() const { return missing.isEmpty(); }
};

/// Under what name the secrets of a source rest.
[[nodiscard]] QString linkedSecretOwner(const QString& source);

/// The fields that a source keeps secret.
[[nodiscard]] std::vector<LinkedSecretField> linkedSecretFields(const LinkedSource& source);

/// Reads them. A field that isn't there counts as missing; Error only when the store itself fails.
[[nodiscard]] Result<LinkedSecrets> readLinkedSecrets(const LinkedSource& source, const net::SecretStore& store);

/// Keeps the values, by field. Errors: InvalidInput for a field that the source doesn't have, and what the store says.
[[nodiscard]] Result<> writeLinkedSecrets(const LinkedSource& source, const LinkedValues& values,
                                          net::SecretStore& store);

/// Forgets the fields of `before` that `after` doesn't have; all of them without `after`.
[[nodiscard]] Result<> removeLinkedSecrets(const LinkedSource& before, const LinkedSource* after,
                                           net::SecretStore& store);

}  // namespace heliograph::library
