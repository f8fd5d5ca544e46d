// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <optional>
#include <vector>

#include "audience/country_counts.h"
#include "audience/profile.h"
#include "audience/reach.h"
#include "campaign/campaign.h"
#include "core/result.h"
#include "ui/services.h"

namespace heliograph::ui {

/// Who an audience reaches, as far as it is shown.
struct ReachView {
  audience::Segment segment;   ///< the rules, of a saved segment too
  audience::ReachRules rules;  ///< who is held back
  audience::Reach reach;
  std::optional<qint64> most;                          ///< so many of them get it, drawn by lot; none: everybody
  qint64 contacts = 0;                                 ///< people in the workspace
  std::vector<audience::Profile> samples;              ///< the first few who can be texted
  std::vector<audience::CountryCount> countries = {};  ///< of who can be texted, or could if a provider covered theirs

  /// Some who can be texted aren't drawn.
  [[nodiscard]] bool isDrawn() const { return most && *most < reach.reachable; }
  [[nodiscard]] qint64 receive() const { return isDrawn() ? *most : reach.reachable; }
};

/// Counts the audience of a campaign off the GUI thread. Asking again gives up the count under way, and an answer that
/// comes too late is dropped.
class ReachWatch final : public QObject {
  Q_OBJECT
 public:
  explicit ReachWatch(Services& services, QObject* parent = nullptr);

  /// Counts anew. An audience that isn't chosen yet is not counted and gives cleared().
  void count(const campaign::Campaign& campaign);
  /// Counts the same audience again: the contacts may have changed.
  void recount() { count(m_campaign); }

 Q_SIGNALS:
  void counting();
  void counted(const heliograph::ui::ReachView& view);
  /// There is nothing to count; `why` is for the person and may be empty.
  void cleared(const QString& why);

 private:
  Services& m_services;
  campaign::Campaign m_campaign;
  CancelToken m_cancel;
  quint64 m_generation = 0;
};

}  // namespace heliograph::ui
