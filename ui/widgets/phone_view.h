// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLayout;

namespace heliograph::ui {

class ElidedLabel;
class IconButton;
class Label;
class PhoneScreen;
class PlaceField;
class SearchField;

/// A phone that shows a text as one person will read it, with arrows to the next person and a search. A pure view: who
/// is shown and what they read is given from outside.
class PhoneView final : public QWidget {
  Q_OBJECT
 public:
  explicit PhoneView(QWidget* parent = nullptr);

  /// Who is shown: "118 of 41,203". `position` counts from 1; a total of 0 hides the line and disables the arrows.
  void setPerson(const QString& name, qint64 position, qint64 total);
  /// Instead of a person: a line such as "Preview · 41,203 people" or "Not a real person".
  void setPersonNote(const QString& name, const QString& note);
  /// Lets the arrows be used although it isn't known how many people there are.
  void setBrowsable(bool browsable);
  /// Where the person stands among so many, when one can go to any of them by number: by typing it on the arrows or a
  /// click on the line under the name. `total` 0: one can't.
  void setPlace(qint64 position, qint64 total);
  /// Gives the arrow to the next person the focus. Left and Right go on from there, Home and End to either end.
  void focusArrows();
  /// The sender at the top of the screen.
  void setSender(const QString& sender);
  /// The bubbles, first to last; usually one. Plain text; direction is told by the text itself.
  void setTexts(const QStringList& texts);
  void setText(const QString& text);
  /// The line under the bubble: "2 parts · Unicode · 116 of 134".
  void setMeasure(const QString& line);
  /// Instead of a bubble: why this person gets no text ("Skipped: the message is empty").
  void setNotice(const QString& text);
  /// The clock in the status bar ("18:00").
  void setClock(const QString& text);
  /// Hides the head with name and arrows.
  void setHeadVisible(bool visible);
  /// Offers to show each part as a bubble of its own; splitRequested() says when.
  void setSplittable(bool splittable);
  [[nodiscard]] bool isSplit() const;
  [[nodiscard]] QStringList texts() const;
  [[nodiscard]] QSize sizeHint() const override;

 Q_SIGNALS:
  void previousRequested();
  void nextRequested();
  void firstRequested();
  void lastRequested();
  /// To the person at this place, from 1.
  void positionRequested(qint64 position);
  /// The person types into the search field; an empty text ends the search.
  void searchRequested(const QString& text);
  /// The parts are to be shown as bubbles of their own, or as one text again.
  void splitRequested(bool split);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void setSearching(bool searching);
  [[nodiscard]] bool browse(const QKeyEvent& key);
  void askForPlace(const QString& begun);
  void setPositionWords(const QString& words);
  void copyText() const;
  void showAppearance();
  QLayout* makeTools();

  QWidget* m_head;
  QWidget* m_who;
  ElidedLabel* m_name;
  Label* m_position;
  PlaceField* m_place;
  qint64 m_places = 0;
  IconButton* m_previous;
  IconButton* m_next;
  IconButton* m_search;
  SearchField* m_field;
  PhoneScreen* m_screen;
  IconButton* m_copy;
  IconButton* m_split;
  IconButton* m_otherLight;
};

}  // namespace heliograph::ui
