// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "providers/sandbox/sandbox_record.h"

namespace heliograph::providers {
namespace {

const QByteArray kToField = "\"to\":\"";
const QByteArray kBodyField = "\"body\":\"";

/// Where the text of a field ends: at the first quote that isn't escaped.
qsizetype endOfText(const QByteArray& line, qsizetype from) {
  for (qsizetype at = from; at < line.size(); ++at) {
    if (line[at] == '\\') {
      ++at;
    } else if (line[at] == '"') {
      return at;
    }
  }
  return line.size();
}

/// Overwrites the field's text with signs that leave the line as long as it was.
void blotOut(QByteArray& line, const QByteArray& field, char sign) {
  const qsizetype at = line.indexOf(field);
  if (at < 0) return;
  const qsizetype from = at + field.size();
  const qsizetype length = endOfText(line, from) - from;
  line.replace(from, length, QByteArray(length, sign));
}

}  // namespace

Result<> SandboxRecord::forget(const QString& path, const QStringList& numbers) {
  QFile file(path);
  if (!file.exists()) return {};
  const auto unwritten = [&file] {
    return fail(ErrorCode::Io,
                QStringLiteral("The sandbox's record %1 can't be changed; it still holds messages to somebody who was "
                               "deleted. Delete the file by hand.")
                    .arg(file.fileName()),
                file.errorString());
  };
  if (!file.open(QIODevice::ReadWrite)) return unwritten();
  QList<QByteArray> fields;
  for (const QString& number : numbers) fields << kToField + number.toUtf8() + '"';
  while (!file.atEnd()) {
    const qint64 offset = file.pos();
    QByteArray line = file.readLine();
    const bool isTheirs =
        std::any_of(fields.begin(), fields.end(), [&line](const QByteArray& field) { return line.contains(field); });
    if (!isTheirs || !line.endsWith('\n')) continue;
    const qint64 next = file.pos();
    blotOut(line, kToField, 'x');
    blotOut(line, kBodyField, ' ');
    if (!file.seek(offset) || file.write(line) != line.size() || !file.seek(next)) return unwritten();
  }
  if (!file.flush()) return unwritten();
  return {};
}

}  // namespace heliograph::providers
