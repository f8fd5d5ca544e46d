// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "ui/palette/palette_entry.h"

class QListView;

namespace heliograph::ui {

class Label;
class PaletteModel;
class SearchField;

/// Finds any action, campaign or segment by a few letters. A part of the window, over its pages: Up and Down choose,
/// Enter goes there, Esc or a click beside it closes it and gives the focus back.
class CommandPalette final : public QWidget {
  Q_OBJECT
 public:
  explicit CommandPalette(QWidget* window);

  /// Opens it empty over these; more may follow by addEntries().
  void open(std::vector<PaletteEntry> entries);
  /// Adds what was read meanwhile, if it is still open.
  void addEntries(std::vector<PaletteEntry> entries);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  [[nodiscard]] QRect panel() const;
  void place();
  void showFound();
  void moveCurrent(int rows);
  void runCurrent();
  void close();
  bool takeKey(int key);

  PaletteModel* m_model;
  SearchField* m_field;
  QListView* m_list;
  Label* m_empty;
  QWidget* m_focusBefore = nullptr;
};

}  // namespace heliograph::ui
