// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <vector>

#include "core/clock.h"
#include "providers/shorteners/shortener.h"
#include "storage/database.h"

namespace heliograph::providers {

/// The configured link shorteners of a workspace. Any thread.
class ShortenerRepository final {
 public:
  ShortenerRepository(const storage::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

  /// All, by name.
  [[nodiscard]] Result<std::vector<Shortener>> list() const;
  /// Error: NotFound.
  [[nodiscard]] Result<Shortener> byName(const QString& name) const;

  /// Stores it: a new one when its id isn't valid; the only one becomes the default. Errors: InvalidInput (the first
  /// thing checkShortener() finds), Conflict (the name is taken, or another one than before).
  [[nodiscard]] Result<ShortenerId> save(const Shortener& shortener, const DefinitionCatalog& catalog) const;
  /// Makes it what drafts use first. Error: NotFound.
  [[nodiscard]] Result<> setDefault(ShortenerId id) const;
  /// Removes it with the links it made for drafts; what is published keeps its links. Error: NotFound.
  [[nodiscard]] Result<> remove(ShortenerId id) const;
  /// The drafts that shorten links with it, by name.
  [[nodiscard]] Result<QStringList> draftsUsing(const QString& name) const;

 private:
  [[nodiscard]] Result<ShortenerId> insert(const Shortener& shortener) const;
  [[nodiscard]] Result<ShortenerId> update(const Shortener& shortener) const;

  const storage::Database& m_database;
  const Clock& m_clock;
};

}  // namespace heliograph::providers
