// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusVariant>
#include <QObject>

class QDBusPendingCallWatcher;

namespace heliograph::ui {

/// What the desktop asks of programs, by the settings portal (org.freedesktop.portal.Settings): light or dark, and less
/// motion. Asked once without waiting and listened to afterwards; without a session bus the palette decides.
class SystemAppearance final : public QObject {
  Q_OBJECT
 public:
  explicit SystemAppearance(bool paletteIsDark, QObject* parent = nullptr);

  [[nodiscard]] bool isDark() const { return m_dark; }
  [[nodiscard]] bool wantsLessMotion() const { return m_lessMotion; }

 Q_SIGNALS:
  void changed();

 private Q_SLOTS:
  void takeSetting(const QString& group, const QString& key, const QDBusVariant& value);

 private:
  void ask(const QString& group, const QString& key);

  bool m_dark;
  bool m_lessMotion = false;
};

}  // namespace heliograph::ui
