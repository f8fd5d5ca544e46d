// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "audience/segment.h"
#include "items/property_list_model.h"

class QVBoxLayout;

namespace heliograph::ui {

class Button;
class Label;
class RuleRow;
class SegmentedChoice;

/// Rules one under the other, joined by one word: all of them must hold, or any of them.
class RuleList final : public QWidget {
  Q_OBJECT
 public:
  explicit RuleList(items::PropertyListModel& properties, QWidget* parent = nullptr);

  /// Shows a segment's rules. One with groups inside is shown in words and stays as it is until a rule is added.
  void setSegment(const audience::Segment& segment);
  /// The rules that are complete.
  [[nodiscard]] audience::Segment segment() const;
  /// False while a rule lacks its value.
  [[nodiscard]] bool isComplete() const;
  void addRule();
  void focusFirst();

 Q_SIGNALS:
  /// The person changed the rules.
  void edited();

 private:
  RuleRow* appendRow();
  void removeRow(RuleRow* row);
  void clearRows();
  void joinWithWords();
  [[nodiscard]] audience::SegmentGroup::Join join() const;

  items::PropertyListModel& m_properties;
  SegmentedChoice* m_join;
  QVBoxLayout* m_column;
  Label* m_words;
  Button* m_add;
  std::vector<RuleRow*> m_rows;
  std::vector<Label*> m_joints;
};

}  // namespace heliograph::ui
