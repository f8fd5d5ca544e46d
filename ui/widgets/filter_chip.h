// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace heliograph::ui {

/// A round outlined button that stays down: quick filters above a table, the phone's "Longest". Checkable; put several
/// into a QButtonGroup to make them exclusive.
class FilterChip final : public QAbstractButton {
  Q_OBJECT
 public:
  explicit FilterChip(const QString& text, QWidget* parent = nullptr);

  /// A figure after the text ("Drafts 5"); negative hides it.
  void setCount(qint64 count);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  [[nodiscard]] QString label() const;

  qint64 m_count = -1;
};

}  // namespace heliograph::ui
