// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>

#include "campaign/published_version.h"
#include "core/result.h"
#include "delivery/check/check_report.h"
#include "ui/campaign_autosave.h"
#include "ui/services.h"

namespace heliograph::ui {

/// What happens after the countdown: the draft is saved, its short links are made, the people are counted once more,
/// and only if that and the draft itself agree with what was approved is the campaign published.
class PublishFlow final : public QObject {
  Q_OBJECT
 public:
  PublishFlow(Services& services, CampaignDocument& document, CampaignAutosave& autosave, QObject* parent = nullptr);

  /// What a person said yes to.
  struct Approved {
    campaign::Campaign campaign;  ///< as it was when the person was asked
    qint64 people = 0;            ///< the number that was typed
    qint64 parts = 0;             ///< of all texts, as it was shown then
    QSet<QString> seen;           ///< the warnings that were ticked (PublishChecks::keyOf)
  };

  /// Begins. Ends with exactly one of the signals; does nothing while it
  /// is running.
  void start(const Approved& approved);
  [[nodiscard]] bool isRunning() const { return m_running; }

 Q_SIGNALS:
  /// A link shortener is asked; it may take some seconds.
  void makingShortLinks();
  void published();
  /// Nothing was published: the audience is now of another size.
  void countChanged(qint64 approved, qint64 now);
  void failed(const QString& why);

 private:
  void continueWhenSaved();
  void makeShortLinks();
  void recount();
  void judge(const Result<delivery::CheckReport>& report);
  void publish();
  /// False when the draft is no longer what was approved.
  [[nodiscard]] bool isStillApproved() const;
  /// Ends it with nothing published.
  void stop(const QString& why);
  void end() { m_running = false; }

  Services& m_services;
  CampaignDocument& m_document;
  CampaignAutosave& m_autosave;
  Approved m_approved;
  campaign::Campaign m_campaign;  ///< as it was counted
  bool m_running = false;
  bool m_saving = false;
};

/// True if so many other people than approved would be sent to that a person has to look again: more than one in a
/// hundred, and at least one.
[[nodiscard]] bool isMaterialDifference(qint64 approved, qint64 now);

}  // namespace heliograph::ui
