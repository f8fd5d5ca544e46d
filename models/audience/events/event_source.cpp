// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/events/event_source.h"

#include <cstring>

#include "audience/cell_value.h"
#include "audience/events/json_fields.h"
#include "audience/events/json_records.h"
#include "audience/import_plan.h"
#include "audience/import_table.h"

namespace heliograph::audience {
namespace {

void breakDraft(EventDraft& draft, const QString& problem) {
  draft.kind = EventDraft::Kind::Broken;
  draft.problem = problem;
}

/// Records of JSON.
class JsonEvents final : public EventSource {
 public:
  explicit JsonEvents(std::unique_ptr<JsonRecords> records) : m_records(std::move(records)) {}

  Result<bool> next(EventDraft& draft, TextArena& arena) override;
  [[nodiscard]] qint64 bytesRead() const override { return m_records->bytesRead(); }
  [[nodiscard]] qint64 bytesTotal() const override { return m_records->bytesTotal(); }

 private:
  std::unique_ptr<JsonRecords> m_records;
  JsonFields m_fields;
};

Result<bool> JsonEvents::next(EventDraft& draft, TextArena& arena) {
  auto record = m_records->next();
  if (!record) return fail(record.error());
  if (*record == nullptr) return false;
  draft.row = (*record)->row;
  draft.kind = EventDraft::Kind::Event;
  draft.values.clear();
  const auto size = static_cast<std::size_t>((*record)->end - (*record)->begin);
  char* const begin = arena.room(size);
  if (size > 0) std::memcpy(begin, (*record)->begin, size);
  m_fields.values.swap(draft.values);
  const bool isUnderstood = !(*record)->broken && JsonFieldReader(arena).read(begin, begin + size, m_fields);
  m_fields.values.swap(draft.values);
  if (!isUnderstood) {
    breakDraft(draft, QStringLiteral("it is no JSON object"));
  } else if (!isUtf8({begin, size})) {
    breakDraft(draft, QStringLiteral("the text isn't UTF-8"));
  } else if (m_fields.kind == JsonFields::Kind::Other) {
    breakDraft(draft, QStringLiteral("it is neither an event nor a person"));
  } else if (m_fields.kind == JsonFields::Kind::Person) {
    draft.kind = EventDraft::Kind::Person;
  }
  draft.identity = m_fields.identity;
  draft.event = m_fields.event;
  draft.id = m_fields.id;
  draft.at = m_fields.at;
  return true;
}

/// Rows of a table.
class TableEvents final : public EventSource {
 public:
  TableEvents(ImportTable table, EventColumns columns, const QString& event)
      : m_table(std::move(table)),
        m_columns(std::move(columns)),
        m_event(event.toStdString()),
        m_atName(m_columns.header.at(m_columns.at).toStdString()) {}

  Result<bool> next(EventDraft& draft, TextArena& arena) override;
  [[nodiscard]] qint64 bytesRead() const override { return m_table.bytesRead(); }
  [[nodiscard]] qint64 bytesTotal() const override { return m_table.bytesTotal(); }
  [[nodiscard]] QStringList remarks() const override {
    QStringList all = m_columns.remarks;
    noteEncoding(m_table.facts(), all);
    return all;
  }

 private:
  [[nodiscard]] bool checkShape(const TableRow& row, EventDraft& draft) const;
  [[nodiscard]] std::string_view cell(const TableRow& row, int column) const {
    const auto index = static_cast<std::size_t>(column);
    return column >= 0 && index < row.fields.size() ? trimmedCell(row.fields[index]) : std::string_view();
  }

  ImportTable m_table;
  EventColumns m_columns;
  std::string m_event;
  std::string m_atName;
};

bool TableEvents::checkShape(const TableRow& row, EventDraft& draft) const {
  const auto expected = static_cast<std::size_t>(m_columns.header.size());
  std::size_t filled = row.fields.size();
  while (filled > expected && trimmedCell(row.fields[filled - 1]).empty()) --filled;
  if (row.damage == TableRow::Damage::OpenQuote) {
    breakDraft(draft, QStringLiteral("a quotation mark is opened and never closed"));
  } else if (row.damage != TableRow::Damage::None) {
    breakDraft(draft, QStringLiteral("the row is too long to be one event"));
  } else if (filled != expected && !row.ragged) {
    breakDraft(draft, QStringLiteral("the number of fields is %1, the header has %2").arg(filled).arg(expected));
  } else {
    for (const std::string_view field : row.fields) {
      if (field.find('\0') != std::string_view::npos) {
        breakDraft(draft, QStringLiteral("there is a NUL character in it, which no text has"));
      } else if (!isUtf8(field)) {
        breakDraft(draft, QStringLiteral("the text isn't UTF-8"));
      }
    }
  }
  return draft.kind != EventDraft::Kind::Broken;
}

Result<bool> TableEvents::next(EventDraft& draft, TextArena& arena) {
  auto row = m_table.next();
  if (!row) return fail(row.error());
  if (*row == nullptr) return false;
  const TableRow& given = **row;
  draft.row = given.row;
  draft.kind = EventDraft::Kind::Event;
  draft.values.clear();
  if (!checkShape(given, draft)) return true;
  draft.identity = arena.keep(cell(given, m_columns.identity));
  draft.event = m_columns.event < 0 ? std::string_view(m_event) : arena.keep(cell(given, m_columns.event));
  draft.id = arena.keep(cell(given, m_columns.id));
  draft.at = {m_atName, ValueForm::Cell, arena.keep(cell(given, m_columns.at)),
              m_columns.atFormat ? &*m_columns.atFormat : nullptr};
  for (const EventColumn& column : m_columns.properties) {
    const std::string_view text = cell(given, column.column);
    if (text.empty()) continue;
    draft.values.push_back({column.name, ValueForm::Cell, arena.keep(text), column.format ? &*column.format : nullptr});
  }
  return true;
}

}  // namespace

Result<std::unique_ptr<EventSource>> openEventSource(const QString& file, const EventFileOptions& options) {
  if (looksLikeJson(file)) {
    auto records = JsonRecords::open(file);
    if (!records) return fail(records.error());
    return std::make_unique<JsonEvents>(std::move(*records));
  }
  auto table = ImportTable::open(file, options.table);
  if (!table) return fail(table.error());
  auto columns = mapEventColumns(table->header(), options.mapping, options.event);
  if (!columns) return fail(columns.error());
  return std::make_unique<TableEvents>(std::move(*table), std::move(*columns), options.event);
}

}  // namespace heliograph::audience
