// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/person_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace heliograph::ui {

namespace {

struct PersonWords {
  Q_DECLARE_TR_FUNCTIONS(heliograph::ui)
};

QString sourceWords(const QString& source, const QString& reason) {
  if (source == QLatin1String("provider")) {
    return reason.isEmpty() ? PersonWords::tr("said by the provider")
                            : PersonWords::tr("said by the provider (%1)").arg(reason);
  }
  if (source == QLatin1String("reply")) return PersonWords::tr("by answering a text");
  if (source == QLatin1String("import")) return PersonWords::tr("from an imported file");
  if (source == QLatin1String("person")) return PersonWords::tr("entered by hand");
  return source;
}

}  // namespace

QString personValueWords(const QVariant& value) {
  switch (value.typeId()) {
    case QMetaType::QDateTime:
      return momentWords(value.toDateTime());
    case QMetaType::Bool:
      return value.toBool() ? PersonWords::tr("yes") : PersonWords::tr("no");
    case QMetaType::Double:
      return QLocale().toString(value.toDouble(), 'g', 12);
    case QMetaType::LongLong:
    case QMetaType::Int:
      return QLocale().toString(value.toLongLong());
    case QMetaType::QVariantList: {
      QStringList words;
      for (const QVariant& item : value.toList()) words << personValueWords(item);
      return words.join(QStringLiteral(", "));
    }
    case QMetaType::QStringList:
      return value.toStringList().join(QStringLiteral(", "));
    default:
      return value.toString();
  }
}

QString momentWords(const QDateTime& at) {
  return at.isValid() ? QLocale().toString(at.toLocalTime(), QStringLiteral("d MMM yyyy, HH:mm")) : QString();
}

QString channelWords(const QString& channel) {
  if (channel == QLatin1String("sms")) return PersonWords::tr("Text messages");
  if (channel == QLatin1String("push")) return PersonWords::tr("Push");
  if (channel == QLatin1String("email")) return PersonWords::tr("E-mail");
  if (channel == QLatin1String("whatsapp")) return PersonWords::tr("WhatsApp");
  return channel;
}

QString consentWords(const audience::Consent& consent) {
  const QString when = momentWords(consent.at);
  const QString what =
      consent.given ? PersonWords::tr("Agreed on %1").arg(when) : PersonWords::tr("Took it back on %1").arg(when);
  return consent.source.isEmpty() ? what : PersonWords::tr("%1, %2").arg(what, sourceWords(consent.source, QString()));
}

QString optOutWords(const audience::OptOut& optOut) {
  return PersonWords::tr("Opted out on %1, %2").arg(momentWords(optOut.at), sourceWords(optOut.source, optOut.reason));
}

QString deviceName(const audience::Device& device) {
  QStringList words{device.make, device.model};
  words.removeAll(QString());
  const QString name = words.join(u' ');
  return name.isEmpty() ? (device.platform.isEmpty() ? PersonWords::tr("A device") : device.platform) : name;
}

QString deviceWords(const audience::Device& device) {
  QStringList words;
  QStringList system{device.platform, device.osVersion};
  system.removeAll(QString());
  if (!system.isEmpty()) words << system.join(u' ');
  if (!device.appVersion.isEmpty()) words << PersonWords::tr("app %1").arg(device.appVersion);
  if (!device.sdkVersion.isEmpty()) words << PersonWords::tr("SDK %1").arg(device.sdkVersion);
  words << (device.pushToken.isEmpty() ? PersonWords::tr("no push") : PersonWords::tr("can be pushed to"));
  if (device.updatedAt.isValid()) words << PersonWords::tr("seen %1").arg(momentWords(device.updatedAt));
  return words.join(QStringLiteral(" · "));
}

}  // namespace heliograph::ui
