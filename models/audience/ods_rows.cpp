// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTime>
#include <algorithm>

#include "audience/number_format.h"
#include "audience/ods_book.h"

namespace heliograph::audience {
namespace {

QStringView attribute(const QXmlStreamAttributes& attributes, QLatin1String name) {
  for (const QXmlStreamAttribute& each : attributes) {
    if (each.name() == name) return each.value();
  }
  return {};
}

qint64 countOf(QStringView text) {
  bool isNumber = false;
  const qint64 count = text.toLongLong(&isNumber);
  return isNumber && count > 0 ? count : 1;
}

/// "PT14H05M00S" as "14:05:00"; another text as it is.
QString clockOf(const QString& duration) {
  const QTime time = QTime::fromString(duration.section(QLatin1Char('.'), 0, 0).remove(QLatin1Char('S')),
                                       QStringLiteral("'PT'HH'H'mm'M'ss"));
  return time.isValid() ? time.toString(QStringLiteral("HH:mm:ss")) : duration;
}

/// What a number shows if that is the same number with leading zeros.
bool showsLeadingZeros(const QString& text, const std::string& number) {
  const bool digits = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 128 && c.isDigit(); });
  return digits && text.startsWith(QLatin1Char('0')) && text.size() > 1 &&
         QStringView(text).mid(text.size() - static_cast<qsizetype>(number.size())) == QLatin1String(number.c_str()) &&
         text.count(QLatin1Char('0')) - QString::fromStdString(number).count(QLatin1Char('0')) ==
             text.size() - static_cast<qsizetype>(number.size());
}

}  // namespace

Result<bool> OdsRows::next(SheetRow& row) {
  if (m_repeats > 1 && !row.isEmpty()) {
    --m_repeats;
    row.number = ++m_rowNumber;
    return true;
  }
  if (!m_inTable && !enterTable()) return m_part->isWhole() ? Result<bool>(false) : damagedSpreadsheet(m_path);
  while (readRow(row)) {
    if (row.isEmpty()) {
      m_rowNumber += m_repeats - 1;
    } else if (m_rowNumber + m_repeats - 1 > SheetRow::mostRows) {
      return damagedSpreadsheet(m_path);
    } else {
      return true;
    }
  }
  if (m_part->isWhole()) return false;
  return damagedSpreadsheet(m_path);
}

bool OdsRows::enterTable() {
  QXmlStreamReader& xml = m_part->xml;
  qsizetype before = m_table;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != QLatin1String("table")) continue;
    if (before-- == 0) return m_inTable = true;
    xml.skipCurrentElement();
  }
  return false;
}

/// Reads the next row, empty ones too; false behind the table's last.
bool OdsRows::readRow(SheetRow& row) {
  QXmlStreamReader& xml = m_part->xml;
  while (!xml.atEnd()) {
    const auto token = xml.readNext();
    if (token == QXmlStreamReader::EndElement && xml.name() == QLatin1String("table")) return false;
    if (token != QXmlStreamReader::StartElement) continue;
    if (xml.name() == QLatin1String("table-row")) break;
    // Groups of rows and headers are only wrappings.
    const bool wrapping = xml.name() == QLatin1String("table-row-group") ||
                          xml.name() == QLatin1String("table-header-rows") || xml.name() == QLatin1String("table-rows");
    if (!wrapping) xml.skipCurrentElement();
  }
  m_repeats = countOf(attribute(xml.attributes(), QLatin1String("number-rows-repeated")));
  row.clear(++m_rowNumber);
  m_column = 0;
  while (xml.readNextStartElement()) {
    if (xml.name() == QLatin1String("table-cell") || xml.name() == QLatin1String("covered-table-cell")) {
      readCell(row);
    } else {
      xml.skipCurrentElement();
    }
  }
  return m_part->isWhole();
}

void OdsRows::readCell(SheetRow& row) {
  const QXmlStreamAttributes attributes = m_part->xml.attributes();
  const auto repeats = static_cast<std::size_t>(std::min<qint64>(
      countOf(attribute(attributes, QLatin1String("number-columns-repeated"))), SheetRow::mostColumns));
  readParagraphs();
  const std::string_view text = shown(attributes);
  if (!text.empty()) {
    row.set(m_column, text);
    for (std::size_t i = 1; i < repeats; ++i) row.repeat(m_column + i);
  }
  m_column = std::min(m_column + repeats, SheetRow::mostColumns);
}

void OdsRows::readParagraphs() {
  QXmlStreamReader& xml = m_part->xml;
  m_text.clear();
  bool first = true;
  while (xml.readNextStartElement()) {
    // Notes and drawings of the cell aren't its value.
    if (xml.name() != QLatin1String("p")) {
      xml.skipCurrentElement();
      continue;
    }
    if (!first) m_text += QLatin1Char('\n');
    first = false;
    readParagraph();
  }
}

void OdsRows::readParagraph() {
  QXmlStreamReader& xml = m_part->xml;
  int depth = 1;
  while (depth > 0 && !xml.atEnd()) {
    const auto token = xml.readNext();
    if (token == QXmlStreamReader::EndElement) --depth;
    if (token == QXmlStreamReader::Characters) m_text += xml.text();
    if (token != QXmlStreamReader::StartElement) continue;
    ++depth;
    static constexpr qint64 mostBlanks = 1024;
    if (xml.name() == QLatin1String("s")) {
      const qint64 blanks = countOf(attribute(xml.attributes(), QLatin1String("c")));
      m_text += QString(static_cast<qsizetype>(std::min(blanks, mostBlanks)), QLatin1Char(' '));
    } else if (xml.name() == QLatin1String("tab")) {
      m_text += QLatin1Char('\t');
    } else if (xml.name() == QLatin1String("line-break")) {
      m_text += QLatin1Char('\n');
    }
  }
}

std::string_view OdsRows::shown(const QXmlStreamAttributes& attributes) {
  const QString type = attribute(attributes, QLatin1String("value-type")).toString();
  if (type == QLatin1String("float") || type == QLatin1String("currency") || type == QLatin1String("percentage")) {
    m_shown = plainNumber(attribute(attributes, QLatin1String("value")).toString().toStdString());
    if (showsLeadingZeros(m_text, m_shown)) m_shown = m_text.toStdString();
  } else if (type == QLatin1String("date")) {
    m_shown = attribute(attributes, QLatin1String("date-value")).toString().toStdString();
  } else if (type == QLatin1String("time")) {
    m_shown = clockOf(attribute(attributes, QLatin1String("time-value")).toString()).toStdString();
  } else if (type == QLatin1String("boolean")) {
    m_shown = attribute(attributes, QLatin1String("boolean-value")) == QLatin1String("true") ? "true" : "false";
  } else if (type == QLatin1String("string")) {
    const QStringView value = attribute(attributes, QLatin1String("string-value"));
    m_shown = m_text.isEmpty() ? value.toString().toStdString() : m_text.toStdString();
  } else {
    m_shown = m_text.toStdString();
  }
  return m_shown;
}

}  // namespace heliograph::audience
