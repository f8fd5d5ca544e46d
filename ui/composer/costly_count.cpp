// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/costly_count.h"

#include "delivery/publisher.h"
#include "ui/composer/campaign_checker.h"

namespace heliograph::ui {

namespace {

qint64 textsOfSeveralParts(const delivery::CheckReport& report) {
  qint64 texts = 0;
  for (auto parts = report.parts.begin(); parts != report.parts.end(); ++parts) {
    if (parts.key() > 1) texts += parts.value();
  }
  return texts;
}

}  // namespace

CostlyCount::CostlyCount(Services& services, CampaignChecker& checker, QObject* parent)
    : QObject(parent), m_services(services), m_checker(checker) {
  connect(&m_checker, &CampaignChecker::counted, this, &CostlyCount::count);
  connect(&m_checker, &CampaignChecker::counting, this, [this] {
    m_cancel.cancel();
    ++m_generation;
  });
}

CostlyCount::~CostlyCount() {
  m_cancel.cancel();
}

void CostlyCount::count() {
  m_cancel.cancel();
  ++m_generation;
  campaign::Campaign campaign = m_checker.countedCampaign();
  const auto marks = message::costlyMarks(campaign.message);
  if (!m_checker.report().counted || mendableCostly(marks) == 0) {
    if (std::exchange(m_outcome, std::nullopt)) Q_EMIT counted();
    return;
  }
  campaign.message = message::withReplacements(campaign.message, marks);
  m_cancel = CancelToken();
  m_services.background
      .run([&publisher = m_services.publisher, campaign = std::move(campaign), cancel = m_cancel] {
        return publisher.check(campaign, cancel);
      })
      .then(this, [this, generation = m_generation](const Result<delivery::CheckReport>& without) {
        if (generation != m_generation || !without || !without->counted) return;
        const delivery::CheckReport& with = m_checker.report();
        m_outcome =
            CostlyOutcome{textsOfSeveralParts(with) - textsOfSeveralParts(*without),
                          with.totalParts() - without->totalParts(), with.cost.expected - without->cost.expected};
        Q_EMIT counted();
      });
}

}  // namespace heliograph::ui
