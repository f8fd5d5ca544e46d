// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <optional>

#include "campaign/campaign.h"
#include "core/background.h"
#include "delivery/check/outcome.h"
#include "ui/composer/page/ledger_cache.h"
#include "ui/services.h"

class QUndoCommand;

namespace heliograph::ui {

class CampaignChecker;
class CampaignDocument;

/// Says what changes for real people between an earlier state of the open campaign and the present one. It takes what
/// CampaignChecker counts; only a state that was not counted lately is counted anew, off the GUI thread.
class OutcomeWatch final : public QObject {
  Q_OBJECT
 public:
  /// What the present state is compared with.
  enum class Against { LastEdit, Opened, Version };

  OutcomeWatch(Services& services, CampaignDocument& document, CampaignChecker& checker, QObject* parent = nullptr);
  ~OutcomeWatch() override;

  void compareWithLastEdit();
  /// With the campaign as it was when this object was made.
  void compareWithOpened();
  /// With a version of the history or a published one; `title` names it ("Since 14:02").
  void compareWithVersion(const campaign::Campaign& version, const QString& title);

  [[nodiscard]] Against against() const { return m_against; }
  /// "Last edit", "Since opening", or the title of the version.
  [[nodiscard]] QString title() const;
  /// None before the first edit, and while the message can't be read.
  [[nodiscard]] const std::optional<delivery::Outcome>& outcome() const { return m_outcome; }
  /// False while there is no earlier state: nothing was edited yet.
  [[nodiscard]] bool hasEarlier() const { return baseline() != nullptr; }
  /// Somebody is chosen to receive it.
  [[nodiscard]] bool hasAudience() const { return m_present.audience.isChosen(); }
  /// False while people are being counted or compared; outcome() is of an earlier state then.
  [[nodiscard]] bool isCurrent() const { return m_current; }

 Q_SIGNALS:
  void changed();

 private:
  void noteChange();
  void noteStep(int index);
  void noteCounted();
  [[nodiscard]] const campaign::Campaign* baseline() const;
  [[nodiscard]] bool canCompare() const;
  void compare();
  void count(const campaign::Campaign& state);
  void compareWith(const SharedLedger& before);
  void setOutcome(const std::optional<delivery::Outcome>& outcome);

  Services& m_services;
  CampaignDocument& m_document;
  CampaignChecker& m_checker;
  LedgerCache m_counted;
  campaign::Campaign m_opened;
  campaign::Campaign m_present;                        ///< as last seen
  std::optional<campaign::Campaign> m_beforeChange;    ///< before the changes whose step isn't known yet
  std::optional<campaign::Campaign> m_beforeLastEdit;  ///< none: there was no edit yet
  campaign::Campaign m_version;
  QString m_versionTitle;
  Against m_against = Against::LastEdit;
  int m_stepIndex = 0;
  const QUndoCommand* m_step = nullptr;  ///< to tell whether it is the same, never followed
  std::optional<delivery::Outcome> m_outcome;
  CancelToken m_cancel;
  quint64 m_generation = 0;
  bool m_current = false;
};

}  // namespace heliograph::ui
