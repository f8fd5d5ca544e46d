// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "delivery/check/check_report.h"
#include "message/message_lint.h"
#include "ui/composer/message/message_problems.h"
#include "ui/composer/page/step_page.h"

class QCheckBox;

namespace heliograph::ui {

class CampaignChecker;
class CopyControls;
class EverybodyPanel;
class FieldsCard;
class LinkTool;
class LinkedPanel;
class LinksCard;
class MessageCard;
class MessageLibrary;
class MessageLineList;
class OutcomeWatch;
class PhonePreview;
class WritingTools;

/// What: the message with its personalisation, what is wrong with it, how many parts it takes, and at the right the
/// phone of a real person.
class WhatPage final : public StepPage {
  Q_OBJECT
 public:
  WhatPage(Services& services, CampaignDocument& document, CampaignChecker& checker, OutcomeWatch& outcome,
           QWidget* parent = nullptr);

  void load(const campaign::Campaign& campaign) override;
  void focusField(const QString& field, int offset = -1) override;
  void enter() override;
  /// The identity of the person on the phone; empty when it is nobody in particular.
  [[nodiscard]] QString previewedIdentity() const;

 Q_SIGNALS:
  /// The person wants to see a source of linked content; with an empty name, all of them.
  void linkedRequested(const QString& source);
  /// The person wants to set up a link shortener.
  void shortenersRequested();

 private:
  void arrange(OutcomeWatch& outcome);
  void loadProperties();
  void lookUpSender();
  void refresh();
  void showFields(const campaign::Campaign& shown);
  void addFieldProblems(std::vector<MessageLine>& lines) const;
  void addLinkedProblems(std::vector<MessageLine>& lines) const;
  void showCounts();
  void showSoFar();
  void showSomebodyOfCopy();
  [[nodiscard]] delivery::CheckReport ofShownCopy(delivery::CheckReport report) const;
  void showMissing(const MessageMendAction& action);
  void replaceCostly(const QString& character);
  [[nodiscard]] QString uncountedHint() const;
  [[nodiscard]] MessageFacts facts() const;
  [[nodiscard]] std::vector<message::CostlyMark> costlyMarks() const;
  void apply(const MessageMendAction& action);
  void write(const QByteArray& source);

  CampaignChecker& m_checker;
  CopyControls* m_copies;
  MessageCard* m_card;
  FieldsCard* m_fields;
  PhonePreview* m_phone;
  MessageLineList* m_lines;
  LinksCard* m_links;
  LinkedPanel* m_linked;
  EverybodyPanel* m_everybody;
  QCheckBox* m_keepGsm;
  WritingTools* m_tools;
  LinkTool* m_link;
  MessageLibrary* m_library;
  std::vector<message::MessageProblem> m_problems;
  bool m_takesText = true;      ///< false: the route's providers send approved texts instead of ours
  quint64 m_propertyReads = 0;  ///< the answer to an older one is dropped
};

}  // namespace heliograph::ui
