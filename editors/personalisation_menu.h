// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>
#include <QWidget>
#include <vector>

#include "editors/editor_theme.h"
#include "editors/property_choice.h"

class QLabel;

namespace heliograph::editors {

class PropertyChoiceDelegate;
class PropertyChoiceFilter;
class PropertyChoiceModel;

/// The list of properties that `@` opens: by heading, with a sample and the share of people who have a value. It never
/// takes the focus; whoever opens it hands it the keys. Filters in the middle of names, regardless of case and marks.
class PersonalisationMenu final : public QWidget {
  Q_OBJECT
 public:
  explicit PersonalisationMenu(QWidget* parent);

  void setTheme(const EditorTheme& theme);
  /// What can be chosen. Until it is said, the menu tells that it is being read, and chooses what Enter asked for as
  /// soon as it is there. An open menu keeps its filter and its marked row.
  void setChoices(std::vector<PropertyChoice> choices);
  /// What can be chosen isn't known any more.
  void awaitChoices();
  /// Opens inside `window`, under (or above, where there is no room) `anchor`, in global coordinates. The window owns
  /// the menu from then on.
  void openAt(const QRect& anchor, QWidget* window);
  /// Narrows the list; true if something is left, or may be once it is known what there is.
  bool setFilter(const QString& text);
  /// Rows that are left.
  [[nodiscard]] int count() const;
  /// What stands under the list while the marked row has no note of its own.
  void setHint(const QString& text);
  /// Moves the mark by rows, around the ends.
  void moveCurrent(int rows);
  /// Chooses the marked row, or will when it is known what there is; false if there is none.
  bool chooseCurrent();

 Q_SIGNALS:
  void chosen(const heliograph::editors::PropertyChoice& choice);
  void closed();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  void fitToRows();
  void mark(const PropertyChoice& choice);
  void showNote();

  EditorTheme m_theme;
  QRect m_anchor;
  PropertyChoiceModel* m_model;
  PropertyChoiceFilter* m_filter;
  QListView* m_list;
  PropertyChoiceDelegate* m_delegate;
  QLabel* m_empty;
  QLabel* m_hint;
  QString m_hintText;
  bool m_known = false;    ///< what there is to choose
  bool m_chooses = false;  ///< as soon as that is known
};

}  // namespace heliograph::editors
