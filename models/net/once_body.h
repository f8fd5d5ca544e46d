// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

namespace heliograph::net {

/// A request body that can be read once. QNetworkAccessManager sends a POST again by itself when the server closes the
/// connection without a whole answer; it can't with a body that refuses to be rewound.
class OnceBody final : public QIODevice {
  Q_OBJECT

 public:
  explicit OnceBody(QByteArray data, QObject* parent = nullptr);

  [[nodiscard]] bool isSequential() const override { return true; }
  [[nodiscard]] qint64 bytesAvailable() const override;
  [[nodiscard]] bool atEnd() const override { return bytesAvailable() == 0; }
  bool reset() override { return false; }

  /// How many bytes were taken out, on their way to the server.
  [[nodiscard]] qint64 taken() const { return m_taken; }

  /// From now on nothing more can be taken.
  void cut() { m_cut = true; }

 protected:
  qint64 readData(char* data, qint64 maxSize) override;
  qint64 writeData(const char* data, qint64 maxSize) override;

 private:
  QByteArray m_data;
  qint64 m_taken = 0;
  bool m_cut = false;
};

}  // namespace heliograph::net
