// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include "ui/providers/member_facts.h"

class QButtonGroup;
class QVBoxLayout;

namespace heliograph::ui {

class LinkButton;

/// The provider groups, one card each, with what can be done with them; the archived ones are shown when asked for.
class GroupList final : public QScrollArea {
  Q_OBJECT
 public:
  enum class Act { Rename, Duplicate, MakeDefault, Simulate, Archive, BringBack, Remove };
  Q_ENUM(Act)

  explicit GroupList(QWidget* parent = nullptr);

  /// Shows them; `chosen` is checked, none if it isn't among them.
  void show(const GroupFacts& facts, GroupId chosen);

 Q_SIGNALS:
  void chosen(GroupId group);
  void acted(Act act, GroupId group);

 private:
  void addCard(const providers::ProviderGroup& group, const GroupFacts& facts, GroupId chosen);
  void showMenu(const providers::ProviderGroup& group, const QPoint& at);

  QVBoxLayout* m_rows;
  QButtonGroup* m_cards = nullptr;
  LinkButton* m_archived;
  bool m_withArchived = false;
};

}  // namespace heliograph::ui
