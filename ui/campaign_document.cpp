// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaign_document.h"

#include "ui/set_field_command.h"

namespace heliograph::ui {

CampaignDocument::CampaignDocument(campaign::Campaign campaign, QObject* parent)
    : QObject(parent), m_campaign(std::move(campaign)) {}

template <class T>
void CampaignDocument::set(CampaignField field, T campaign::Campaign::*member, T value, Edit edit,
                           const QString& text) {
  if (m_campaign.*member == value) return;
  auto* command = new SetFieldCommand<T>(*this, field, member, std::move(value), edit);
  command->setText(text);
  m_undo.push(command);
}

void CampaignDocument::setName(const QString& name) {
  set(CampaignField::Name, &campaign::Campaign::name, name, Edit::Typing, tr("Change the name"));
}

void CampaignDocument::setLabels(const QStringList& labels) {
  set(CampaignField::Labels, &campaign::Campaign::labels, labels, Edit::Typing, tr("Change the labels"));
}

void CampaignDocument::setRoute(const campaign::Route& route) {
  set(CampaignField::Route, &campaign::Campaign::route, route, Edit::Once, tr("Change the provider"));
}

void CampaignDocument::setAudience(const campaign::Audience& audience) {
  set(CampaignField::Audience, &campaign::Campaign::audience, audience, Edit::Typing, tr("Change the audience"));
}

void CampaignDocument::setMessage(const QByteArray& source) {
  set(CampaignField::Message, &campaign::Campaign::message, source, Edit::Typing, tr("Type the message"));
}

void CampaignDocument::setWhen(const schedule::When& when) {
  set(CampaignField::When, &campaign::Campaign::when, when, Edit::Typing, tr("Change the time"));
}

void CampaignDocument::replace(campaign::Campaign campaign) {
  m_undo.clear();
  m_campaign = std::move(campaign);
  announce({CampaignField::Everything, ChangeEvent::Cause::Load});
}

void CampaignDocument::announce(const ChangeEvent& event) {
  ++m_generation;
  Q_EMIT changed(event);
}

}  // namespace heliograph::ui
