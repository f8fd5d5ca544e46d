// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace heliograph::ui {

/// A line for the number of a place among so many. Enter goes there; Escape, or leaving the line, gives up.
class PlaceField final : public QLineEdit {
  Q_OBJECT
 public:
  explicit PlaceField(QWidget* parent = nullptr);

  /// Shows itself and takes the focus. `begun` are digits that were typed already.
  void ask(qint64 places, const QString& begun);

 Q_SIGNALS:
  /// From 1 to the number of places.
  void placeChosen(qint64 place);
  /// Somebody chose or gave up; it is hidden now. `byKey`: by a key here, so that nothing else has the focus yet.
  void done(bool byKey);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  void finish(bool byKey);

  qint64 m_places = 0;
};

}  // namespace heliograph::ui
