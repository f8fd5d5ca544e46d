// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>
#include <vector>

#include "campaign/campaign.h"
#include "ui/services.h"

class QWidget;

namespace heliograph::ui {

/// Does to campaigns what the list asks for, off the GUI thread, and says what came of it.
class CampaignDesk final : public QObject {
  Q_OBJECT
 public:
  explicit CampaignDesk(Services& services, QObject* parent = nullptr);

  void rename(CampaignId id, const QString& name);
  void label(const std::vector<CampaignId>& ids, const QStringList& add, const QStringList& remove);
  void pause(CampaignId id);
  void resume(CampaignId id);
  /// Lets a campaign go that is held for that reason (delivery::hold).
  void sendNow(CampaignId id, const QString& heldFor);
  void stop(CampaignId id);
  void archive(const std::vector<CampaignId>& ids);
  void unarchive(const std::vector<CampaignId>& ids);
  /// Deletes drafts; undo() brings the last ones back, as they were saved last.
  void remove(const std::vector<CampaignId>& ids);
  void undo();
  void exportTo(CampaignId id, const QString& file);
  /// Asks over a page where to, then exports.
  void askToExport(CampaignId id, const QString& name, QWidget* over);
  void importFrom(const QStringList& files);

 Q_SIGNALS:
  /// The list is another one now; `show` is the campaign to select, if any.
  void changed(heliograph::CampaignId show);
  /// Something to tell; it can be taken back by undo() if `undoable`.
  void said(const QString& text, bool undoable);
  void failed(const QString& why);

 private:
  void run(std::function<Result<>()> work, const QString& words = {});
  void control(Result<int> (delivery::RunControl::*act)(CampaignId) const, CampaignId id, const QString& words);
  void control(std::function<Result<int>()> work, const QString& words);

  Services& m_services;
  std::vector<campaign::Campaign> m_removed;
};

}  // namespace heliograph::ui
