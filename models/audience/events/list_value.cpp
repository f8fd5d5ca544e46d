// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/events/list_value.h"

#include <QStringList>
#include <variant>

#include "audience/cell_value.h"
#include "audience/events/json_cursor.h"

namespace heliograph::audience {
namespace {

using JsonKind = JsonCursor::Kind;

/// Calls one of `text`, `number` and `boolean` for each item; false if it is no array of these.
template <class Text, class Number, class Boolean>
bool eachItem(JsonCursor& cursor, const Text& text, const Number& number, const Boolean& boolean) {
  if (cursor.kind() != JsonKind::Array) return false;
  cursor.enter();
  while (cursor.item()) {
    switch (cursor.kind()) {
      case JsonKind::String:
        text(cursor.string());
        break;
      case JsonKind::Number:
        number(cursor.number());
        break;
      case JsonKind::Boolean:
        boolean(cursor.boolean());
        break;
      case JsonKind::Null:
        cursor.skip();
        break;
      default:
        return false;
    }
  }
  return !cursor.failed() && cursor.atEnd();
}

}  // namespace

std::optional<std::string> readList(std::string_view json) {
  std::string source(json);
  std::string kept = "[";
  const auto separate = [&kept] {
    if (kept.size() > 1) kept += ',';
  };
  JsonCursor cursor(source);
  const bool whole = eachItem(
      cursor,
      [&](std::string_view text) {
        separate();
        appendJsonText(kept, text);
      },
      [&](std::string_view number) {
        separate();
        kept += number;
      },
      [&](bool value) {
        separate();
        kept += value ? "true" : "false";
      });
  if (!whole || !isUtf8(kept)) return std::nullopt;
  return kept + ']';
}

bool looksLikeList(std::string_view cell) {
  return cell.size() >= 2 && cell.front() == '[' && cell.back() == ']' && readList(cell).has_value();
}

QVariantList listItems(std::string_view kept) {
  std::string source(kept);
  QVariantList items;
  JsonCursor cursor(source);
  static_cast<void>(eachItem(
      cursor,
      [&](std::string_view text) { items << QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); },
      [&](std::string_view number) {
        const auto read = readNumber(number);
        if (!read) return;
        const auto* whole = std::get_if<std::int64_t>(&*read);
        items << (whole != nullptr ? QVariant(qlonglong{*whole}) : QVariant(std::get<double>(*read)));
      },
      [&](bool value) { items << value; }));
  return items;
}

liquid::Value listValue(std::string& text, std::vector<liquid::Value>& items) {
  items.clear();
  JsonCursor cursor(text);
  static_cast<void>(eachItem(
      cursor, [&](std::string_view item) { items.push_back(liquid::Value::string(item)); },
      [&](std::string_view number) {
        const auto read = readNumber(number);
        if (!read) return;
        const auto* whole = std::get_if<std::int64_t>(&*read);
        items.push_back(whole != nullptr ? liquid::Value::integer(*whole)
                                         : liquid::Value::number(std::get<double>(*read)));
      },
      [&](bool value) { items.push_back(liquid::Value::boolean(value)); }));
  return liquid::Value::array(items.data(), static_cast<std::uint32_t>(items.size()));
}

QString propertyText(const QVariant& value) {
  if (value.typeId() != QMetaType::QVariantList) return value.toString();
  QStringList words;
  for (const QVariant& item : value.toList()) words << item.toString();
  return words.join(QStringLiteral(", "));
}

}  // namespace heliograph::audience
