// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/system_appearance.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFile>

namespace heliograph::ui {
namespace {

const QString& service() {
  static const QString name = QStringLiteral("org.freedesktop.portal.Desktop");
  return name;
}
const QString& objectPath() {
  static const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
  return path;
}
const QString& interfaceName() {
  static const QString name = QStringLiteral("org.freedesktop.portal.Settings");
  return name;
}

// Asking for a bus that isn't there would start one with X11.
bool hasSessionBus() {
  if (qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")) return true;
  return QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

/// `Read` answers a variant within a variant.
QVariant unwrap(QVariant value) {
  while (value.userType() == qMetaTypeId<QDBusVariant>()) value = value.value<QDBusVariant>().variant();
  return value;
}

}  // namespace

SystemAppearance::SystemAppearance(bool paletteIsDark, QObject* parent) : QObject(parent), m_dark(paletteIsDark) {
  if (!hasSessionBus()) return;
  QDBusConnection::sessionBus().connect(service(), objectPath(), interfaceName(), QStringLiteral("SettingChanged"),
                                        this, SLOT(takeSetting(QString, QString, QDBusVariant)));
  ask(QStringLiteral("org.freedesktop.appearance"), QStringLiteral("color-scheme"));
  ask(QStringLiteral("org.gnome.desktop.interface"), QStringLiteral("enable-animations"));
}

void SystemAppearance::ask(const QString& group, const QString& key) {
  QDBusMessage question =
      QDBusMessage::createMethodCall(service(), objectPath(), interfaceName(), QStringLiteral("Read"));
  question << group << key;
  auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question), this);
  connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, group, key](QDBusPendingCallWatcher* call) {
    const QDBusPendingReply<QDBusVariant> reply = *call;
    if (reply.isValid()) takeSetting(group, key, reply.value());
    call->deleteLater();
  });
}

void SystemAppearance::takeSetting(const QString& group, const QString& key, const QDBusVariant& value) {
  const QVariant setting = unwrap(value.variant());
  const bool wasDark = m_dark;
  const bool wasStill = m_lessMotion;
  if (group == QStringLiteral("org.freedesktop.appearance") && key == QStringLiteral("color-scheme")) {
    // 0: no preference, 1: dark, 2: light
    if (setting.toUInt() != 0) m_dark = setting.toUInt() == 1;
  } else if (key == QStringLiteral("enable-animations")) {
    m_lessMotion = !setting.toBool();
  }
  if (m_dark != wasDark || m_lessMotion != wasStill) Q_EMIT changed();
}

}  // namespace heliograph::ui
