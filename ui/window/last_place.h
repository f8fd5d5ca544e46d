// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QSettings;

namespace heliograph::ui {

class PageHost;
struct Services;

/// Remembers which draft is open on which step, in each workspace, so that the next window opens where the last one
/// was, however that ended.
class LastPlace final : public QObject {
  Q_OBJECT
 public:
  LastPlace(Services& services, QSettings& settings, PageHost& pages, QObject* parent);

  /// Opens what was open last, if it is still a draft.
  void open();

 private:
  void follow();
  void note();
  [[nodiscard]] QString key(const QString& name) const;

  QSettings& m_settings;
  PageHost& m_pages;
  QString m_group;
};

}  // namespace heliograph::ui
