// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/publish/publish_flow.h"

#include <cstdlib>

#include "core/pending.h"
#include "delivery/check/publisher.h"
#include "delivery/courier/delivery_service.h"
#include "delivery/run/link_shortening.h"
#include "ui/composer/publish/publish_checks.h"

namespace heliograph::ui {

namespace {
QString changedMeanwhile() {
  return PublishFlow::tr("The campaign was changed meanwhile, here or in another window. Look at it again.");
}
}  // namespace

bool isMaterialDifference(qint64 approved, qint64 now) {
  return std::llabs(now - approved) * 100 > approved;
}

PublishFlow::PublishFlow(Services& services, CampaignDocument& document, CampaignAutosave& autosave, QObject* parent)
    : QObject(parent), m_services(services), m_document(document), m_autosave(autosave) {
  connect(&m_autosave, &CampaignAutosave::stateChanged, this, [this] {
    if (m_saving) continueWhenSaved();
  });
}

void PublishFlow::start(const Approved& approved) {
  if (m_running) return;
  m_running = true;
  m_saving = true;
  m_approved = approved;
  m_autosave.saveNow();
  if (m_saving) continueWhenSaved();
}

void PublishFlow::continueWhenSaved() {
  switch (m_autosave.state()) {
    case SaveState::Waiting:
    case SaveState::Saving:
      return;
    case SaveState::Failed:
    case SaveState::Gone:
    case SaveState::Conflict:
      m_saving = false;
      end();
      Q_EMIT failed(tr("The draft could not be saved, so nothing was published. %1").arg(m_autosave.problem()));
      return;
    case SaveState::Saved:
      m_saving = false;
      makeShortLinks();
  }
}

/// Before anything else, so that the count is of the texts that will leave.
void PublishFlow::makeShortLinks() {
  if (!isStillApproved()) return stop(changedMeanwhile());
  if (m_document.campaign().textRules.links.shortened.isEmpty()) return recount();
  Q_EMIT makingShortLinks();
  Pending(m_services.shortening.make(m_document.campaign()))
      .then(this, [this](const Result<delivery::MadeShortLinks>& made) {
        if (!made) return stop(made.error().message);
        if (!made->warning.isEmpty()) return stop(made->warning);
        recount();
      });
}

void PublishFlow::recount() {
  if (!isStillApproved()) return stop(changedMeanwhile());
  // The same content may have been saved anew since; its revision is the one to publish.
  m_campaign = m_document.campaign();
  m_services.background
      .run([&publisher = m_services.publisher, campaign = m_campaign] { return publisher.check(campaign); })
      .then(this, [this](const Result<delivery::CheckReport>& report) { judge(report); });
}

bool PublishFlow::isStillApproved() const {
  return campaign::sameContent(m_approved.campaign, m_document.campaign());
}

void PublishFlow::stop(const QString& why) {
  end();
  Q_EMIT failed(tr("Nothing was published. %1").arg(why));
}

void PublishFlow::judge(const Result<delivery::CheckReport>& report) {
  if (!isStillApproved()) return stop(changedMeanwhile());
  if (!report) return stop(report.error().message);
  for (const campaign::Issue& issue : report->issues) {
    if (issue.severity == campaign::Severity::Block) return stop(issue.text);
  }
  if (isMaterialDifference(m_approved.people, report->sendable)) {
    end();
    Q_EMIT countChanged(m_approved.people, report->sendable);
    return;
  }
  // Short links may have come out longer than was counted, made here or by a test meanwhile.
  if (const auto parts = delivery::checkParts(m_approved.parts, report->totalParts()); !parts) {
    return stop(parts.error().message);
  }
  for (const campaign::Issue& issue : report->issues) {
    const bool unseen =
        issue.severity == campaign::Severity::Warn && !m_approved.seen.contains(PublishChecks::keyOf(issue));
    if (unseen) return stop(tr("There is something new to look at: %1").arg(issue.text));
  }
  publish();
}

void PublishFlow::publish() {
  m_services.background
      .run([&publisher = m_services.publisher, id = m_campaign.id, revision = m_campaign.revision,
            people = m_approved.people] { return publisher.publish(id, revision, people); })
      .then(this, [this](const Result<campaign::PublishedVersion>& version) {
        end();
        if (version) {
          m_services.delivery.wake();
          Q_EMIT published();
        } else {
          Q_EMIT failed(version.error().message);
        }
      });
}

}  // namespace heliograph::ui
