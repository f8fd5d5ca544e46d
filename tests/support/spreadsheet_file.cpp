// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/spreadsheet_file.h"

#include <zlib.h>

#include <QtEndian>

namespace heliograph::test {
namespace {

template <class Number>
QByteArray little(Number value) {
  QByteArray bytes(sizeof(Number), Qt::Uninitialized);
  qToLittleEndian(value, bytes.data());
  return bytes;
}

QByteArray deflated(const QByteArray& bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK) return {};
  QByteArray packed(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))), Qt::Uninitialized);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.constData()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.truncate(static_cast<qsizetype>(stream.total_out));
  deflateEnd(&stream);
  return packed;
}

const QByteArray& declaration() {
  static const QByteArray text("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
  return text;
}

QByteArray mainSpace() {
  return "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
         "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
}

QByteArray relationship(const QByteArray& id, const QByteArray& type, const QByteArray& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" +
         type + "\" Target=\"" + target + "\"/>";
}

QByteArray relationships(const QByteArray& inside) {
  return declaration() + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
         inside + "</Relationships>";
}

QByteArray stylesPart(const QByteArrayList& formats) {
  QByteArray codes;
  QByteArray cells;
  int own = 164;
  for (const QByteArray& format : formats) {
    bool isBuiltIn = false;
    int id = format.toInt(&isBuiltIn);
    if (!isBuiltIn || format.startsWith("00")) {
      id = own++;
      codes += "<numFmt numFmtId=\"" + QByteArray::number(id) + "\" formatCode=\"" +
               QString::fromUtf8(format).toHtmlEscaped().toUtf8() + "\"/>";
    }
    cells += "<xf numFmtId=\"" + QByteArray::number(id) + "\" applyNumberFormat=\"1\"/>";
  }
  return declaration() + "<styleSheet " + mainSpace() + "><numFmts>" + codes +
         "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" + cells + "</cellXfs></styleSheet>";
}

}  // namespace

QByteArray zipOf(const ZipFiles& files) {
  QByteArray archive;
  QByteArray directory;
  for (const auto& [name, content] : files) {
    const QByteArray packed = deflated(content);
    const auto checksum = static_cast<quint32>(
        crc32(0, reinterpret_cast<const Bytef*>(content.constData()), static_cast<uInt>(content.size())));
    const QByteArray shared = little<quint16>(20) + little<quint16>(0) + little<quint16>(8) + little<quint32>(0) +
                              little(checksum) + little(static_cast<quint32>(packed.size())) +
                              little(static_cast<quint32>(content.size())) + little(static_cast<quint16>(name.size())) +
                              little<quint16>(0);
    directory += "PK\1\2" + little<quint16>(20) + shared + little<quint16>(0) + little<quint16>(0) +
                 little<quint16>(0) + little<quint32>(0) + little(static_cast<quint32>(archive.size())) + name;
    archive += "PK\3\4" + shared + name + packed;
  }
  const auto count = little(static_cast<quint16>(files.size()));
  return archive + directory + "PK\5\6" + little<quint32>(0) + count + count +
         little(static_cast<quint32>(directory.size())) + little(static_cast<quint32>(archive.size())) +
         little<quint16>(0);
}

ZipFiles xlsxFiles(const XlsxParts& parts) {
  QByteArray sheets;
  QByteArray relations =
      relationship("s", "sharedStrings", "sharedStrings.xml") + relationship("t", "styles", "styles.xml");
  ZipFiles files;
  int number = 0;
  for (const auto& [name, rows] : parts.sheets) {
    const QByteArray id = QByteArray::number(++number);
    sheets += "<sheet name=\"" + name + "\" sheetId=\"" + id + "\" r:id=\"rId" + id + "\"/>";
    relations += relationship("rId" + id, "worksheet", "worksheets/sheet" + id + ".xml");
    files << qMakePair("xl/worksheets/sheet" + id + ".xml", declaration() + "<worksheet " + mainSpace() + "><cols/>" +
                                                                "<sheetData>" + rows + "</sheetData></worksheet>");
  }
  QByteArray strings;
  for (const QByteArray& text : parts.strings) strings += "<si>" + text + "</si>";
  const QByteArray base = parts.from1904 ? "<workbookPr date1904=\"1\"/>" : "<workbookPr/>";
  files.prepend({"xl/sharedStrings.xml", declaration() + "<sst " + mainSpace() + ">" + strings + "</sst>"});
  files.prepend({"xl/styles.xml", stylesPart(parts.formats)});
  files.prepend({"xl/_rels/workbook.xml.rels", relationships(relations)});
  files.prepend({"xl/workbook.xml", declaration() + "<workbook " + mainSpace() + ">" + base + "<sheets>" + sheets +
                                        "</sheets></workbook>"});
  files.prepend({"_rels/.rels", relationships(relationship("rId1", "officeDocument", "xl/workbook.xml"))});
  return files;
}

QByteArray xlsx(const XlsxParts& parts) {
  return zipOf(xlsxFiles(parts));
}

ZipFiles odsFiles(const QList<Sheet>& sheets) {
  QByteArray tables;
  for (const auto& [name, rows] : sheets)
    tables += "<table:table table:name=\"" + name + "\">" + rows + "</table:table>";
  return {
      {"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
      {"content.xml", declaration() +
                          "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                          "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
                          "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
                          "xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\">"
                          "<office:body><office:spreadsheet>" +
                          tables + "</office:spreadsheet></office:body></office:document-content>"},
      {"META-INF/manifest.xml",
       declaration() + "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>"}};
}

QByteArray ods(const QList<Sheet>& sheets) {
  return zipOf(odsFiles(sheets));
}

QByteArray xlsxRows(const QList<QStringList>& rows) {
  QByteArray xml;
  int number = 0;
  for (const QStringList& cells : rows) {
    xml += "<row r=\"" + QByteArray::number(++number) + "\">";
    for (const QString& cell : cells) {
      xml += "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">" + cell.toHtmlEscaped().toUtf8() + "</t></is></c>";
    }
    xml += "</row>";
  }
  return xml;
}

}  // namespace heliograph::test
