// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace heliograph::ui {

/// A figure of a report on a card of its own; a button that leads to the people behind it, and stays down while they
/// are shown.
class FigureCard final : public QAbstractButton {
  Q_OBJECT
 public:
  explicit FigureCard(const QString& label, QWidget* parent = nullptr);

  void setFigure(qint64 value, const QString& note);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  [[nodiscard]] QString figure() const;

  qint64 m_value = -1;
  QString m_note;
};

}  // namespace heliograph::ui
