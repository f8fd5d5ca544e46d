// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include <unistd.h>
#include <QJsonDocument>

namespace heliograph::cli {

Console::Console() {
  (void)m_in.open(stdin, QIODevice::ReadOnly);
  (void)m_out.open(stdout, QIODevice::WriteOnly);
  (void)m_err.open(stderr, QIODevice::WriteOnly);
}

void Console::answer(const QJsonObject& json, const QString& words) {
  if (m_json) {
    item(json);
  } else {
    line(words);
  }
}

void Console::item(const QJsonObject& json) {
  if (!m_json) return;
  raw(QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n');
}

void Console::table(const QList<QStringList>& rows) {
  QList<qsizetype> widths;
  for (const QStringList& row : rows) {
    for (qsizetype column = 0; column < row.size(); ++column) {
      if (column == widths.size()) widths << 0;
      widths[column] = std::max(widths[column], row[column].size());
    }
  }
  for (const QStringList& row : rows) {
    QString text;
    for (qsizetype column = 0; column < row.size(); ++column) {
      text += column + 1 == row.size() ? row[column] : row[column].leftJustified(widths[column] + 2);
    }
    line(text.trimmed());
  }
}

void Console::line(const QString& text) {
  raw(text.toUtf8() + '\n');
}

void Console::raw(const QByteArray& text) {
  const bool written = m_out.write(text) == text.size() && m_out.flush();
  m_lostOutput = m_lostOutput || !written;
}

void Console::flush() {
  m_lostOutput = !m_out.flush() || m_lostOutput;
}

void Console::note(const QString& text) {
  m_err.write(text.toUtf8() + '\n');
  m_err.flush();
}

void Console::error(const QString& message) {
  note(QStringLiteral("heliograph: ") + message);
}

Result<QByteArray> Console::readInput() {
  const QByteArray all = m_in.readAll();
  if (m_in.error() != QFileDevice::NoError) {
    return fail(ErrorCode::Io, QStringLiteral("Standard input can't be read: %1.").arg(m_in.errorString()));
  }
  return all;
}

QString Console::ask(const QString& question) {
  m_err.write(question.toUtf8());
  m_err.flush();
  return QString::fromUtf8(m_in.readLine()).trimmed();
}

bool Console::hasTerminal() {
  return isatty(STDIN_FILENO) == 1;
}

Result<QByteArray> readFileOrInput(Console& console, const QString& path) {
  if (path == u"-") return console.readInput();
  QFile file(path);
  if (!file.exists()) {
    return fail(ErrorCode::NotFound, QStringLiteral("There is no file %1. Check the path.").arg(path));
  }
  if (!file.open(QIODevice::ReadOnly)) {
    return fail(ErrorCode::Io, QStringLiteral("%1 can't be read: %2.").arg(path, file.errorString()));
  }
  const QByteArray all = file.readAll();
  if (file.error() != QFileDevice::NoError) {
    return fail(ErrorCode::Io, QStringLiteral("%1 can't be read: %2.").arg(path, file.errorString()));
  }
  return all;
}

}  // namespace heliograph::cli
