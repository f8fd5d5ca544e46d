// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/definition_commands.h"

#include <QJsonDocument>
#include <QJsonObject>

#include "app/cli/call.h"
#include "providers/provider_definition.h"

namespace heliograph::cli {
namespace {

Result<> checkDefinition(Call& call) {
  auto bytes = readFileOrInput(call.console(), call.argument(0));
  if (!bytes) return fail(bytes.error());
  const bool isShortener = QJsonDocument::fromJson(*bytes).object().contains(u"short_link_length");
  auto definition = isShortener ? providers::ProviderDefinition::parseShortener(*bytes)
                                : providers::ProviderDefinition::parse(*bytes);
  if (!definition) return fail(definition.error());
  call.console().answer({{QStringLiteral("ok"), true},
                         {QStringLiteral("id"), definition->id},
                         {QStringLiteral("name"), definition->name}},
                        QStringLiteral("%1 (%2) can be used.").arg(definition->name, definition->id));
  return {};
}

}  // namespace

std::vector<Command> definitionCommands() {
  return {{QStringLiteral("definition check"),
           QStringLiteral("FILE.json|-"),
           QStringLiteral("Checks the definition of a provider or a link shortener."),
           1,
           1,
           {},
           checkDefinition}};
}

}  // namespace heliograph::cli
