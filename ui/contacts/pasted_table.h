// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryDir>

#include "core/result.h"

namespace heliograph::ui {

/// A table from the clipboard, kept as a file as long as this lives.
class PastedTable final {
 public:
  /// The file's path; its delimiter is a tab if there is one in the text, as spreadsheets put it there. Errors:
  /// InvalidInput for a text without anything in it, Io.
  [[nodiscard]] Result<QString> write(const QString& text);

  /// Where the list of rows with problems goes, as the file itself goes away.
  [[nodiscard]] static QString rejectsFile();

 private:
  QTemporaryDir m_folder;
};

}  // namespace heliograph::ui
