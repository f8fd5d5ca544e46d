// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace heliograph::test {

/// What one run of the program gave.
struct ProgramAnswer {
  int exitCode = -1;
  QByteArray out;
  QString errors;

  /// The first line of the output as an object.
  [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out.split('\n').first()).object(); }
  /// Every line of the output as an object.
  [[nodiscard]] QList<QJsonObject> lines() const {
    QList<QJsonObject> objects;
    for (const QByteArray& line : out.split('\n')) {
      if (!line.isEmpty()) objects << QJsonDocument::fromJson(line).object();
    }
    return objects;
  }
};

/// Runs the program on a workspace of its own in a temporary folder.
class Program final {
 public:
  /// Runs one command to its end, with this standard input.
  ProgramAnswer run(const QStringList& arguments, const QByteArray& input = {}) const {
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.setProcessEnvironment(environment());
    process.start(QStringLiteral(HELIOGRAPH_PROGRAM), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000)) qFatal("the program did not end");
    const int code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return {code, process.readAllStandardOutput(), QString::fromUtf8(process.readAllStandardError())};
  }
  /// The same with words split at spaces and --json.
  ProgramAnswer json(const QString& words, const QByteArray& input = {}) const {
    return run(words.split(u' ') << QStringLiteral("--json"), input);
  }

  /// Writes a file into the folder; gives its path.
  QString write(const QString& name, const QByteArray& content) const {
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) qFatal("no file for the test");
    return file.fileName();
  }
  [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
  [[nodiscard]] QString workspace() const { return path(QStringLiteral("test.heliograph")); }

  /// From now on it has this environment variable; an empty value takes it away.
  void set(const QString& variable, const QString& value) { m_variables.insert(variable, value); }
  [[nodiscard]] QProcessEnvironment environment() const {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(m_variables);
    environment.insert(QStringLiteral("HELIOGRAPH_WORKSPACE"), workspace());
    // Neither a display nor a keyring is there.
    for (const auto* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "DBUS_SESSION_BUS_ADDRESS"}) {
      environment.remove(QLatin1String(name));
    }
    return environment;
  }

 private:
  QTemporaryDir m_folder;
  QProcessEnvironment m_variables;
};

}  // namespace heliograph::test
