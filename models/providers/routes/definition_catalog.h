// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "core/result.h"
#include "providers/definition/provider_definition.h"
#include "providers/provider.h"

namespace heliograph::providers {

/// The kinds of provider this program knows: those built in (resources/providers) and a person's own. Read-only once
/// made, so that any thread may use it.
class DefinitionCatalog final {
 public:
  /// The built-in definitions. Error: Damaged if one of them is broken.
  [[nodiscard]] static Result<DefinitionCatalog> builtIn();

  /// The built-in ones and a person's own: the files *.json of ownFolder(). One of those that is broken, or has an id
  /// that is taken, is left out and said in the log. Error: Damaged if a built-in one is broken.
  [[nodiscard]] static Result<DefinitionCatalog> withOwn();
  /// HELIOGRAPH_DEFINITIONS, or the folder "heliograph/definitions" where a person's data lies.
  [[nodiscard]] static QString ownFolder();

  /// The link shorteners (resources/shorteners) instead. Error: Damaged if one of them is broken.
  [[nodiscard]] static Result<DefinitionCatalog> builtInShorteners();

  /// Adds a person's own definition. Error: Conflict when its id is taken.
  [[nodiscard]] Result<> add(ProviderDefinition definition);

  /// Where instances of this kind send that name no base URL of their own (a server that the program runs itself).
  void setBaseUrl(const QString& id, const QString& url);

  /// In order of name, those for testing last.
  [[nodiscard]] const std::vector<ProviderDefinition>& all() const { return m_definitions; }
  /// Null when there is none.
  [[nodiscard]] const ProviderDefinition* find(const QString& id) const;

  /// The definition by which this instance sends: its type's, or for a kind that is made from settings the one that
  /// follows from this instance's. Errors: NotFound (no such type), InvalidInput (settings nothing can be made of).
  [[nodiscard]] Result<ProviderDefinition> definitionOf(const Provider& provider) const;

 private:
  using Parse = Result<ProviderDefinition> (*)(const QByteArray&);
  [[nodiscard]] static Result<DefinitionCatalog> ofFolder(const QString& path, Parse parse);

  std::vector<ProviderDefinition> m_definitions;
};

}  // namespace heliograph::providers
