// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/replace_command.h"

#include <QList>
#include <utility>

namespace heliograph::ui {

namespace {

/// The field in which two versions differ; Everything if it is more than one, or one that has no name here.
CampaignField differingField(const campaign::Campaign& before, const campaign::Campaign& after) {
  using campaign::Campaign;
  campaign::Campaign rest = before;
  QList<CampaignField> fields;
  const auto compare = [&](CampaignField field, auto member) {
    if (before.*member != after.*member) fields << field;
    rest.*member = after.*member;
  };
  compare(CampaignField::Name, &Campaign::name);
  compare(CampaignField::Labels, &Campaign::labels);
  compare(CampaignField::Purpose, &Campaign::purpose);
  compare(CampaignField::Route, &Campaign::route);
  compare(CampaignField::Goal, &Campaign::goal);
  compare(CampaignField::Audience, &Campaign::audience);
  compare(CampaignField::HoldBack, &Campaign::holdBack);
  compare(CampaignField::SafetyCheck, &Campaign::safetyCheck);
  compare(CampaignField::Reach, &Campaign::reach);
  compare(CampaignField::LiveLimit, &Campaign::liveLimit);
  compare(CampaignField::Message, &Campaign::message);
  compare(CampaignField::Variants, &Campaign::variants);
  compare(CampaignField::TextRules, &Campaign::textRules);
  compare(CampaignField::Linked, &Campaign::linked);
  compare(CampaignField::Limits, &Campaign::limits);
  compare(CampaignField::When, &Campaign::when);
  compare(CampaignField::Quiet, &Campaign::quiet);
  compare(CampaignField::Release, &Campaign::release);
  const bool named = fields.size() == 1 && campaign::sameContent(rest, after);
  return named ? fields.front() : CampaignField::Everything;
}

}  // namespace

ReplaceCommand::ReplaceCommand(CampaignDocument& document, campaign::Campaign version, ChangeEvent::Cause first)
    : m_document(document),
      m_before(document.campaign()),
      m_after(std::move(version)),
      m_field(differingField(m_before, m_after)),
      m_cause(first) {}

void ReplaceCommand::undo() {
  m_document.applyWhole(m_before, {m_field, ChangeEvent::Cause::Undo});
}

void ReplaceCommand::redo() {
  // The pages show what is new only if they are told of everything.
  const bool first = m_cause != ChangeEvent::Cause::Redo;
  m_document.applyWhole(m_after, {first ? CampaignField::Everything : m_field, m_cause});
  m_cause = ChangeEvent::Cause::Redo;
}

}  // namespace heliograph::ui
