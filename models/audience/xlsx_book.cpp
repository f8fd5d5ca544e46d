// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/xlsx_book.h"

#include <QDir>
#include <QMap>

#include "audience/xlsx_rows.h"

namespace heliograph::audience {
namespace {

constexpr qint64 mostStringBytes = qint64{512} << 20;
constexpr QLatin1String workbookType("/officeDocument");

struct Relation {
  QString type;
  QByteArray part;
};

/// What a part refers to, by the ids it uses for it.
QMap<QString, Relation> readRelations(QXmlStreamReader& xml, const QString& folder) {
  QMap<QString, Relation> relations;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != QLatin1String("Relationship")) continue;
    const QXmlStreamAttributes attributes = xml.attributes();
    QString target = attributes.value(QLatin1String("Target")).toString();
    target = target.startsWith(QLatin1Char('/')) ? target.mid(1) : QDir::cleanPath(folder + target);
    relations.insert(attributes.value(QLatin1String("Id")).toString(),
                     {attributes.value(QLatin1String("Type")).toString(), target.toUtf8()});
  }
  return relations;
}

const ZipEntry* findWorkbook(const ZipArchive& archive) {
  for (const char* name : {"xl/workbook.xml", "workbook.xml"}) {
    if (const ZipEntry* entry = archive.find(name)) return entry;
  }
  // Some writers call it otherwise; the package says how.
  const ZipEntry* package = archive.find("_rels/.rels");
  if (package == nullptr) return nullptr;
  auto stream = archive.read(*package);
  if (!stream) return nullptr;
  XmlPart part(std::move(*stream));
  for (const Relation& relation : readRelations(part.xml, QString())) {
    if (relation.type.endsWith(workbookType) && relation.part.endsWith(".xml")) return archive.find(relation.part);
  }
  return nullptr;
}

/// "xl/workbook.xml" has its relations in "xl/_rels/workbook.xml.rels".
QByteArray relationsOf(const QByteArray& part) {
  const auto slash = part.lastIndexOf('/') + 1;
  return part.left(slash) + "_rels/" + part.mid(slash) + ".rels";
}

std::optional<char16_t> escapedUnit(QStringView text) {
  if (text.size() < 7 || text[0] != QLatin1Char('_') || text[1] != QLatin1Char('x') || text[6] != QLatin1Char('_')) {
    return std::nullopt;
  }
  bool isHex = false;
  const uint unit = text.mid(2, 4).toUInt(&isHex, 16);
  return isHex ? std::optional(static_cast<char16_t>(unit)) : std::nullopt;
}

void appendUnescaped(QString& text, QStringView piece) {
  if (!piece.contains(QLatin1String("_x"))) {
    text += piece;
    return;
  }
  for (qsizetype i = 0; i < piece.size(); ++i) {
    const auto unit = escapedUnit(piece.mid(i));
    text += unit ? QChar(*unit) : piece[i];
    if (unit) i += 6;
  }
}

}  // namespace

void SharedStrings::append(std::string_view text) {
  m_text += text;
  m_ends.push_back(m_text.size());
}

std::string_view SharedStrings::at(std::size_t index) const {
  if (index >= m_ends.size()) return {};
  const std::size_t begin = index == 0 ? 0 : m_ends[index - 1];
  return std::string_view(m_text).substr(begin, m_ends[index] - begin);
}

void readRichText(QXmlStreamReader& xml, std::string& text) {
  QString collected;
  bool inText = false;
  int depth = 1;
  while (depth > 0 && !xml.atEnd()) {
    switch (xml.readNext()) {
      case QXmlStreamReader::StartElement:
        if (xml.name() == QLatin1String("rPh")) {
          xml.skipCurrentElement();
          break;
        }
        ++depth;
        inText = xml.name() == QLatin1String("t");
        break;
      case QXmlStreamReader::Characters:
        if (inText) appendUnescaped(collected, xml.text());
        break;
      case QXmlStreamReader::EndElement:
        --depth;
        inText = false;
        break;
      default:
        break;
    }
  }
  const QByteArray utf8 = collected.toUtf8();
  text.append(utf8.constData(), static_cast<std::size_t>(utf8.size()));
}

bool XlsxBook::isOne(const ZipArchive& archive) {
  return findWorkbook(archive) != nullptr;
}

Result<std::unique_ptr<XlsxBook>> XlsxBook::open(ZipArchive archive) {
  std::unique_ptr<XlsxBook> book(new XlsxBook(std::move(archive)));
  HELIOGRAPH_TRY(book->readWorkbook());
  return book;
}

Result<std::unique_ptr<XmlPart>> XlsxBook::part(const QByteArray& name) const {
  const ZipEntry* entry = m_archive.find(name);
  if (entry == nullptr) return damagedSpreadsheet(m_archive.path());
  auto stream = m_archive.read(*entry);
  if (!stream) return fail(stream.error());
  return std::make_unique<XmlPart>(std::move(*stream));
}

void XlsxBook::takeSheet(const QXmlStreamAttributes& attributes, QStringList& ids) {
  QString id;
  for (const QXmlStreamAttribute& attribute : attributes) {
    if (attribute.name() == QLatin1String("id")) id = attribute.value().toString();
  }
  m_names << attributes.value(QLatin1String("name")).toString();
  ids << id;
}

Result<> XlsxBook::readWorkbook() {
  const QByteArray name = findWorkbook(m_archive)->name;
  auto workbook = part(name);
  if (!workbook) return fail(workbook.error());
  QXmlStreamReader& xml = (*workbook)->xml;
  QStringList ids;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    if (xml.name() == QLatin1String("sheet")) takeSheet(xml.attributes(), ids);
    if (xml.name() != QLatin1String("workbookPr")) continue;
    const QStringView base = xml.attributes().value(QLatin1String("date1904"));
    m_context.from1904 = base == QLatin1String("1") || base == QLatin1String("true");
  }
  auto relationsPart = part(relationsOf(name));
  if (!(*workbook)->isWhole() || !relationsPart) return damagedSpreadsheet(m_archive.path());
  const QString folder = QString::fromUtf8(name.left(name.lastIndexOf('/') + 1));
  const auto relations = readRelations((*relationsPart)->xml, folder);
  for (const QString& id : std::as_const(ids)) m_parts << relations.value(id).part;
  for (const Relation& relation : relations) {
    if (relation.type.endsWith(QLatin1String("/sharedStrings"))) HELIOGRAPH_TRY(readStrings(relation.part));
    if (relation.type.endsWith(QLatin1String("/styles"))) HELIOGRAPH_TRY(readStyles(relation.part));
  }
  return {};
}

Result<> XlsxBook::readStrings(const QByteArray& name) {
  // Workbooks without a text often name the part and leave it out.
  if (m_archive.find(name) == nullptr) return {};
  auto strings = part(name);
  if (!strings) return fail(strings.error());
  QXmlStreamReader& xml = (*strings)->xml;
  std::string text;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != QLatin1String("si")) continue;
    text.clear();
    readRichText(xml, text);
    m_context.strings.append(text);
    if (m_context.strings.bytes() > mostStringBytes) {
      return fail(ErrorCode::InvalidInput,
                  QStringLiteral("The texts of this spreadsheet don't fit into memory. Save it as CSV, then import "
                                 "that."));
    }
  }
  return (*strings)->isWhole() ? Result<>() : damagedSpreadsheet(m_archive.path());
}

Result<> XlsxBook::readStyles(const QByteArray& name) {
  if (m_archive.find(name) == nullptr) return {};
  auto styles = part(name);
  if (!styles) return fail(styles.error());
  QXmlStreamReader& xml = (*styles)->xml;
  QMap<int, NumberFormat> own;
  bool inCells = false;
  while (!xml.atEnd()) {
    const auto token = xml.readNext();
    if (xml.name() == QLatin1String("cellXfs")) inCells = token == QXmlStreamReader::StartElement;
    if (token != QXmlStreamReader::StartElement) continue;
    const int id = xml.attributes().value(QLatin1String("numFmtId")).toInt();
    if (xml.name() == QLatin1String("numFmt")) {
      own.insert(id, NumberFormat::fromCode(xml.attributes().value(QLatin1String("formatCode"))));
    } else if (inCells && xml.name() == QLatin1String("xf")) {
      m_context.formats.push_back(own.contains(id) ? own.value(id) : NumberFormat::builtIn(id));
    }
  }
  return (*styles)->isWhole() ? Result<>() : damagedSpreadsheet(m_archive.path());
}

Result<std::unique_ptr<SheetRows>> XlsxBook::rows(qsizetype sheet) const {
  auto source = part(m_parts.value(sheet));
  if (!source) return fail(source.error());
  return std::make_unique<XlsxRows>(std::move(*source), m_context, m_archive.path());
}

qint64 XlsxBook::packedTotal(qsizetype sheet) const {
  const ZipEntry* entry = m_archive.find(m_parts.value(sheet));
  return entry == nullptr ? 0 : entry->packed;
}

}  // namespace heliograph::audience
