// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/last_place.h"

#include <QCryptographicHash>
#include <QSettings>

#include "storage/database.h"
#include "ui/composer/composer.h"
#include "ui/services.h"
#include "ui/window/page_host.h"

namespace heliograph::ui {

LastPlace::LastPlace(Services& services, QSettings& settings, PageHost& pages, QObject* parent)
    : QObject(parent),
      m_settings(settings),
      m_pages(pages),
      // A path can't be the name of a group.
      m_group(QString::fromLatin1(
          QCryptographicHash::hash(services.database.path().toUtf8(), QCryptographicHash::Sha1).toHex().left(16))) {
  connect(&m_pages, &PageHost::pageChanged, this, &LastPlace::follow);
}

QString LastPlace::key(const QString& name) const {
  return QStringLiteral("place/%1/%2").arg(m_group, name);
}

void LastPlace::open() {
  const CampaignId id{m_settings.value(key(QStringLiteral("draft"))).toLongLong()};
  if (id.isValid()) m_pages.openDraftAt(id, m_settings.value(key(QStringLiteral("step"))).toInt());
}

void LastPlace::follow() {
  if (Composer* composer = m_pages.composer()) {
    connect(composer, &Composer::stepChanged, this, &LastPlace::note, Qt::UniqueConnection);
  }
  note();
}

void LastPlace::note() {
  Composer* composer = m_pages.composer();
  if (!composer) return m_settings.remove(QStringLiteral("place/") + m_group);
  m_settings.setValue(key(QStringLiteral("draft")), composer->document().campaign().id.value);
  m_settings.setValue(key(QStringLiteral("step")), composer->currentStep());
}

}  // namespace heliograph::ui
