// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <array>
#include <optional>
#include <vector>

#include "audience/live/live_segment.h"
#include "schedule/zone_names.h"
#include "ui/services.h"
#include "ui/who/rules/rule_supply.h"

class QVBoxLayout;

namespace heliograph::ui {

class Fold;
class Label;
class LiveSentence;
class RuleFacts;
class RuleList;
class SegmentedChoice;

/// People as they act: the kind, its sentence, and folded below it a filter on past behaviour. Half a condition stays
/// on the screen and isn't told.
class LiveEditor final : public QWidget {
  Q_OBJECT
 public:
  explicit LiveEditor(Services& services, QWidget* parent = nullptr);

  /// Shows a live segment without a signal.
  void load(const audience::LiveSegment& live);
  /// Looks again for what people do.
  void refresh();
  void focusFirst();

 Q_SIGNALS:
  /// The person changed it; `choice` when by one choice rather than in passing.
  void edited(const heliograph::audience::LiveSegment& live, bool choice);

 private:
  using Trigger = decltype(audience::LiveSegment::trigger);

  void makeFilter();
  void showSentence();
  void showKinds();
  void showWords();
  void changeKind(int kind);
  [[nodiscard]] Trigger triggerOf(int kind) const;
  void takeSentence();
  void takeFilter();
  void readZones();

  Services& m_services;
  RuleSupply m_supply;
  audience::LiveSegment m_live;
  std::array<std::optional<Trigger>, 3> m_kept;  ///< by kind: what was written before another one was chosen
  std::vector<schedule::ZoneName> m_zones;
  bool m_read = false;   ///< what people do is known
  bool m_focus = false;  ///< the sentence gets the focus once it is there
  SegmentedChoice* m_kind;
  QVBoxLayout* m_holder;
  LiveSentence* m_sentence = nullptr;
  Label* m_words;
  Fold* m_fold;
  RuleList* m_rules;
  RuleFacts* m_facts;
};

}  // namespace heliograph::ui
