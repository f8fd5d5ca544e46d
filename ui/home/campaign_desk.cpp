// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/campaign_desk.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>

#include "campaign/campaign_exchange.h"
#include "campaign/campaign_labels.h"
#include "campaign/campaign_repository.h"
#include "core/whole_file.h"
#include "delivery/courier/delivery_service.h"
#include "delivery/run/run_control.h"

namespace heliograph::ui {

using campaign::Campaign;
using campaign::CampaignRepository;

namespace {

const QString kFileSuffix = QStringLiteral(".json");
constexpr qint64 kLargestFile = 4 * 1024 * 1024;

/// What an import brought in.
struct Imported {
  CampaignId last;
  QStringList names;
  QStringList remarks;
};

Result<QByteArray> readSmall(const QString& file) {
  QFile in(file);
  if (!in.open(QIODevice::ReadOnly)) {
    return fail(ErrorCode::Io,
                CampaignDesk::tr("“%1” can't be read: %2.").arg(QFileInfo(file).fileName(), in.errorString()));
  }
  if (in.size() > kLargestFile) {
    return fail(ErrorCode::InvalidInput,
                CampaignDesk::tr("“%1” is too large to be a campaign.").arg(QFileInfo(file).fileName()));
  }
  return in.readAll();
}

Result<Imported> importAll(const Services& services, const QStringList& files) {
  Imported imported;
  for (const QString& file : files) {
    auto bytes = readSmall(file);
    if (!bytes) return fail(bytes.error());
    auto campaign = services.exchange.fromJson(*bytes);
    if (!campaign) {
      return fail(campaign.error().code, CampaignDesk::tr("“%1” is no campaign that can be used: %2")
                                             .arg(QFileInfo(file).fileName(), campaign.error().message));
    }
    imported.remarks << campaign->remarks;
    auto draft = services.campaigns.create(std::move(campaign->campaign));
    if (!draft) return fail(draft.error());
    imported.last = draft->id;
    imported.names << draft->name;
  }
  return imported;
}

QString importedWords(const Imported& imported) {
  QStringList words{imported.names.size() == 1
                        ? CampaignDesk::tr("“%1” is in, as a draft.").arg(imported.names.front())
                        : CampaignDesk::tr("%1 campaigns are in, as drafts.").arg(imported.names.size())};
  return (words << imported.remarks).join(QLatin1Char(' '));
}

/// The drafts that were deleted, and what kept the rest.
struct Removal {
  std::vector<Campaign> removed;
  Result<> end;
};

Result<> removeOne(const CampaignRepository& campaigns, CampaignId id, std::vector<Campaign>& removed) {
  auto campaign = campaigns.load(id);
  // One that can't be read any more can still be deleted; there is nothing of it to bring back.
  if (!campaign && campaign.error().code != ErrorCode::Damaged) return fail(campaign.error());
  HELIOGRAPH_TRY(campaigns.remove(id));
  if (campaign) removed.push_back(std::move(*campaign));
  return {};
}

/// Reads the drafts and deletes them, up to the first that can't be.
Removal removeAll(const CampaignRepository& campaigns, const std::vector<CampaignId>& ids) {
  Removal removal;
  for (const CampaignId id : ids) {
    removal.end = removeOne(campaigns, id, removal.removed);
    if (!removal.end) break;
  }
  return removal;
}

/// The last draft that is there again, what could not be created again, and why.
struct Return {
  CampaignId last;
  std::vector<Campaign> left;
  Result<> end;
};

Return bringBack(const CampaignRepository& campaigns, const std::vector<Campaign>& removed) {
  Return back;
  for (const Campaign& campaign : removed) {
    const auto draft = campaigns.create(campaign);
    if (draft) {
      back.last = draft->id;
    } else {
      back.left.push_back(campaign);
      back.end = fail(draft.error());
    }
  }
  return back;
}

}  // namespace

CampaignDesk::CampaignDesk(Services& services, QObject* parent) : QObject(parent), m_services(services) {}

void CampaignDesk::run(std::function<Result<>()> work, const QString& words) {
  m_services.background.run(std::move(work)).then(this, [this, words](const Result<>& done) {
    if (!done) {
      Q_EMIT failed(done.error().message);
    } else if (!words.isEmpty()) {
      Q_EMIT said(words, false);
    }
    Q_EMIT changed({});
  });
}

void CampaignDesk::rename(CampaignId id, const QString& name) {
  run([&campaigns = m_services.campaigns, id, name]() -> Result<> {
    auto campaign = campaigns.load(id);
    if (!campaign) return fail(campaign.error());
    campaign->name = name;
    return campaigns.save(*campaign, campaign->revision).map([](int) {});
  });
}

void CampaignDesk::label(const std::vector<CampaignId>& ids, const QStringList& add, const QStringList& remove) {
  run([&labels = m_services.labels, ids, add, remove] { return labels.change(ids, add, remove); });
}

void CampaignDesk::control(Result<int> (delivery::RunControl::*act)(CampaignId) const, CampaignId id,
                           const QString& words) {
  control([&runs = m_services.runs, act, id] { return (runs.*act)(id); }, words);
}

void CampaignDesk::control(std::function<Result<int>()> work, const QString& words) {
  m_services.background.run(std::move(work)).then(this, [this, words](const Result<int>& done) {
    if (!done) {
      Q_EMIT failed(done.error().message);
    } else {
      Q_EMIT said(words, false);
    }
    m_services.delivery.wake();
    Q_EMIT changed({});
  });
}

void CampaignDesk::pause(CampaignId id) {
  control(&delivery::RunControl::pauseCampaign, id, tr("Paused. Nothing more leaves until you resume it."));
}

void CampaignDesk::resume(CampaignId id) {
  control(&delivery::RunControl::resumeCampaign, id, tr("It goes on being sent."));
}

void CampaignDesk::sendNow(CampaignId id, const QString& heldFor) {
  control(
      [&runs = m_services.runs, id, heldFor]() -> Result<int> {
        auto released = runs.releaseCampaign(id, heldFor);
        if (!released || *released > 0) return released;
        return fail(ErrorCode::Conflict,
                    tr("Nothing was sent: the campaign doesn't wait for what was shown any more. Look at it again."));
      },
      tr("It is being sent now."));
}

void CampaignDesk::stop(CampaignId id) {
  control(&delivery::RunControl::stopCampaign, id, tr("Stopped. Its report says who was sent what."));
}

void CampaignDesk::archive(const std::vector<CampaignId>& ids) {
  run(
      [&campaigns = m_services.campaigns, ids]() -> Result<> {
        for (const CampaignId id : ids) HELIOGRAPH_TRY(campaigns.archive(id));
        return {};
      },
      tr("Archived. “+ Filter”, “Archived campaigns” shows what is there."));
}

void CampaignDesk::unarchive(const std::vector<CampaignId>& ids) {
  run(
      [&campaigns = m_services.campaigns, ids]() -> Result<> {
        for (const CampaignId id : ids) HELIOGRAPH_TRY(campaigns.unarchive(id));
        return {};
      },
      tr("Back among the campaigns."));
}

void CampaignDesk::remove(const std::vector<CampaignId>& ids) {
  m_services.background.run([&campaigns = m_services.campaigns, ids] { return removeAll(campaigns, ids); })
      .then(this, [this](const Removal& removal) {
        if (!removal.end) Q_EMIT failed(removal.end.error().message);
        if (removal.end || !removal.removed.empty()) {
          m_removed = removal.removed;
          const int count = static_cast<int>(m_removed.size());
          Q_EMIT said(
              count == 1 ? tr("“%1” is deleted.").arg(m_removed.front().name) : tr("%1 drafts are deleted.").arg(count),
              count > 0);
        }
        Q_EMIT changed({});
      });
}

void CampaignDesk::undo() {
  const std::vector<Campaign> removed = std::exchange(m_removed, {});
  m_services.background.run([&campaigns = m_services.campaigns, removed] { return bringBack(campaigns, removed); })
      .then(this, [this](const Return& back) {
        if (!back.end) {
          m_removed.insert(m_removed.begin(), back.left.begin(), back.left.end());
          Q_EMIT failed(back.end.error().message);
          Q_EMIT said(back.left.size() == 1 ? tr("“%1” is not back yet.").arg(back.left.front().name)
                                            : tr("%1 drafts are not back yet.").arg(back.left.size()),
                      true);
        }
        Q_EMIT changed(back.last);
      });
}

void CampaignDesk::exportTo(CampaignId id, const QString& file) {
  run(
      [&campaigns = m_services.campaigns, &exchange = m_services.exchange, id, file]() -> Result<> {
        auto campaign = campaigns.load(id);
        if (!campaign) return fail(campaign.error());
        auto json = exchange.toJson(*campaign);
        if (!json) return fail(json.error());
        return writeWhole(file, QJsonDocument(*json).toJson(QJsonDocument::Indented));
      },
      tr("Written to “%1”.").arg(QFileInfo(file).fileName()));
}

void CampaignDesk::importFrom(const QStringList& files) {
  m_services.background.run([services = m_services, files] { return importAll(services, files); })
      .then(this, [this](const Result<Imported>& imported) {
        if (!imported) {
          Q_EMIT failed(imported.error().message);
          Q_EMIT changed({});
          return;
        }
        Q_EMIT said(importedWords(*imported), false);
        Q_EMIT changed(imported->last);
      });
}

void CampaignDesk::askToExport(CampaignId id, const QString& name, QWidget* over) {
  static const QRegularExpression awkward(QStringLiteral("[\\\\/:*?\"<>|]"));
  const QString suggested = QString(name).replace(awkward, QStringLiteral("-"));
  auto* dialog = new QFileDialog(over, tr("Export the campaign"), suggested + kFileSuffix, tr("Campaigns (*.json)"));
  dialog->setObjectName(QStringLiteral("home.exportDialog"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(kFileSuffix.mid(1));
  connect(dialog, &QFileDialog::fileSelected, this, [this, id](const QString& file) { exportTo(id, file); });
  dialog->open();
}

}  // namespace heliograph::ui
