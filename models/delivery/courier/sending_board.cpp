// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/courier/sending_board.h"

#include <QCoreApplication>
#include <algorithm>

#include "campaign/campaign_repository.h"
#include "delivery/courier/delivery_service.h"

namespace heliograph::delivery {
namespace {

constexpr std::chrono::milliseconds kPause{500};

}  // namespace

bool SendingLine::needsPerson() const {
  if (progress.state == RunState::Held && progress.tooEarly) return false;
  if (progress.state == RunState::Held || progress.secretOf.isValid()) return true;
  return progress.state == RunState::Paused && progress.reason != hold::byPerson;
}

SendingBoard::SendingBoard(DeliveryService& service, const storage::Database& database, const Clock& clock,
                           Background& background, QObject* parent)
    : QObject(parent), m_database(database), m_clock(clock), m_background(background) {
  m_pause.setSingleShot(true);
  m_pause.setInterval(kPause);
  connect(&service, &DeliveryService::progress, this, &SendingBoard::take);
  connect(&m_pause, &QTimer::timeout, this, [this] {
    if (std::exchange(m_waiting, false)) announce();
  });
}

std::vector<SendingLine> SendingBoard::lines() const {
  std::vector<SendingLine> lines;
  for (const auto& [id, progress] : m_runs) {
    const auto name = m_names.find(progress.campaign);
    if (name != m_names.end()) lines.push_back({progress, name->second});
  }
  std::stable_sort(lines.begin(), lines.end(), [](const SendingLine& a, const SendingLine& b) {
    const auto rank = [](const SendingLine& line) { return line.needsPerson() ? 0 : line.progress.isActive() ? 1 : 2; };
    return rank(a) < rank(b);
  });
  return lines;
}

std::vector<SendingLine> SendingBoard::linesOf(CampaignId campaign) const {
  std::vector<SendingLine> of = lines();
  std::erase_if(of, [campaign](const SendingLine& line) { return line.progress.campaign != campaign; });
  return of;
}

bool SendingBoard::isSending() const {
  // What providers keep until its time needs nobody here, unless it is to be taken back.
  return std::any_of(m_runs.begin(), m_runs.end(), [](const auto& run) {
    const RunProgress& progress = run.second;
    return progress.takingBack > progress.unanswered || (progress.isActive() && !progress.isKeptOnly());
  });
}

void SendingBoard::take(const RunProgress& progress) {
  const auto before = m_runs.find(progress.run);
  const SendingLine was = before == m_runs.end() ? SendingLine{} : SendingLine{before->second, {}};
  const auto name = m_names.find(progress.campaign);
  const SendingLine now{progress, name == m_names.end() ? QString() : name->second};
  if (progress.isOver()) {
    m_runs.erase(progress.run);
    if (name != m_names.end()) Q_EMIT ended(now);
  } else {
    m_runs[progress.run] = progress;
    if (name == m_names.end()) findName(progress.campaign);
    if (name != m_names.end() && now.needsPerson() && !was.needsPerson()) Q_EMIT needsPerson(now);
  }
  announce();
}

void SendingBoard::findName(CampaignId campaign) {
  if (!m_asked.insert(campaign).second) return;
  m_background
      .run([&database = m_database, &clock = m_clock, campaign] {
        return campaign::CampaignRepository(database, clock).load(campaign);
      })
      .then(this, [this, campaign](const Result<campaign::Campaign>& found) {
        m_asked.erase(campaign);
        if (!found) return;
        m_names[campaign] =
            found->name.isEmpty() ? QCoreApplication::translate("Outlook", "Untitled campaign") : found->name;
        for (const SendingLine& line : linesOf(campaign)) {
          if (line.needsPerson()) Q_EMIT needsPerson(line);
        }
        announce();
      });
}

void SendingBoard::announce() {
  if (m_pause.isActive()) {
    m_waiting = true;
    return;
  }
  m_pause.start();
  Q_EMIT changed();
}

}  // namespace heliograph::delivery
