// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_certificate.h"

#include <QFile>

namespace heliograph::test {
namespace {

QByteArray contents(const char* name) {
  QFile file(QStringLiteral(HELIOGRAPH_TEST_DATA "/tls/") + QLatin1String(name));
  if (!file.open(QIODevice::ReadOnly)) {
    qFatal("can't read %s", qPrintable(file.fileName()));
  }
  return file.readAll();
}

}  // namespace

QSslCertificate testCertificate() {
  return QSslCertificate(contents("loopback.pem"));
}

QSslKey testKey() {
  return QSslKey(contents("loopback.key"), QSsl::Ec);
}

}  // namespace heliograph::test
