// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <utility>
#include <vector>

#include "core/result.h"

namespace heliograph::providers {

/// What a `curl` command line asks for, as far as it concerns one request.
struct CurlCommand {
  QString method;  ///< "GET", "POST" …
  QString url;     ///< as written
  std::vector<std::pair<QString, QString>> headers;
  QString user;      ///< of -u
  QString password;  ///< of -u
  QString data;      ///< the body, or with -G what is added to the query; joined as curl does
  bool dataInQuery = false;
  std::vector<std::pair<QString, QString>> form;  ///< of -F
  QStringList notes;                              ///< what was passed over, each a sentence for the person

  [[nodiscard]] QString header(const QString& name) const;
};

/// The words of a command line as a POSIX shell makes them: quotes, backslashes, $'…' and lines that go on; nothing is
/// expanded. Ends at the first pipe, semicolon or redirection. Error: InvalidInput for a quote that isn't closed.
[[nodiscard]] Result<QStringList> shellWords(const QString& text);

/// Reads a command that was pasted. Files are never read and variables never looked up. Errors: InvalidInput for what
/// is no curl command or has no address, Unsupported for one that sends a file.
[[nodiscard]] Result<CurlCommand> parseCurl(const QString& text);

}  // namespace heliograph::providers
