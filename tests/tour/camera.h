// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QSize>
#include <QString>
#include <functional>

class QWidget;

namespace heliograph::tour {

/// Takes pictures of widgets as they are shown, under names that sort by page, size and appearance.
class Camera final {
 public:
  explicit Camera(const QString& folder);

  /// Stands in every following name: "1280-light".
  void setSetting(const QString& setting) { m_setting = setting; }
  /// Writes FOLDER/name-setting.png. A file that can't be written ends the tour.
  void shoot(QWidget& widget, const QString& name) const;
  [[nodiscard]] int count() const { return m_count; }

 private:
  QDir m_folder;
  QString m_setting;
  mutable int m_count = 0;
};

/// Lets the window work until `done` says so; ends the tour with `what` when it never does.
void waitUntil(const std::function<bool()>& done, const char* what);
/// Lets what is under way settle: counts, previews, paints.
void settle(int milliseconds = 250);

}  // namespace heliograph::tour
