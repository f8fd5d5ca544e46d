// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "audience/reach.h"
#include "audience/segment.h"
#include "ui/services.h"

class QLineEdit;

namespace heliograph::ui {

class Button;
class Label;
class LinkButton;
class RuleFacts;
class RuleList;
class RuleSupply;

/// Rules made for one campaign, read back as a sentence, and saved as a segment when they are worth it.
class RulesTab final : public QWidget {
  Q_OBJECT
 public:
  explicit RulesTab(Services& services, QWidget* parent = nullptr);

  void setSegment(const audience::Segment& segment);
  [[nodiscard]] audience::Segment segment() const;
  /// Reads the properties anew; figures are counted again.
  void refresh();
  /// What the rules reach together: points out AND where OR was meant.
  void showReach(const audience::Reach& reach);
  void focusFirst();

 Q_SIGNALS:
  void edited();
  /// A segment of that name was saved.
  void saved(const QString& name);

 private:
  QWidget* makeSaveLine();
  QWidget* makeHint();
  void showSentence();
  void showHint();
  void openSave(bool open);
  void save();

  Services& m_services;
  RuleSupply* m_supply;
  RuleList* m_rules;
  RuleFacts* m_facts;
  Label* m_sentence;
  QWidget* m_hint;
  QWidget* m_saveLine;
  QLineEdit* m_name;
  Button* m_openSave;
  Label* m_said;
  qint64 m_qualified = -1;
};

}  // namespace heliograph::ui
