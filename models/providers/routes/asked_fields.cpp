// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/routes/asked_fields.h"

#include <algorithm>

#include "providers/definition/send_tokens.h"
#include "providers/generic/settings_definition.h"

namespace heliograph::providers {
namespace {

void addCustom(const QStringList& tokens, QStringList& names) {
  const QString prefix = QStringLiteral("custom.");
  for (const QString& token : tokens) {
    const QString name = token.mid(prefix.size());
    if (token.startsWith(prefix) && !names.contains(name)) names.append(name);
  }
}

void addNames(const QStringList& more, QStringList& names) {
  for (const QString& name : more) {
    if (!names.contains(name)) names.append(name);
  }
}

/// A flag of this name leaves it to the instance whether its campaigns follow approved texts.
void applyTemplateFlag(const ProviderDefinition& definition, const Provider& provider, AskedFields& asked) {
  const SettingField* flag = definition.field(QStringLiteral("template_id"));
  if (!flag || flag->type != SettingField::Type::Flag) return;
  const bool isTicked = provider.setting(*flag) == QStringLiteral("true");
  asked.templateId = asked.templateIdRequired = asked.matchesTemplate = isTicked;
}

/// Of the forms of callbacks that are known, one speaks of clicks.
bool tellsOfClicks(const ProviderDefinition& definition) {
  return definition.receipts && definition.receipts->callback &&
         definition.receipts->callback->report.format == ReportSpec::Format::Events;
}

bool asksVariables(const QString& token) {
  return token.startsWith(QStringLiteral("TemplateVariables")) || token == QStringLiteral("Variable");
}

}  // namespace

AskedFields askedFields(const ProviderDefinition& definition, const Provider& provider) {
  if (definition.madeFromSettings) {
    return askedFields(definitionFromSettings(definition, provider).definition, provider);
  }
  const SendTokens tokens = tokensOfSend(definition);
  const QStringList all = sendTokens(definition);
  AskedFields asked;
  asked.text = all.contains(QStringLiteral("Body")) || all.contains(QStringLiteral("BodyUtf16Hex"));
  asked.templateId = all.contains(QStringLiteral("TemplateId"));
  asked.templateIdRequired = asked.templateId && definition.templateIdRequired;
  asked.templateVariables = std::any_of(all.begin(), all.end(), asksVariables);
  asked.matchesTemplate = definition.matchesTemplate;
  asked.tellsClicks = tellsOfClicks(definition);
  applyTemplateFlag(definition, provider, asked);
  asked.takesExtraPairs = definition.takesExtraPairs;
  asked.headersPersonal = !definition.batch.isUsed();
  addCustom(tokens.headers, asked.headerKeys);
  addCustom(tokens.address + tokens.element, asked.bodyKeys);
  addCustom(tokens.body, definition.batch.at.isEmpty() ? asked.bodyKeys : asked.globalKeys);
  return asked;
}

AskedFields joined(const std::vector<AskedFields>& members) {
  if (members.empty()) return {};
  AskedFields all;
  all.text = false;
  // Clicks are compared, so that all of them have to be told.
  all.tellsClicks = std::all_of(members.begin(), members.end(), [](const AskedFields& one) { return one.tellsClicks; });
  for (const AskedFields& one : members) {
    all.text = all.text || one.text;
    all.templateId = all.templateId || one.templateId;
    all.templateIdRequired = all.templateIdRequired || one.templateIdRequired;
    all.templateVariables = all.templateVariables || one.templateVariables;
    all.matchesTemplate = all.matchesTemplate || one.matchesTemplate;
    all.takesExtraPairs = all.takesExtraPairs || one.takesExtraPairs;
    all.headersPersonal = all.headersPersonal && one.headersPersonal;
    addNames(one.bodyKeys, all.bodyKeys);
    addNames(one.headerKeys, all.headerKeys);
    addNames(one.globalKeys, all.globalKeys);
  }
  return all;
}

}  // namespace heliograph::providers
