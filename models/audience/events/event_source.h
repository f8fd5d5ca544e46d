// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "audience/events/event_mapping.h"
#include "audience/events/raw_value.h"
#include "audience/events/text_arena.h"
#include "audience/row_source.h"
#include "core/result.h"

namespace heliograph::audience {

/// An event as a file gives it. Texts are kept in the arena that the source was given.
struct EventDraft {
  qint64 row = 0;  ///< of a table as a spreadsheet counts, else the number of the record from 1
  enum class Kind { Event, Person, Broken } kind = Kind::Event;
  QString problem;  ///< of a broken one
  std::string_view identity;
  std::string_view event;
  std::string_view id;
  RawValue at;
  std::vector<RawValue> values;
};

/// Events of a file, one after another, whatever kind of file it is.
class EventSource {
 public:
  EventSource() = default;
  virtual ~EventSource() = default;
  Q_DISABLE_COPY_MOVE(EventSource)

  /// False at the end of the file. Texts of the draft are put into the arena.
  [[nodiscard]] virtual Result<bool> next(EventDraft& draft, TextArena& arena) = 0;
  [[nodiscard]] virtual qint64 bytesRead() const = 0;
  [[nodiscard]] virtual qint64 bytesTotal() const = 0;
  /// What was guessed.
  [[nodiscard]] virtual QStringList remarks() const { return {}; }
};

/// How a file of events is to be read.
struct EventFileOptions {
  TableOptions table;
  std::vector<EventColumnWish> mapping;  ///< of a table's columns
  QString event;                         ///< the event that all rows are of, if no column tells
};

/// Opens a file: JSON (see JsonFieldReader), a text table or a spreadsheet. Errors: NotFound, Io, InvalidInput.
[[nodiscard]] Result<std::unique_ptr<EventSource>> openEventSource(const QString& file,
                                                                   const EventFileOptions& options);

}  // namespace heliograph::audience
