// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/campaign_list_model.h"

#include <QCoreApplication>
#include <QLocale>

#include "delivery/outbox/run.h"
#include "items/relative_time.h"

namespace heliograph::items {

using campaign::CampaignSummary;
using campaign::Standing;

QString standingWord(Standing standing) {
  switch (standing) {
    case Standing::Draft:
      return QCoreApplication::translate("heliograph::items", "Draft");
    case Standing::Scheduled:
      return QCoreApplication::translate("heliograph::items", "Scheduled");
    case Standing::Held:
      return QCoreApplication::translate("heliograph::items", "Needs you");
    case Standing::Sending:
      return QCoreApplication::translate("heliograph::items", "Sending");
    case Standing::Paused:
      return QCoreApplication::translate("heliograph::items", "Paused");
    case Standing::Stopped:
      return QCoreApplication::translate("heliograph::items", "Stopped");
    case Standing::Done:
      return QCoreApplication::translate("heliograph::items", "Completed");
  }
  return {};
}

RowTone standingTone(Standing standing) {
  switch (standing) {
    case Standing::Sending:
      return RowTone::Accent;
    case Standing::Scheduled:
      return RowTone::Fine;
    case Standing::Held:
    case Standing::Paused:
      return RowTone::Attention;
    case Standing::Draft:
    case Standing::Stopped:
    case Standing::Done:
      break;
  }
  return RowTone::Neutral;
}

QString heldWords(const CampaignSummary& campaign, const QDateTime& now) {
  namespace hold = delivery::hold;
  const QString& reason = campaign.holdReason;
  if (reason == hold::missed) return QCoreApplication::translate("heliograph::items", "Held: its time was missed");
  if (reason == hold::audienceGrew) return QCoreApplication::translate("heliograph::items", "Held: more people now");
  if (reason == hold::safetyCheck) return QCoreApplication::translate("heliograph::items", "Held by the safety check");
  if (reason == hold::audienceUnknown) {
    return QCoreApplication::translate("heliograph::items", "Held: segment can't be read");
  }
  if (reason == hold::firstSent) return QCoreApplication::translate("heliograph::items", "Held: the first were sent");
  if (reason == hold::abTest && campaign.choosesAt.isValid()) {
    return QCoreApplication::translate("heliograph::items", "A/B test: winner chosen by the program, %1")
        .arg(whenWords(campaign.choosesAt, now));
  }
  if (reason == hold::abTest) return QCoreApplication::translate("heliograph::items", "A/B test: choose the winner");
  return QCoreApplication::translate("heliograph::items", "Held until you decide");
}

CampaignListModel::CampaignListModel(const Clock& clock, QObject* parent) : RowsModel(parent), m_clock(clock) {}

void CampaignListModel::update(const CampaignSummary& campaign) {
  if (const int row = rowOf(campaign.id.value); row >= 0) replaceRow(row, campaign);
}

Qt::ItemFlags CampaignListModel::flags(const QModelIndex& index) const {
  const Qt::ItemFlags plain = RowsModel::flags(index);
  const bool editable = index.isValid() && index.column() == Name && row(index.row()).standing == Standing::Draft;
  return editable ? plain | Qt::ItemIsEditable : plain;
}

bool CampaignListModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable)) return false;
  const QString name = value.toString().trimmed();
  const CampaignSummary& campaign = row(index.row());
  if (name.isEmpty() || name == campaign.name) return false;
  CampaignSummary changed = campaign;
  changed.name = name;
  update(changed);
  Q_EMIT renamed(changed.id, name);
  return true;
}

QString CampaignListModel::columnName(int column) const {
  switch (column) {
    case State:
      return tr("State");
    case Name:
      return tr("Name");
    case Audience:
      return tr("Audience");
    case NextRun:
      return tr("Next run");
    case People:
      return tr("People");
    case Sent:
      return tr("Sent");
    case Unclear:
      return tr("Unclear");
    default:
      return {};
  }
}

QString CampaignListModel::nextRun(const CampaignSummary& campaign) const {
  switch (campaign.standing) {
    case Standing::Held:
      return heldWords(campaign, m_clock.now());
    case Standing::Sending:
    case Standing::Paused: {
      const qint64 settled = campaign.people - campaign.counts.waiting;
      if (campaign.people <= 0) return tr("Now");
      return tr("Now · %1 %").arg(qBound(0LL, settled * 100 / campaign.people, 100LL));
    }
    case Standing::Draft:
    case Standing::Scheduled:
    case Standing::Stopped:
    case Standing::Done:
      break;
  }
  return whenWords(campaign.nextDue.isValid() ? campaign.nextDue : campaign.planned, m_clock.now());
}

QVariant CampaignListModel::raw(const CampaignSummary& campaign, int column) const {
  switch (column) {
    case State:
      return static_cast<int>(campaign.standing);
    case Name:
      return campaign.name;
    case Audience:
      return campaign.audience;
    case NextRun:
      return campaign.nextDue;
    case People:
      return campaign.people;
    case Sent:
      return campaign.counts.accepted;
    case Unclear:
      return campaign.counts.unclear;
    default:
      return {};
  }
}

QVariant CampaignListModel::cell(const CampaignSummary& campaign, int column, int role) const {
  if (role == role::Raw) return raw(campaign, column);
  if (role == role::Labels) return campaign.labels;
  if (role == Qt::EditRole && column == Name) return campaign.name;
  if (role == Qt::ToolTipRole && column == Name && !campaign.labels.isEmpty()) {
    return QString(campaign.name + QLatin1Char('\n') + campaign.labels.join(QStringLiteral(", ")));
  }
  if (role == Qt::AccessibleTextRole && column == Name && !campaign.labels.isEmpty()) {
    return tr("%1, labels: %2").arg(campaign.name, campaign.labels.join(QStringLiteral(", ")));
  }
  if (role == role::Tone) return static_cast<int>(standingTone(campaign.standing));
  if (role == Qt::ToolTipRole && column <= NextRun) return cell(campaign, column, Qt::DisplayRole);
  if (role != Qt::DisplayRole) return {};
  switch (column) {
    case State:
      return standingWord(campaign.standing);
    case Name:
      return campaign.name.isEmpty() ? tr("Untitled campaign") : campaign.name;
    case Audience:
      return campaign.audience;
    case NextRun:
      return nextRun(campaign);
    default:
      break;
  }
  if (campaign.people == 0) return {};
  return QLocale().toString(raw(campaign, column).toLongLong());
}

}  // namespace heliograph::items
