// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUndoStack>
#include <QWidget>
#include <deque>
#include <functional>
#include <optional>

#include "ui/providers/group_editor.h"
#include "ui/providers/group_list.h"

class QStackedWidget;

namespace heliograph::ui {

/// The provider groups: which providers, and in which order they are tried. Every change is stored at once and can be
/// undone.
class GroupsTab final : public QWidget {
  Q_OBJECT
 public:
  explicit GroupsTab(Services& services, QWidget* parent = nullptr);

  /// Reads groups and providers again.
  void refresh();
  /// Begins a new group.
  void add();
  /// Rehearses a failure of the group that is shown.
  void simulate();
  /// How many there are, without the archived ones.
  [[nodiscard]] qsizetype count() const;
  /// Whether a stored group is shown.
  [[nodiscard]] bool hasChosen() const { return m_chosen.isValid(); }
  [[nodiscard]] QUndoStack& undoStack() { return m_undo; }

 Q_SIGNALS:
  /// Other groups are there, or another one is shown.
  void changed();
  /// A test was sent: providers fare otherwise now.
  void tested();
  /// What is shown here was undone.
  void wanted();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  class GroupChange;

  void read(bool withCountries);
  void show(const GroupFacts& facts);
  void showChosen();
  void choose(GroupId group);
  [[nodiscard]] const providers::ProviderGroup* find(GroupId group) const;
  void take(const providers::ProviderGroup& group, GroupEditor::Change change);
  void create(const providers::ProviderGroup& group);
  void write(const providers::ProviderGroup& group);
  void writeNext();
  void act(GroupList::Act act, GroupId group);
  void run(std::function<Result<>(const providers::GroupRepository&)> what);
  void duplicate(GroupId group);
  void archive(GroupId group);
  void askToRemove(GroupId group);
  void simulate(GroupId group);
  void sendTest(ProviderId provider);
  void finish(const Result<>& done);

  Services& m_services;
  GroupFacts m_facts;
  GroupId m_chosen;
  bool m_isNew = false;                               ///< a group is being made that isn't stored yet
  std::optional<providers::ProviderGroup> m_created;  ///< as it is to become, while it is stored for the first time
  std::deque<providers::ProviderGroup> m_toWrite;
  bool m_isWriting = false;
  bool m_countriesAsked = false;
  quint64 m_asked = 0;
  QUndoStack m_undo;
  QStackedWidget* m_stack;
  GroupList* m_list;
  GroupEditor* m_editor;
};

}  // namespace heliograph::ui
