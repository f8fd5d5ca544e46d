// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaign_watch.h"

#include <tuple>
#include <utility>

namespace heliograph::ui {

namespace {
constexpr std::chrono::milliseconds kEvery{1000};
}

struct CampaignWatch::Seen {
  Result<campaign::DraftStamp> stamp;
  Result<std::vector<QDateTime>> others;
};

CampaignWatch::CampaignWatch(CampaignId id, QString writer, const campaign::CampaignRepository& campaigns,
                             const campaign::CampaignPresence& presence, Background& background, QObject* parent)
    : QObject(parent),
      m_id(id),
      m_writer(std::move(writer)),
      m_campaigns(campaigns),
      m_presence(presence),
      m_background(background) {
  m_timer.setSingleShot(true);
  m_timer.setInterval(kEvery);
  connect(&m_timer, &QTimer::timeout, this, &CampaignWatch::look);
  m_background
      .run([presence = m_presence, id = m_id, writer = m_writer] { return presence.enter(id, writer).has_value(); })
      .then(this, [this](bool) { look(); });
}

CampaignWatch::~CampaignWatch() {
  m_background.run([presence = m_presence, id = m_id, writer = m_writer] { std::ignore = presence.leave(id, writer); });
}

void CampaignWatch::look() {
  m_background
      .run([&campaigns = m_campaigns, presence = m_presence, id = m_id, writer = m_writer] {
        return Seen{campaigns.stamp(id), presence.others(id, writer)};
      })
      .then(this, [this](const Seen& seen) { take(seen); });
}

void CampaignWatch::take(const Seen& seen) {
  m_timer.start();
  if (seen.stamp) Q_EMIT fileSeen(*seen.stamp);
  if (!seen.others || *seen.others == m_others) return;
  m_others = *seen.others;
  Q_EMIT othersChanged();
}

}  // namespace heliograph::ui
