// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/page/field_place.h"

#include "campaign/fields_check.h"

namespace heliograph::ui {

using campaign::Step;

std::optional<Step> stepOf(CampaignField field) {
  switch (field) {
    case CampaignField::Everything:
      return {};
    case CampaignField::Name:
    case CampaignField::Labels:
    case CampaignField::Purpose:
    case CampaignField::Route:
    case CampaignField::Goal:
      return Step::Start;
    case CampaignField::Audience:
    case CampaignField::HoldBack:
    case CampaignField::SafetyCheck:
    case CampaignField::Reach:
    case CampaignField::LiveLimit:
      return Step::Who;
    case CampaignField::Message:
    case CampaignField::Fields:
    case CampaignField::Variants:
    case CampaignField::TextRules:
    case CampaignField::Linked:
    case CampaignField::Limits:
      return Step::What;
    case CampaignField::When:
    case CampaignField::Quiet:
      return Step::When;
    case CampaignField::Release:
      return Step::Publish;
  }
  return {};
}

QString fieldName(CampaignField field) {
  switch (field) {
    case CampaignField::Everything:
      break;
    case CampaignField::Name:
      return QStringLiteral("name");
    case CampaignField::Labels:
      return QStringLiteral("labels");
    case CampaignField::Purpose:
      return QStringLiteral("purpose");
    case CampaignField::Route:
      return QStringLiteral("route");
    case CampaignField::Goal:
      return QStringLiteral("goal");
    case CampaignField::Audience:
      return QStringLiteral("audience");
    case CampaignField::HoldBack:
      return QStringLiteral("hold_back");
    case CampaignField::SafetyCheck:
      return QStringLiteral("safety_check");
    case CampaignField::Reach:
      return QStringLiteral("reach");
    case CampaignField::LiveLimit:
      return QStringLiteral("live_limit");
    case CampaignField::Message:
    case CampaignField::Limits:
      return QStringLiteral("message");
    case CampaignField::Fields:
      return QStringLiteral("provider_fields");
    case CampaignField::Variants:
      return QStringLiteral("variants");
    case CampaignField::TextRules:
      return QStringLiteral("text_rules");
    case CampaignField::Linked:
      return QStringLiteral("linked");
    case CampaignField::Quiet:
      return QStringLiteral("quiet_hours");
    case CampaignField::When:
      return QStringLiteral("when");
    case CampaignField::Release:
      return QStringLiteral("release");
  }
  return {};
}

QString fieldName(const ChangeEvent& event) {
  if (event.field == CampaignField::Fields) return campaign::fieldsPlace(event.place, event.copy);
  const QString name = fieldName(event.field);
  const bool ofCopy = event.field == CampaignField::Message && event.copy > 0;
  return ofCopy ? QStringLiteral("%1:%2").arg(name).arg(event.copy) : name;
}

}  // namespace heliograph::ui
