// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>

#include "core/result.h"

namespace heliograph::audience {

/// One record of a JSON file. The bytes hold until the next one and may be changed.
struct JsonRecord {
  qint64 row = 0;  ///< from 1
  char* begin = nullptr;
  char* end = nullptr;
  bool broken = false;  ///< it is no JSON; what follows it up to the end of the line is passed over
};

/// Streams the records of a JSON file in constant memory: one object a line or after another (JSON lines), an array of
/// objects, or the arrays "d" (CleverTap's uploads) and "batch" (Segment) of objects around them. UTF-8 or, with a
/// mark, UTF-16.
class JsonRecords final {
 public:
  /// Errors: NotFound, Io, InvalidInput (an empty file).
  [[nodiscard]] static Result<std::unique_ptr<JsonRecords>> open(const QString& path);
  ~JsonRecords();
  Q_DISABLE_COPY_MOVE(JsonRecords)

  /// The next record, or nullptr at the end of the file. Error: Io.
  [[nodiscard]] Result<const JsonRecord*> next();
  [[nodiscard]] qint64 bytesRead() const;
  [[nodiscard]] qint64 bytesTotal() const;

  /// Longest record, in bytes.
  static constexpr std::size_t longestJson = std::size_t{1} << 20;

 private:
  struct State;
  explicit JsonRecords(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

/// Whether a file is JSON by its first character, rather than a table.
[[nodiscard]] bool looksLikeJson(const QString& path);

}  // namespace heliograph::audience
