// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/keyring_bus.h"

#include <QtGlobal>

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QFile>

namespace heliograph::net {

bool hasKeyringBus() {
  return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
         QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

bool isKeyringLocked() {
  auto question = QDBusMessage::createMethodCall(
      QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets/aliases/default"),
      QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
  question.setArguments({QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Locked")});
  const QDBusMessage answer = QDBusConnection::sessionBus().call(question, QDBus::Block, 1000);
  return answer.type() == QDBusMessage::ReplyMessage && !answer.arguments().isEmpty() &&
         answer.arguments().constFirst().value<QDBusVariant>().variant().toBool();
}

}  // namespace heliograph::net

#else

namespace heliograph::net {

bool hasKeyringBus() {
  return true;
}

bool isKeyringLocked() {
  return false;
}

}  // namespace heliograph::net

#endif
