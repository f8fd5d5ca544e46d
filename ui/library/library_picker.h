// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <vector>

#include "library/text_repository.h"

class QLineEdit;
class QListWidget;

namespace heliograph::ui {

class Button;
class Label;

/// Chooses a snippet or a template by its name, with its text shown below. The focus stays in the search; the arrow
/// keys move in the list, Enter takes the row.
class LibraryPicker final : public QDialog {
  Q_OBJECT
 public:
  LibraryPicker(const QString& title, std::vector<library::LibraryText> texts, QWidget* parent = nullptr);

 Q_SIGNALS:
  void chosen(const QString& name, const QByteArray& text);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void narrow(const QString& typed);
  void preview();
  void take();

  std::vector<library::LibraryText> m_texts;
  QLineEdit* m_search;
  QListWidget* m_list;
  Label* m_text;
  Button* m_take;
};

}  // namespace heliograph::ui
