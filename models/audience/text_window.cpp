// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audience/text_window.h"

#include "audience/csv_dialect.h"
#include "audience/windows_1252.h"

namespace heliograph::audience {

Result<> TextWindow::open(const QString& path) {
  static constexpr qint64 longestMark = 4;
  m_file.setFileName(path);
  if (!m_file.exists()) return fail(ErrorCode::NotFound, QStringLiteral("There is no file “%1”.").arg(path));
  if (!m_file.open(QIODevice::ReadOnly)) {
    return fail(ErrorCode::Io, QStringLiteral("“%1” can't be read. Check that you may read it.").arg(path),
                m_file.errorString());
  }
  m_bytesTotal = m_file.size();
  const QByteArray beginning = m_file.peek(longestMark);
  int mark = 0;
  m_encoding = csvEncoding({beginning.constData(), static_cast<std::size_t>(beginning.size())}, mark);
  m_hasMark = mark > 0;
  m_file.skip(mark);
  m_decoder = QStringDecoder(m_encoding);
  return {};
}

void TextWindow::takeEncoding(const QString& wanted) {
  static const QList<QPair<QString, QStringConverter::Encoding>> known{
      {QStringLiteral("UTF-8"), QStringConverter::Utf8},
      {QStringLiteral("UTF-16 LE"), QStringConverter::Utf16LE},
      {QStringLiteral("UTF-16 BE"), QStringConverter::Utf16BE}};
  for (const auto& [name, value] : known) {
    if (name != wanted) continue;
    m_encoding = value;
    m_decoder = QStringDecoder(value);
    return;
  }
  m_guessed = wanted.isEmpty() && looksLikeWindows1252(m_file);
  m_windows1252 = m_guessed || wanted == QLatin1String("Windows-1252");
  m_file.seek(0);
}

Result<> TextWindow::refill() {
  static constexpr qint64 piece = qint64{1} << 20;
  buffer.erase(0, position);
  position = 0;
  const QByteArray bytes = m_file.read(piece);
  if (bytes.isEmpty() && m_file.error() != QFileDevice::NoError) {
    return fail(ErrorCode::Io,
                QStringLiteral("Reading “%1” failed. Check the disk, then try again.").arg(m_file.fileName()),
                m_file.errorString());
  }
  atEnd = bytes.isEmpty();
  if (m_windows1252) {
    appendWindows1252(buffer, {bytes.constData(), static_cast<std::size_t>(bytes.size())});
  } else if (m_encoding == QStringConverter::Utf8) {
    buffer.append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
  } else {
    const QString text = m_decoder.decode(bytes);
    buffer += text.toStdString();
  }
  return {};
}

QString TextWindow::encodingName() const {
  if (m_windows1252) return QStringLiteral("Windows-1252");
  switch (m_encoding) {
    case QStringConverter::Utf16LE:
      return QStringLiteral("UTF-16 LE");
    case QStringConverter::Utf16BE:
      return QStringLiteral("UTF-16 BE");
    default:
      return QStringLiteral("UTF-8");
  }
}

}  // namespace heliograph::audience
