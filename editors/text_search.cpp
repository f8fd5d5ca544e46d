// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/text_search.h"

#include <QStringDecoder>

namespace heliograph::editors {
namespace {

std::vector<ByteRange> findBytes(const QByteArray& source, const QByteArray& wanted) {
  std::vector<ByteRange> places;
  for (qsizetype at = source.indexOf(wanted); at >= 0; at = source.indexOf(wanted, at + wanted.size())) {
    places.push_back({at, at + wanted.size()});
  }
  return places;
}

/// Bytes of a stretch of well-formed text in UTF-8.
qsizetype utf8Size(QStringView text) {
  return text.toUtf8().size();
}

}  // namespace

std::vector<ByteRange> findAll(const QByteArray& source, const QString& wanted, bool matchCase) {
  if (wanted.isEmpty()) return {};
  QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
  const QString text = decoder(source);
  // Bytes that are no text have no place in UTF-16.
  if (matchCase || decoder.hasError()) return findBytes(source, wanted.toUtf8());
  std::vector<ByteRange> places;
  qsizetype byte = 0;
  qsizetype unit = 0;
  for (qsizetype at = text.indexOf(wanted, 0, Qt::CaseInsensitive); at >= 0;
       at = text.indexOf(wanted, unit, Qt::CaseInsensitive)) {
    const qsizetype begin = byte + utf8Size(QStringView(text).sliced(unit, at - unit));
    unit = at + wanted.size();
    byte = begin + utf8Size(QStringView(text).sliced(at, wanted.size()));
    places.push_back({begin, byte});
  }
  return places;
}

QByteArray replaceRanges(const QByteArray& source, const std::vector<ByteRange>& places, const QByteArray& with) {
  QByteArray result;
  qsizetype at = 0;
  for (const ByteRange& place : places) {
    result += source.mid(at, place.begin - at) + with;
    at = place.end;
  }
  return result + source.mid(at);
}

}  // namespace heliograph::editors
