// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include "ui/providers/member_facts.h"

class QLineEdit;
class QVBoxLayout;

namespace heliograph::ui {

class Button;
class FailureCard;
class Label;
class LinkButton;

/// One provider group: its name, its providers in their order, and what that leads to. What a person changes is told,
/// not stored.
class GroupEditor final : public QScrollArea {
  Q_OBJECT
 public:
  enum class Change { Name, Order, Added, TakenOut };
  Q_ENUM(Change)

  explicit GroupEditor(QWidget* parent = nullptr);

  /// Shows a group; one without an id isn't stored yet. `now` is what "4 min ago" is counted from.
  void show(const providers::ProviderGroup& group, const GroupFacts& facts, const QDateTime& now);
  /// Lets the person type the name.
  void editName();
  /// A line below the providers; with `undoable` it can be taken back there.
  void say(const QString& text, bool isProblem, bool undoable = false);

 Q_SIGNALS:
  void changed(const providers::ProviderGroup& group, Change change);
  void testRequested(ProviderId provider);
  void undoRequested();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget* makePage();
  QLayout* makeHead();
  QLayout* makeNote();
  void showMembers(const QDateTime& now);
  void addRow(std::size_t place, const MemberFacts& facts, const QDateTime& now);
  void showReach();
  void offerProviders();
  void changeName();
  void moveTo(std::size_t place, std::ptrdiff_t target);
  [[nodiscard]] std::ptrdiff_t targetAt(std::size_t place, const QPoint& at) const;
  void markDrop(std::size_t place, const QPoint& at);
  void drop(std::size_t place, const QPoint& at);
  void takeOut(std::size_t place);
  void change(Change change);
  void focusMember(std::size_t place);
  [[nodiscard]] std::vector<ProviderId> others() const;

  providers::ProviderGroup m_group;
  GroupFacts m_facts;
  QDateTime m_now;
  QLineEdit* m_name;
  Label* m_count;
  Button* m_add;
  QVBoxLayout* m_members;
  QWidget* m_dropLine;
  Label* m_reach;
  Label* m_note;
  LinkButton* m_undo;
  FailureCard* m_failure;
};

}  // namespace heliograph::ui
