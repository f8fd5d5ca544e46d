// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>
#include <vector>

#include "ui/palette/palette_entry.h"

class QListView;

namespace heliograph::ui {

class Label;
class PaletteModel;
class SearchField;

/// What a palette is for.
struct PaletteTexts {
  QString name;     ///< object name
  QString title;    ///< for who can't see it
  QString prompt;   ///< in the empty field
  QString nothing;  ///< when nothing is found
};

/// Finds any of its entries by a few letters: actions, campaigns and segments, or what a rule may speak of. A part of
/// the window, over its pages: Up and Down choose, Enter goes there, Esc or a click beside it closes it and gives the
/// focus back.
class CommandPalette final : public QWidget {
  Q_OBJECT
 public:
  CommandPalette(QWidget* window, const PaletteTexts& words);

  /// Opens it empty over these; more may follow by addEntries(). Stands at `anchor`, or at the top of the window.
  void open(std::vector<PaletteEntry> entries, QWidget* anchor = nullptr);
  /// Offers others instead, with what was typed.
  void setEntries(std::vector<PaletteEntry> entries);
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
  QPointer<QWidget> m_anchor;
  QWidget* m_focusBefore = nullptr;
};

}  // namespace heliograph::ui
