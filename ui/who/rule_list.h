// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QWidget>
#include <functional>
#include <vector>

#include "audience/segment_edit.h"
#include "items/property_list_model.h"

class QHBoxLayout;
class QVBoxLayout;

namespace heliograph::ui {

class Button;
class RuleRow;

/// A tree of rules, each a sentence, with AND or OR between them and groups as cards of their own. Rules that lack
/// their values stay here and are left out of segment().
class RuleList final : public QWidget {
  Q_OBJECT
 public:
  explicit RuleList(items::PropertyListModel& properties, QWidget* parent = nullptr);

  /// Shows a segment's rules; those being written stay while the rest of the tree says the same.
  void setSegment(const audience::Segment& segment);
  /// The rules that are complete.
  [[nodiscard]] audience::Segment segment() const;
  /// False while a rule lacks its value.
  [[nodiscard]] bool isComplete() const;
  [[nodiscard]] const std::vector<RuleRow*>& rows() const { return m_rows; }
  /// Whether all rules of the outermost group must hold.
  [[nodiscard]] audience::SegmentGroup::Join join() const { return m_root.join; }
  void setJoin(audience::SegmentGroup::Join join);
  void addRule();
  void addGroup();
  void focusFirst();
  /// Puts a control at the end of the line below the rules.
  void addControl(QWidget* control);
  /// The properties came or changed: shows all rules anew.
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

  void rebuild();
  void fillGroup(const audience::SegmentGroup& group, const audience::PartPath& path, QVBoxLayout& column);
  QWidget* makeGroup(const audience::SegmentGroup& group, const audience::PartPath& path);
  RuleRow* makeRow(const audience::SegmentRule& rule, const audience::PartPath& path);
  void fillMenu(RuleRow& row);
  void addMove(RuleRow& row, const QString& text, const QString& name, const QKeySequence& key, const Change& change);
  void change(const Change& what, const audience::PartPath& path);
  void toggleJoin(const audience::PartPath& group);
  void append(const audience::PartPath& group, audience::SegmentPart part);
  void focusRow(const audience::PartPath& path);
  [[nodiscard]] audience::SegmentRule newRule() const;
  [[nodiscard]] audience::SegmentGroup completeOf(const audience::SegmentGroup& group) const;
  [[nodiscard]] audience::PropertyType typeOf(const QString& property) const;
  [[nodiscard]] audience::PartPath targetAt(const QPoint& at, int& line) const;

  items::PropertyListModel& m_properties;
  audience::SegmentGroup m_root;
  QVBoxLayout* m_holder;
  QHBoxLayout* m_foot;
  QWidget* m_tree = nullptr;
  QWidget* m_dropLine;
  Button* m_add;
  std::vector<RuleRow*> m_rows;
};

}  // namespace heliograph::ui
