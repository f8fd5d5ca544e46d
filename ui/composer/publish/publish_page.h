// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>

#include "campaign/issue.h"
#include "delivery/test_messages/test_send_repository.h"
#include "ui/composer/page/step_page.h"
#include "ui/composer/publish/publish_dialog.h"
#include "ui/composer/words/publish_sentence.h"

class QVBoxLayout;

namespace heliograph::ui {

class BarHistogram;
class CampaignChecker;
class Card;
class Label;
class LinkButton;
class PublishChecks;
class PublishCopies;
class PublishCost;
class ReleaseChoice;

/// Publish: the campaign in one sentence, what was checked, how it is let go, and what will leave at what cost. The act
/// itself is the composer's.
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
  /// What the dialog asks; `notice` stands above it.
  [[nodiscard]] PublishQuestion question(const QString& notice) const;
  /// The warnings ticked as seen (PublishChecks::keyOf).
  [[nodiscard]] QSet<QString> seen() const;

 public Q_SLOTS:
  /// Leads to the first thing that stands in the way.
  void goToFirstOpen();

 Q_SIGNALS:
  /// blockedBecause() or people() changed.
  void readinessChanged();
  /// The person wants to go to where an issue is.
  void issueActivated(const heliograph::campaign::Issue& issue);
  void testRequested();
  void pricesRequested();
  void reportRequested(heliograph::CampaignId campaign);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QWidget* makeFacts();
  QLayout* makeLastTest();
  void refresh();
  void showSentence();
  void showChecks();
  void showParts();
  void showSkipped();
  void showLastTest(const Result<std::optional<delivery::LastTest>>& last);
  void lookUpRoute();
  void lookUpLastTest();
  [[nodiscard]] qint64 drawnFrom() const;
  [[nodiscard]] QString waitsPhrase() const;
  [[nodiscard]] campaign::Campaign asSent() const;
  [[nodiscard]] PublishSummary summary(const QString& strong) const;
  [[nodiscard]] QByteArray stamp() const;
  [[nodiscard]] std::vector<const campaign::Issue*> blockers() const;

  CampaignChecker& m_checker;
  QString m_routeName;
  Label* m_sentence;
  PublishChecks* m_checks;
  ReleaseChoice* m_release;
  Label* m_testRelease;
  Card* m_partsCard;
  BarHistogram* m_parts;
  Label* m_longest;
  PublishCopies* m_copies;
  PublishCost* m_cost;
  Card* m_skippedCard;
  QVBoxLayout* m_skipped;
  Label* m_lastTest;
  LinkButton* m_test;
};

}  // namespace heliograph::ui
