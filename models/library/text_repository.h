// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <vector>

#include "core/clock.h"
#include "core/ids.h"
#include "core/result.h"
#include "storage/database.h"

namespace heliograph::library {

/// A piece of a message, or a whole one, kept under a name.
struct LibraryText {
  LibraryTextId id;
  QString name;
  QByteArray text;  ///< Liquid, canonical UTF-8
  QDateTime updatedAt;

  bool operator==(const LibraryText&) const = default;
};

/// What a library keeps under names: what snippets and templates have in common. Each kind numbers its own.
class TextRepository {
 public:
  static constexpr int longestName = 100;
  static constexpr int longestText = 64 * 1024;  ///< bytes, as of any message

  /// All, sorted by name.
  [[nodiscard]] Result<std::vector<LibraryText>> list() const;
  /// Errors: NotFound.
  [[nodiscard]] Result<LibraryText> find(const QString& name) const;
  [[nodiscard]] Result<LibraryText> byId(LibraryTextId id) const;
  /// Saves under a name: a new one, or in place of the one of that name. Errors: InvalidInput for a name or text that
  /// can't be used.
  [[nodiscard]] Result<LibraryTextId> save(const QString& name, const QByteArray& text) const;
  /// Saves a new one. Errors: InvalidInput; Conflict if the name is taken.
  [[nodiscard]] Result<LibraryTextId> create(const QString& name, const QByteArray& text) const;
  /// Writes another text into one. Errors: InvalidInput, NotFound.
  [[nodiscard]] Result<> write(LibraryTextId id, const QByteArray& text) const;
  /// Gives it another name. Errors: InvalidInput, NotFound; Conflict if the name is taken.
  [[nodiscard]] Result<> rename(LibraryTextId id, const QString& name) const;
  /// Errors: NotFound.
  [[nodiscard]] Result<> remove(LibraryTextId id) const;

 protected:
  /// What one kind is called in sentences, and where it lies.
  struct Kind {
    QString table;
    QString word;  ///< "snippet"
  };
  TextRepository(const storage::Database& database, const Clock& clock, Kind kind)
      : m_database(database), m_clock(clock), m_kind(std::move(kind)) {}
  ~TextRepository() = default;
  TextRepository(const TextRepository&) = default;
  TextRepository& operator=(const TextRepository&) = delete;

 private:
  [[nodiscard]] Result<QString> usableName(const QString& name) const;
  [[nodiscard]] Result<> usableText(const QByteArray& text) const;
  [[nodiscard]] Result<> beFree(const QString& name, LibraryTextId but) const;
  [[nodiscard]] Error missing(const QString& name) const;

  const storage::Database& m_database;
  const Clock& m_clock;
  Kind m_kind;
};

/// The snippets of a workspace: pieces that messages take in by `{% render "name" %}`.
class SnippetRepository final : public TextRepository {
 public:
  SnippetRepository(const storage::Database& database, const Clock& clock)
      : TextRepository(database, clock, {QStringLiteral("snippet"), QStringLiteral("snippet")}) {}
};

/// The message templates of a workspace: whole messages to begin with.
class TemplateRepository final : public TextRepository {
 public:
  TemplateRepository(const storage::Database& database, const Clock& clock)
      : TextRepository(database, clock, {QStringLiteral("message_template"), QStringLiteral("template")}) {}
};

}  // namespace heliograph::library
