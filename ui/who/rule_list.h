// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QPointer>
#include <QWidget>
#include <functional>
#include <vector>

#include "audience/segment_edit.h"
#include "ui/who/rules/rule_supply.h"

class QHBoxLayout;
class QMenu;
class QVBoxLayout;

namespace heliograph::ui {

class Button;
class CommandPalette;
class RuleRow;

/// A tree of rules, each a sentence, with AND or OR between them and groups as cards of their own. Rules that lack
/// their values stay here and are left out of segment().
class RuleList final : public QWidget {
  Q_OBJECT
 public:
  /// A rule stands in so many groups at most, the outermost counted.
  static constexpr std::size_t deepestRule = 3;

  explicit RuleList(RuleSupply& supply, QWidget* parent = nullptr);
  ~RuleList() override;

  /// Shows a segment's rules; those being written stay while the rest of the tree says the same.
  void setSegment(const audience::Segment& segment);
  /// The rules that are complete, those that are switched off among them.
  [[nodiscard]] audience::Segment segment() const;
  /// False while a rule in force lacks its value.
  [[nodiscard]] bool isComplete() const;
  [[nodiscard]] const std::vector<RuleRow*>& rows() const { return m_rows; }
  /// Whether all rules of the outermost group must hold.
  [[nodiscard]] audience::SegmentGroup::Join join() const { return m_root.join; }
  void setJoin(audience::SegmentGroup::Join join);
  /// Adds a rule at the end and leads to where it is gone on with.
  void addRule(const audience::SegmentPart& rule);
  void focusFirst();
  /// Puts a control at the end of the line below the rules.
  void addControl(QWidget* control);
  /// The names came or changed: shows all rules anew.
  void refresh();

 Q_SIGNALS:
  /// The person changed the rules.
  void edited();
  /// Other rules are on the screen.
  void shown();

 protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dragMoveEvent(QDragMoveEvent* event) override;
  void dragLeaveEvent(QDragLeaveEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  using Change = std::function<audience::PartPath(audience::SegmentGroup&, const audience::PartPath&)>;
  using Take = std::function<void(const audience::SegmentPart&)>;

  void rebuild();
  void linkTabs();
  void fillGroup(const audience::SegmentGroup& group, const audience::PartPath& path, bool idle, QVBoxLayout& column);
  void addJoint(const audience::SegmentGroup& group, const audience::PartPath& path, QVBoxLayout& column);
  QWidget* makeGroup(const audience::SegmentPart& part, const audience::PartPath& path, bool idle);
  QWidget* makeGroupMenu(const audience::SegmentPart& part, const audience::PartPath& path);
  RuleRow* makeRow(const audience::SegmentPart& part, const audience::PartPath& path, bool idle);
  void fillMenu(QWidget& owner, QMenu& menu, const audience::PartPath& path, bool group);
  void choose(QWidget* anchor, const Take& take);
  void change(const Change& what, const audience::PartPath& path);
  void toggleJoin(const audience::PartPath& group);
  void append(const audience::PartPath& group, audience::SegmentPart part);
  void focusRow(const audience::PartPath& path, bool open = false);
  [[nodiscard]] const RuleRow* rowAt(const audience::PartPath& path) const;
  [[nodiscard]] audience::SegmentGroup completeOf(const audience::SegmentGroup& group,
                                                  const audience::PartPath& path) const;
  [[nodiscard]] audience::PartPath targetAt(const QPoint& at, const audience::PartPath& dragged, int& line) const;

  RuleSupply& m_supply;
  audience::SegmentGroup m_root;
  QVBoxLayout* m_holder;
  QHBoxLayout* m_foot;
  QWidget* m_tree = nullptr;
  QWidget* m_dropLine;
  Button* m_add;
  QPointer<CommandPalette> m_choices;  ///< made when it is first needed, a part of the window
  Take m_take;                         ///< what becomes of what is chosen there
  std::vector<RuleRow*> m_rows;
  std::vector<std::pair<QWidget*, audience::PartPath>> m_groups;
};

}  // namespace heliograph::ui
