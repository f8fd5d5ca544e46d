// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace heliograph::ui {

/// A quiet line of text that acts, as wide as there is room: it ends in … where it does not fit, and shows the whole
/// in its tooltip then. For fixed pieces of a message that open what they are set with.
class LineButton final : public QAbstractButton {
  Q_OBJECT
 public:
  explicit LineButton(QWidget* parent = nullptr);

  /// What stands behind the text, fainter: "in a person's first text".
  void setNote(const QString& note);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;

 private:
  [[nodiscard]] QString words() const;

  QString m_note;
};

}  // namespace heliograph::ui
