// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include "core/result.h"

namespace heliograph::cli {

/// What a command says, and how: answers on standard output (words, or with --json one object a line), everything else
/// on standard error. Output is UTF-8.
class Console final {
 public:
  Console();
  Q_DISABLE_COPY_MOVE(Console)

  void setJson(bool json) { m_json = json; }
  [[nodiscard]] bool isJson() const { return m_json; }

  /// The answer: the object with --json, else the words.
  void answer(const QJsonObject& json, const QString& words);
  /// One object of a list, only with --json.
  void item(const QJsonObject& json);
  /// A table in words: the first row is the header.
  void table(const QList<QStringList>& rows);
  void line(const QString& text);
  /// Text as it is, without a line end.
  void raw(const QByteArray& text);
  void flush();
  /// Whether something that was said on standard output got lost: the disk is full.
  [[nodiscard]] bool lostOutput() const { return m_lostOutput; }

  /// Something a person should know that is no answer.
  void note(const QString& text);
  void error(const QString& message);

  /// All of standard input. Errors: Io.
  [[nodiscard]] Result<QByteArray> readInput();
  /// One line that a person types; empty at the end of input.
  [[nodiscard]] QString ask(const QString& question);
  /// Whether a person sits at standard input.
  [[nodiscard]] static bool hasTerminal();

  /// For writers that take a device.
  [[nodiscard]] QFile& output() { return m_out; }

 private:
  bool m_json = false;
  bool m_lostOutput = false;
  QFile m_in;
  QFile m_out;
  QFile m_err;
};

/// The content of a file, or of standard input for "-". Errors: NotFound, Io.
[[nodiscard]] Result<QByteArray> readFileOrInput(Console& console, const QString& path);

}  // namespace heliograph::cli
