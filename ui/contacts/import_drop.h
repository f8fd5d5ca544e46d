// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMimeData;
class QWidget;

namespace heliograph::ui {

/// Makes a widget take a file or a text that is dropped on it.
class ImportDrop final : public QObject {
  Q_OBJECT
 public:
  explicit ImportDrop(QWidget* target);

  [[nodiscard]] bool eventFilter(QObject* watched, QEvent* event) override;

 Q_SIGNALS:
  void fileDropped(const QString& file);

 private:
  [[nodiscard]] static QString fileOf(const QMimeData* data);
};

}  // namespace heliograph::ui
