// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>

#include "campaign/issue.h"
#include "ui/composer/step_page.h"

class QVBoxLayout;

namespace heliograph::ui {

class BarHistogram;
class CampaignChecker;
class Card;
class Label;

/// Publish: the campaign in one sentence, what was checked, and what will leave. The act itself is the composer's.
class PublishPage final : public StepPage {
  Q_OBJECT
 public:
  PublishPage(Services& services, CampaignDocument& document, CampaignChecker& checker, QWidget* parent = nullptr);

  void load(const campaign::Campaign& campaign) override;
  void focusField(const QString& field, int offset = -1) override;
  void enter() override;

  /// Why it can't be published now; empty when it can.
  [[nodiscard]] QString blockedBecause() const;
  /// People who would be sent to.
  [[nodiscard]] qint64 people() const;
  /// The campaign in one plain sentence.
  [[nodiscard]] QString sentence() const;

 Q_SIGNALS:
  /// blockedBecause() or people() changed.
  void readinessChanged();
  /// The person wants to go to where an issue is.
  void issueActivated(const heliograph::campaign::Issue& issue);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QWidget* makeFacts();
  void refresh();
  void showSentence();
  void showChecks();
  void addCheck(const campaign::Issue& issue);
  void showParts();
  void showSkipped();
  void lookUpRoute();
  void lookUpLastTest();
  [[nodiscard]] QString sentenceOf(const QString& strong) const;
  [[nodiscard]] int unseenWarnings() const;

  CampaignChecker& m_checker;
  QString m_routeName;
  QSet<QString> m_seen;  ///< warnings ticked as seen, by code and text
  Label* m_sentence;
  QVBoxLayout* m_checks;
  Card* m_partsCard;
  BarHistogram* m_parts;
  Label* m_longest;
  Card* m_skippedCard;
  QVBoxLayout* m_skipped;
  Label* m_lastTest;
};

}  // namespace heliograph::ui
