// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/everybody/opt_out_count.h"

#include <QLocale>

#include "delivery/check/everybody_check.h"
#include "delivery/check/longer_texts.h"
#include "ui/composer/page/campaign_checker.h"
#include "ui/composer/words/publish_sentence.h"

namespace heliograph::ui {

OptOutCount::OptOutCount(Services& services, CampaignChecker& checker, QObject* parent)
    : QObject(parent), m_services(services), m_checker(checker) {
  connect(&m_checker, &CampaignChecker::counted, this, &OptOutCount::count);
  connect(&m_checker, &CampaignChecker::counting, this, [this] {
    m_cancel.cancel();
    ++m_generation;
  });
}

OptOutCount::~OptOutCount() {
  m_cancel.cancel();
}

QString OptOutCount::words(const delivery::LongerTexts& longer) {
  if (longer.people == 0) return tr("It fits into the parts that the texts take anyway.");
  const QString people = tr("Adds to the parts of %1").arg(peopleWords(longer.people));
  const QString parts =
      longer.parts == 1 ? tr("1 part more") : tr("%1 parts more").arg(QLocale().toString(longer.parts));
  return longer.cost.isZero() ? tr("%1: %2.").arg(people, parts)
                              : tr("%1: %2, %3.").arg(people, parts, longer.cost.changeText());
}

void OptOutCount::count() {
  m_cancel.cancel();
  ++m_generation;
  campaign::Campaign campaign = m_checker.countedCampaign();
  const message::OptOutLine line = std::exchange(campaign.textRules.optOut, {});
  const bool none = line.when == message::OptOutLine::When::Never || line.text.trimmed().isEmpty();
  if (none || !m_checker.report().counted) {
    Q_EMIT counted({});
    return;
  }
  m_cancel = CancelToken();
  m_services.background
      .run([&everybody = m_services.everybody, campaign = std::move(campaign), with = m_checker.ledger(),
            cancel = m_cancel]() -> QString {
        delivery::TextLedger without;
        const auto report = everybody.check(campaign, without, cancel);
        if (!report || !report->counted) return {};
        return words(delivery::compareAddition(without, *with, cancel));
      })
      .then(this, [this, generation = m_generation](const QString& words) {
        if (generation == m_generation) Q_EMIT counted(words);
      });
}

}  // namespace heliograph::ui
