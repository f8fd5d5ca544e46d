// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/definition_commands.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "app/cli/call.h"
#include "providers/definition/credential_places.h"
#include "providers/definition/openapi_check.h"
#include "providers/definition/provider_definition.h"

namespace heliograph::cli {
namespace {

const QString kOpenApiOption = QStringLiteral("openapi");

/// Says what the provider's own specification has otherwise.
Result<> compare(Call& call, const providers::ProviderDefinition& definition) {
  auto specification = readFileOrInput(call.console(), call.value(kOpenApiOption));
  if (!specification) return fail(specification.error());
  const auto findings = providers::compareWithOpenApi(definition, *specification);
  if (!findings) return fail(findings.error());
  call.console().answer(
      {{QStringLiteral("ok"), true},
       {QStringLiteral("id"), definition.id},
       {QStringLiteral("name"), definition.name},
       {QStringLiteral("agrees"), findings->isEmpty()},
       {QStringLiteral("findings"), QJsonArray::fromStringList(*findings)}},
      findings->isEmpty()
          ? QStringLiteral("%1 (%2) can be used and agrees with the specification.").arg(definition.name, definition.id)
          : QStringLiteral("%1 (%2) can be used, but disagrees with the specification:\n%3")
                .arg(definition.name, definition.id, findings->join(u'\n')));
  return {};
}

/// Hosts for a person: one that a field of the form names is called by that field.
QStringList hostWords(const providers::ProviderDefinition& definition, QStringList hosts) {
  for (QString& host : hosts) {
    for (const auto& setting : definition.settings) {
      host.replace(QStringLiteral("{settings.%1}").arg(setting.name), QStringLiteral("“%1”").arg(setting.label));
    }
  }
  return hosts;
}

Result<> checkDefinition(Call& call) {
  auto bytes = readFileOrInput(call.console(), call.argument(0));
  if (!bytes) return fail(bytes.error());
  const bool isShortener = QJsonDocument::fromJson(*bytes).object().contains(u"short_link_length");
  auto definition = isShortener ? providers::ProviderDefinition::parseShortener(*bytes)
                                : providers::ProviderDefinition::parse(*bytes);
  if (!definition) return fail(definition.error());
  if (call.isSet(kOpenApiOption)) return compare(call, *definition);
  const QStringList hosts = providers::credentialHosts(*definition);
  const bool inAddress = providers::sendsSecretInAddress(*definition);
  QString words = QStringLiteral("%1 (%2) can be used.").arg(definition->name, definition->id);
  if (!hosts.isEmpty()) {
    words += QStringLiteral(" Credentials go to %1.").arg(hostWords(*definition, hosts).join(QStringLiteral(", ")));
  }
  if (inAddress) words += QStringLiteral(" Its key travels in the address and may stand in the provider's own logs.");
  call.console().answer({{QStringLiteral("ok"), true},
                         {QStringLiteral("id"), definition->id},
                         {QStringLiteral("name"), definition->name},
                         {QStringLiteral("hosts"), QJsonArray::fromStringList(hosts)},
                         {QStringLiteral("secrets_in_address"), inAddress}},
                        words);
  return {};
}

}  // namespace

std::vector<Command> definitionCommands() {
  return {{QStringLiteral("definition check"),
           QStringLiteral("FILE.json|-"),
           QStringLiteral("Checks the definition of a provider or a link shortener."),
           1,
           1,
           {valueOption(kOpenApiOption, QStringLiteral("SPEC.json"),
                        QStringLiteral("Compare it with the provider's OpenAPI 3 specification."))},
           checkDefinition}};
}

}  // namespace heliograph::cli
