// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

namespace heliograph::app {

/// For `heliograph bench start`: says on standard output when a window can be used, that is, when it has been painted
/// and its first list has rows; then closes it, unless it is to stay open.
class StartReport final : public QObject {
  Q_OBJECT

 public:
  /// Does nothing unless HELIOGRAPH_REPORT_START is set ("stay": the window stays open).
  static void install(QWidget& window);

 private:
  explicit StartReport(QWidget& window);

  bool eventFilter(QObject* watched, QEvent* event) override;
  void look();

  QWidget& m_window;
  QTimer m_timer;
  bool m_painted = false;
};

}  // namespace heliograph::app
