// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QStringDecoder>
#include <string>

#include "core/result.h"

namespace heliograph::audience {

/// The part of a file that is being read, as UTF-8 whatever the file is in. It moves through the file piece by piece,
/// so that a file of any size takes the memory of its longest record.
class TextWindow {
 public:
  /// Opens a file and tells its encoding by its mark; UTF-8 without one. Nothing is read yet. Errors: NotFound, Io.
  [[nodiscard]] Result<> open(const QString& path);
  /// Of a file without a mark: takes the encoding that is wanted, else Windows-1252 if the bytes look like it.
  void takeEncoding(const QString& wanted);

  /// Throws away what lies before the position and adds the next piece. Error: Io.
  [[nodiscard]] Result<> refill();

  [[nodiscard]] bool hasMark() const { return m_hasMark; }
  /// "UTF-8", "UTF-16 LE", "UTF-16 BE" or "Windows-1252".
  [[nodiscard]] QString encodingName() const;
  [[nodiscard]] bool isEncodingGuessed() const { return m_guessed; }
  [[nodiscard]] qint64 bytesRead() const { return m_file.pos(); }
  [[nodiscard]] qint64 bytesTotal() const { return m_bytesTotal; }

  std::string buffer;
  std::size_t position = 0;  ///< in the buffer; what lies before it has been dealt with
  bool atEnd = false;        ///< the file has no further piece

 private:
  QFile m_file;
  qint64 m_bytesTotal = 0;
  QStringConverter::Encoding m_encoding = QStringConverter::Utf8;
  QStringDecoder m_decoder;
  bool m_hasMark = false;
  bool m_windows1252 = false;
  bool m_guessed = false;
};

}  // namespace heliograph::audience
