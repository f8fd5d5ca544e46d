// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/ods_book.h"

#include <QFileInfo>

namespace heliograph::audience {
namespace {

constexpr char contentPart[] = "content.xml";

}  // namespace

bool OdsBook::isOne(const ZipArchive& archive) {
  const ZipEntry* kind = archive.find("mimetype");
  if (kind == nullptr || archive.find(contentPart) == nullptr) return false;
  auto stream = archive.read(*kind);
  return stream && (*stream)->read(200).startsWith("application/vnd.oasis.opendocument.spreadsheet");
}

Result<std::unique_ptr<OdsBook>> OdsBook::open(ZipArchive archive) {
  std::unique_ptr<OdsBook> book(new OdsBook(std::move(archive)));
  if (book->isEncrypted()) {
    return fail(ErrorCode::InvalidInput, QStringLiteral("“%1” is protected by a password. Save it without one, then "
                                                        "import that.")
                                             .arg(QFileInfo(book->m_archive.path()).fileName()));
  }
  HELIOGRAPH_TRY(book->readNames());
  return book;
}

bool OdsBook::isEncrypted() const {
  const ZipEntry* manifest = m_archive.find("META-INF/manifest.xml");
  if (manifest == nullptr) return false;
  auto stream = m_archive.read(*manifest);
  if (!stream) return false;
  XmlPart part(std::move(*stream));
  while (!part.xml.atEnd()) {
    part.xml.readNext();
    if (part.xml.name() == QLatin1String("encryption-data")) return true;
  }
  return false;
}

Result<std::unique_ptr<XmlPart>> OdsBook::content() const {
  auto stream = m_archive.read(*m_archive.find(contentPart));
  if (!stream) return fail(stream.error());
  return std::make_unique<XmlPart>(std::move(*stream));
}

Result<> OdsBook::readNames() {
  auto part = content();
  if (!part) return fail(part.error());
  QXmlStreamReader& xml = (*part)->xml;
  // A table inside a cell is none of the sheets.
  int depth = 0;
  while (!xml.atEnd()) {
    const auto token = xml.readNext();
    if (xml.name() != QLatin1String("table")) continue;
    if (token == QXmlStreamReader::EndElement) --depth;
    if (token != QXmlStreamReader::StartElement || depth++ > 0) continue;
    for (const QXmlStreamAttribute& attribute : xml.attributes()) {
      if (attribute.name() == QLatin1String("name")) m_names << attribute.value().toString();
    }
  }
  return (*part)->isWhole() ? Result<>() : damagedSpreadsheet(m_archive.path());
}

Result<std::unique_ptr<SheetRows>> OdsBook::rows(qsizetype sheet) const {
  auto part = content();
  if (!part) return fail(part.error());
  return std::make_unique<OdsRows>(std::move(*part), sheet, m_archive.path());
}

qint64 OdsBook::packedTotal(qsizetype /*sheet*/) const {
  return m_archive.find(contentPart)->packed;
}

}  // namespace heliograph::audience
