// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "campaign/campaign.h"
#include "core/ids.h"
#include "ui/services.h"

namespace heliograph::ui {

class IconButton;
class Label;
class OutcomeWatch;

/// One line: what the last edit changes for real people ("Last edit: 1,204 texts change, +312 parts"). The counts open
/// the list of these people; the menu chooses what to compare with.
class OutcomeLine final : public QWidget {
  Q_OBJECT
 public:
  /// `name` is the object name, and what those of its parts begin with.
  OutcomeLine(Services& services, OutcomeWatch& watch, CampaignId campaign,
              const QString& name = QStringLiteral("outcome"), QWidget* parent = nullptr);

 Q_SIGNALS:
  /// Somebody was picked from a list: to be shown on the phone.
  void personRequested(heliograph::ProfileId person);

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  struct Version {
    campaign::Campaign campaign;
    QString text;   ///< in the menu
    QString title;  ///< before the outcome
  };

  void refresh();
  void openPeople(const QString& link);
  void loadVersions();
  void openMenu(const std::vector<Version>& versions);

  Services& m_services;
  OutcomeWatch& m_watch;
  CampaignId m_campaign;
  QString m_firstLink;  ///< empty: the sentence has none
  Label* m_text;
  IconButton* m_choose;
};

}  // namespace heliograph::ui
