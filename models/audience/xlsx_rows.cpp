// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/xlsx_rows.h"

#include <charconv>

namespace heliograph::audience {
namespace {

/// The column of a reference such as "AB12", from 0; nothing if it is none.
std::optional<std::size_t> columnOfCell(QStringView reference) {
  std::size_t column = 0;
  for (const QChar sign : reference) {
    if (sign < QLatin1Char('A') || sign > QLatin1Char('Z')) break;
    column = column * 26 + static_cast<std::size_t>(sign.unicode() - 'A' + 1);
    if (column > SheetRow::mostColumns) return std::nullopt;
  }
  return column == 0 ? std::nullopt : std::optional(column - 1);
}

void appendUtf8(std::string& text, QStringView piece) {
  const QByteArray utf8 = piece.toUtf8();
  text.append(utf8.constData(), static_cast<std::size_t>(utf8.size()));
}

}  // namespace

Result<bool> XlsxRows::next(SheetRow& row) {
  QXmlStreamReader& xml = m_part->xml;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != QLatin1String("row")) continue;
    bool isNumber = false;
    const qint64 number = xml.attributes().value(QLatin1String("r")).toLongLong(&isNumber);
    m_rowNumber = isNumber ? number : m_rowNumber + 1;
    row.clear(m_rowNumber);
    readRow(row);
    if (!m_part->isWhole()) break;
    if (!row.isEmpty()) return true;
  }
  if (m_part->isWhole()) return false;
  return damagedSpreadsheet(m_path);
}

void XlsxRows::readRow(SheetRow& row) {
  QXmlStreamReader& xml = m_part->xml;
  m_column = 0;
  while (xml.readNextStartElement()) {
    if (xml.name() == QLatin1String("c")) {
      readCell(row);
    } else {
      xml.skipCurrentElement();
    }
  }
}

void XlsxRows::readCell(SheetRow& row) {
  QXmlStreamReader& xml = m_part->xml;
  const QXmlStreamAttributes attributes = xml.attributes();
  const QString type = attributes.value(QLatin1String("t")).toString();
  const auto style = attributes.value(QLatin1String("s")).toUInt();
  m_column = columnOfCell(attributes.value(QLatin1String("r"))).value_or(m_column);
  m_raw.clear();
  while (xml.readNextStartElement()) {
    if (xml.name() == QLatin1String("is")) {
      readRichText(xml, m_raw);
    } else if (xml.name() == QLatin1String("v")) {
      const QString value = xml.readElementText(QXmlStreamReader::SkipChildElements);
      appendUtf8(m_raw, type == QLatin1String("str") ? QStringView(value) : QStringView(value).trimmed());
    } else {
      xml.skipCurrentElement();
    }
  }
  if (!m_raw.empty()) row.set(m_column, shown(type, style));
  ++m_column;
}

std::string_view XlsxRows::shown(QStringView type, std::size_t style) {
  if (type == QLatin1String("s")) {
    std::size_t index = 0;
    const auto read = std::from_chars(m_raw.data(), m_raw.data() + m_raw.size(), index);
    return read.ec == std::errc() ? m_context.strings.at(index) : std::string_view();
  }
  if (type == QLatin1String("b")) return m_raw == "1" ? "true" : "false";
  if (type == QLatin1String("e")) return {};
  if (type == QLatin1String("str") || type == QLatin1String("inlineStr") || type == QLatin1String("d")) return m_raw;
  const NumberFormat format = style < m_context.formats.size() ? m_context.formats[style] : NumberFormat();
  m_shown = shownNumber(m_raw, format, m_context.from1904);
  return m_shown;
}

}  // namespace heliograph::audience
