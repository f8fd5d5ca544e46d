// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QStringList>

/// The npm packages that `./test --contract` installed, as programs. Waits are long: they end a test that can't succeed
/// and decide nothing.
namespace heliograph::test {

/// Where the packages are; empty when nobody installed them, and what needs them is skipped then.
[[nodiscard]] QString peersFolder();

/// Runs `node SCRIPT ARGUMENTS…` among the packages; gives the line of JSON it prints. Ends the test program when the
/// script fails.
[[nodiscard]] QJsonObject runPeer(const QString& script, const QStringList& arguments);

/// Prism between a client and a server: a request or an answer that breaks the OpenAPI description gets no further.
class PrismProxy final {
 public:
  PrismProxy() = default;
  ~PrismProxy();
  Q_DISABLE_COPY_MOVE(PrismProxy)

  /// Starts and waits until it takes connections.
  [[nodiscard]] bool start(const QString& description, const QString& upstream);
  [[nodiscard]] QString url() const { return m_url; }
  /// What it printed so far; says what it found wrong.
  [[nodiscard]] QByteArray output();

 private:
  [[nodiscard]] bool startOn(quint16 port, const QString& description, const QString& upstream);

  QProcess m_process;
  QString m_url;
};

}  // namespace heliograph::test
