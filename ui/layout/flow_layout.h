// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <vector>

namespace heliograph::ui {

/// Things one after the other that go on in the next line where there is no more room, like words. Mirrored where the
/// language runs from the right.
class FlowLayout final : public QLayout {
  Q_OBJECT
 public:
  enum class Last { Fits, FillsItsLine };

  explicit FlowLayout(QWidget* parent = nullptr, Last last = Last::Fits);
  /// With so much room between things, for a widget to come.
  explicit FlowLayout(int spacing, QWidget* parent = nullptr);
  ~FlowLayout() override;

  void addItem(QLayoutItem* item) override;
  /// Puts a widget before the item of that number.
  void insertWidget(int number, QWidget* widget);
  [[nodiscard]] int count() const override;
  [[nodiscard]] QLayoutItem* itemAt(int number) const override;
  QLayoutItem* takeAt(int number) override;
  [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override { return arrange({0, 0, width, 0}, false); }
  void setGeometry(const QRect& rect) override;
  [[nodiscard]] QSize sizeHint() const override { return minimumSize(); }
  [[nodiscard]] QSize minimumSize() const override;

 private:
  int arrange(const QRect& rect, bool place) const;

  Last m_last;
  std::vector<QLayoutItem*> m_items;
};

}  // namespace heliograph::ui
