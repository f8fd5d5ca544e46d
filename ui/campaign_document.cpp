// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaign_document.h"

#include <algorithm>

#include "campaign/fields_in_force.h"

#include "ui/replace_command.h"
#include "ui/set_field_command.h"
#include "ui/set_fields_command.h"
#include "ui/set_text_command.h"

namespace heliograph::ui {

namespace {

/// Rules or a live segment: typed bit by bit.
bool isWritten(const campaign::Audience& audience) {
  return audience.kind == campaign::Audience::Kind::Rules || audience.isLive();
}

}  // namespace

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

template <class T>
void CampaignDocument::setText(CampaignField field, TextPlace<T> place, T value) {
  if (place.in(m_campaign) == value) return;
  auto* command = new SetTextCommand<T>(*this, field, place, std::move(value));
  if (field == CampaignField::Name) {
    command->setText(tr("change of name"));
  } else if (command->kind() == TypingStep::Kind::Typing) {
    command->setText(tr("typing"));
  } else if (command->kind() == TypingStep::Kind::Deletion) {
    command->setText(tr("deletion"));
  } else {
    command->setText(tr("change of message"));
  }
  m_undo.push(command);
}

void CampaignDocument::setName(const QString& name) {
  setText<QString>(CampaignField::Name, {&campaign::Campaign::name}, name);
}

void CampaignDocument::setLabels(const QStringList& labels) {
  set(CampaignField::Labels, &campaign::Campaign::labels, labels, Edit::Typing, tr("change of labels"));
}

void CampaignDocument::setPurpose(campaign::Purpose purpose) {
  set(CampaignField::Purpose, &campaign::Campaign::purpose, purpose, Edit::Choice, tr("change of purpose"));
}

void CampaignDocument::setRoute(const campaign::Route& route) {
  set(CampaignField::Route, &campaign::Campaign::route, route, Edit::Choice, tr("change of provider"));
}

void CampaignDocument::setGoal(const std::optional<audience::Goal>& goal) {
  // Conditions are work: removing them is a step of its own, which brings them back.
  if (goal.has_value() != m_campaign.goal.has_value()) endStep();
  set(CampaignField::Goal, &campaign::Campaign::goal, goal, Edit::Typing, tr("change of goal"));
}

void CampaignDocument::setAudience(const campaign::Audience& audience) {
  // Rules are work: taking them back must not take away the step that brings them again.
  const bool work = isWritten(audience) || isWritten(m_campaign.audience);
  const bool otherWay = audience.isLive() != m_campaign.audience.isLive();
  if (otherWay) endStep();
  const QString words = otherWay            ? tr("choice of whom it is for")
                        : audience.isLive() ? tr("change of what people do")
                                            : tr("change of audience");
  set(CampaignField::Audience, &campaign::Campaign::audience, audience, work ? Edit::Typing : Edit::Choice, words);
  if (otherWay) endStep();
}

void CampaignDocument::setHoldBack(const campaign::HoldBack& holdBack) {
  const bool number = holdBack.percent > 0 && m_campaign.holdBack.percent > 0;
  set(CampaignField::HoldBack, &campaign::Campaign::holdBack, holdBack, number ? Edit::Typing : Edit::Choice,
      tr("change of who is held back"));
}

void CampaignDocument::setSafetyCheck(int people) {
  const bool number = people > 0 && m_campaign.safetyCheck > 0;
  set(CampaignField::SafetyCheck, &campaign::Campaign::safetyCheck, people, number ? Edit::Typing : Edit::Choice,
      tr("change of the safety check"));
}

void CampaignDocument::setReach(const campaign::ReachLimit& reach) {
  // Typing a number passes through many that nobody means.
  const bool number = reach.kind == campaign::ReachLimit::Kind::Only && m_campaign.reach.kind == reach.kind;
  set(CampaignField::Reach, &campaign::Campaign::reach, reach, number ? Edit::Typing : Edit::Choice,
      tr("change of reach"));
}

void CampaignDocument::setLiveLimit(const campaign::LiveLimit& limit) {
  const bool number = limit.limits() && m_campaign.liveLimit.kind == limit.kind;
  set(CampaignField::LiveLimit, &campaign::Campaign::liveLimit, limit, number ? Edit::Typing : Edit::Choice,
      tr("change of the limit"));
}

void CampaignDocument::setMessage(const QByteArray& source) {
  setText<QByteArray>(CampaignField::Message, {&campaign::Campaign::message, m_shownCopy}, source);
}

QByteArray CampaignDocument::messageOf(int copy) const {
  if (copy < 0 || copy >= campaign::copyCount(m_campaign.variants)) return {};
  return TextPlace<QByteArray>{&campaign::Campaign::message, copy}.in(m_campaign);
}

campaign::ProviderFields CampaignDocument::fieldsOf(int copy) const {
  if (copy < 0 || copy >= campaign::copyCount(m_campaign.variants)) return {};
  return campaign::fieldsOf(m_campaign, copy);
}

void CampaignDocument::setFields(const campaign::ProviderFields& fields, const QString& place, const QString& text) {
  if (fields == fieldsOf(m_shownCopy)) return;
  auto* command = new SetFieldsCommand(*this, m_shownCopy, place, fields);
  command->setText(text);
  m_undo.push(command);
}

void CampaignDocument::applyFields(const campaign::ProviderFields& fields, const ChangeEvent& event) {
  if (event.copy == 0) {
    m_campaign.fields = fields;
  } else {
    m_campaign.variants.others[static_cast<std::size_t>(event.copy) - 1].fields = fields;
  }
  announce(event);
}

void CampaignDocument::showCopy(int copy) {
  const int shown = std::clamp(copy, 0, campaign::copyCount(m_campaign.variants) - 1);
  if (shown == m_shownCopy) return;
  endStep();
  m_shownCopy = shown;
  Q_EMIT copyShown(shown);
}

void CampaignDocument::setVariants(const campaign::Variants& variants) {
  set(CampaignField::Variants, &campaign::Campaign::variants, variants, Edit::Choice, tr("change of copies"));
}

void CampaignDocument::setTextRules(const message::TextRules& rules) {
  set(CampaignField::TextRules, &campaign::Campaign::textRules, rules, Edit::Choice,
      tr("change of links and opt-out line"));
}

void CampaignDocument::setLinked(const std::vector<campaign::LinkedUse>& linked) {
  set(CampaignField::Linked, &campaign::Campaign::linked, linked, Edit::Choice, tr("change of linked content"));
}

void CampaignDocument::setLimits(const message::MessageLimits& limits) {
  set(CampaignField::Limits, &campaign::Campaign::limits, limits, Edit::Choice, tr("change of the most parts"));
}

void CampaignDocument::setWhen(const schedule::When& when) {
  set(CampaignField::When, &campaign::Campaign::when, when, Edit::Choice, tr("change of time"));
}

void CampaignDocument::setQuiet(const campaign::QuietRule& rule) {
  // Hours are work: what follows one another quickly is one step, and none of it is lost by going back and forth.
  const bool work = rule.own != m_campaign.quiet.own;
  set(CampaignField::Quiet, &campaign::Campaign::quiet, rule, work ? Edit::Typing : Edit::Choice,
      tr("change of quiet hours"));
}

void CampaignDocument::setRelease(const campaign::Release& release) {
  set(CampaignField::Release, &campaign::Campaign::release, release, Edit::Choice, tr("change of release"));
}

void CampaignDocument::restore(const campaign::Campaign& version, const QString& text) {
  if (campaign::sameContent(m_campaign, version)) return;
  auto* command = new ReplaceCommand(*this, version, ChangeEvent::Cause::Edit);
  command->setText(text);
  m_undo.push(command);
}

void CampaignDocument::adopt(const campaign::Campaign& newest) {
  if (!campaign::sameContent(m_campaign, newest)) {
    auto* command = new ReplaceCommand(*this, newest, ChangeEvent::Cause::Load);
    command->setText(tr("taking the other window's version"));
    m_undo.push(command);
  }
  setRevision(newest.revision);
}

void CampaignDocument::applyWhole(const campaign::Campaign& version, const ChangeEvent& event) {
  const CampaignId id = m_campaign.id;
  const int revision = m_campaign.revision;
  m_campaign = version;
  m_campaign.id = id;
  m_campaign.revision = revision;
  announce(event);
}

void CampaignDocument::announce(const ChangeEvent& event) {
  ++m_generation;
  if (event.cause != ChangeEvent::Cause::Edit) endStep();
  const bool back = event.cause == ChangeEvent::Cause::Undo || event.cause == ChangeEvent::Cause::Redo;
  showCopy(back && (event.field == CampaignField::Message || event.field == CampaignField::Fields) ? event.copy
                                                                                                   : m_shownCopy);
  Q_EMIT changed(event);
}

}  // namespace heliograph::ui
