// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/shortener_commands.h"

#include <QJsonArray>

#include "app/cli/call.h"
#include "app/cli/provider_secret_input.h"
#include "providers/routes/provider_secrets.h"
#include "providers/shorteners/shortener_secrets.h"

namespace heliograph::cli {
namespace {

using providers::Shortener;

const QString kShortenerSecrets = QStringLiteral("secrets");

Result<> listShorteners(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  const auto all = (*workspace)->shorteners.list();
  if (!all) return fail(all.error());
  QList<QStringList> rows{
      {QStringLiteral("Name"), QStringLiteral("Type"), QStringLiteral("Length"), QStringLiteral("Default")}};
  for (const Shortener& one : *all) {
    QJsonObject json = providers::shortenerToJson(one);
    json.insert(QStringLiteral("default"), one.isDefault);
    call.console().item(json);
    rows << QStringList{one.name, one.type, QString::number(one.shortLength),
                        one.isDefault ? QStringLiteral("yes") : QString()};
  }
  if (!call.console().isJson()) call.console().table(rows);
  return {};
}

/// Keeps secrets under the shortener's name. Errors: InvalidInput for one that its kind doesn't have.
Result<QStringList> keepShortenerSecrets(app::Workspace& workspace, const Shortener& shortener,
                                         const SecretInput& input) {
  const auto definition = workspace.shortenerKinds.definitionOf(shortener.asProvider());
  if (!definition) return fail(definition.error());
  providers::SecretValues values;
  for (auto one = input.begin(); one != input.end(); ++one) values.insert(one.key(), *one);
  HELIOGRAPH_TRY(providers::writeSecrets(*definition, shortener.asProvider(), values, workspace.secrets));
  QStringList fields;
  for (const auto& field : providers::secretFields(*definition, shortener.asProvider())) fields << field.name;
  return fields;
}

Result<> saveShortener(Call& call) {
  auto bytes = readFileOrInput(call.console(), call.argument(0));
  if (!bytes) return fail(bytes.error());
  auto shortener = providers::shortenerFromJson(*bytes);
  if (!shortener) return fail(shortener.error());
  auto workspace = call.workspaceOrNew();
  if (!workspace) return fail(workspace.error());
  const auto* kind = (*workspace)->shortenerKinds.find(shortener->type);
  if (shortener->shortLength == 0 && kind) shortener->shortLength = kind->shortLinkLength;
  if (const auto before = (*workspace)->shorteners.byName(shortener->name)) shortener->id = before->id;
  SecretInput secrets;
  if (call.isSet(kShortenerSecrets)) {
    auto input = readSecretInput(call.console());
    if (!input) return fail(input.error());
    secrets = std::move(*input);
  }
  const auto saved = (*workspace)->shorteners.byName(shortener->name);
  const bool moved = saved && !providers::sharesSecrets(*saved, *shortener);
  if (moved) {
    const auto errors = providers::checkShortener(*shortener, (*workspace)->shortenerKinds);
    if (!errors.empty()) return fail(ErrorCode::InvalidInput, errors.front().text);
    // Those that are given are kept once it is saved.
    HELIOGRAPH_TRY(providers::forgetUntyped(*saved, (*workspace)->shortenerKinds, {}, (*workspace)->secrets));
  }
  const auto id = (*workspace)->shorteners.save(*shortener, (*workspace)->shortenerKinds);
  if (!id) return fail(id.error());
  const auto fields = keepShortenerSecrets(**workspace, *shortener, secrets);
  if (!fields) return fail(fields.error());
  call.console().answer(
      {{QStringLiteral("saved"), shortener->name}, {QStringLiteral("secrets"), QJsonArray::fromStringList(*fields)}},
      fields->isEmpty() ? QStringLiteral("Saved “%1”.").arg(shortener->name)
                        : QStringLiteral("Saved “%1”. Its secrets: %2.%3")
                              .arg(shortener->name, fields->join(QStringLiteral(", ")),
                                   moved ? QLatin1Char(' ') + providers::secretsAskedAgain() : QString()));
  return {};
}

Result<> testShortener(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  const auto shortener = (*workspace)->shorteners.byName(call.argument(0));
  if (!shortener) return fail(shortener.error());
  auto asking = (*workspace)->shortening.test({*shortener, {}});
  asking.waitForFinished();
  const auto answer = asking.result();
  if (!answer) return fail(answer.error());
  const QJsonObject json{{QStringLiteral("ok"), answer->problem.isEmpty()},
                         {QStringLiteral("link"), answer->link},
                         {QStringLiteral("characters"), answer->characters},
                         {QStringLiteral("status"), answer->status},
                         {QStringLiteral("milliseconds"), answer->milliseconds},
                         {QStringLiteral("answer"), QString::fromUtf8(answer->body)}};
  if (!answer->problem.isEmpty()) {
    call.console().item(json);
    return fail(ErrorCode::Refused, answer->problem);
  }
  call.console().answer(json, QStringLiteral("%1 (%2 characters, %3 are counted)")
                                  .arg(answer->link)
                                  .arg(answer->characters)
                                  .arg(shortener->shortLength));
  return {};
}

Result<> makeDefaultShortener(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  const auto shortener = (*workspace)->shorteners.byName(call.argument(0));
  if (!shortener) return fail(shortener.error());
  HELIOGRAPH_TRY((*workspace)->shorteners.setDefault(shortener->id));
  call.console().answer({{QStringLiteral("default"), shortener->name}},
                        QStringLiteral("Campaigns use “%1” unless another one is chosen.").arg(shortener->name));
  return {};
}

Result<> removeShortener(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  const auto shortener = (*workspace)->shorteners.byName(call.argument(0));
  if (!shortener) return fail(shortener.error());
  const auto drafts = (*workspace)->shorteners.draftsUsing(shortener->name);
  if (!drafts) return fail(drafts.error());
  if (!drafts->isEmpty()) {
    return fail(ErrorCode::Conflict, QStringLiteral("“%1” is used by: %2. Take it out of them first.")
                                         .arg(shortener->name, drafts->join(QStringLiteral(", "))));
  }
  HELIOGRAPH_TRY((*workspace)->shorteners.remove(shortener->id));
  const QString left = providers::forgetSecrets(*shortener, (*workspace)->shortenerKinds, (*workspace)->secrets);
  call.console().answer({{QStringLiteral("removed"), shortener->name}, {QStringLiteral("secrets_left"), left}},
                        QStringLiteral("Removed “%1”. %2").arg(shortener->name, left).trimmed());
  return {};
}

}  // namespace

std::vector<Command> shortenerCommands() {
  const QString name = QStringLiteral("NAME");
  return {
      {QStringLiteral("shortener list"), {}, QStringLiteral("Lists the link shorteners."), 0, 0, {}, listShorteners},
      {QStringLiteral("shortener save"),
       QStringLiteral("FILE.json"),
       QStringLiteral("Adds a link shortener, or changes the one of that name."),
       1,
       1,
       {valueOption(kShortenerSecrets, QStringLiteral("-"),
                    QStringLiteral("Reads secrets from standard input: {\"token\": \"…\"}."))},
       saveShortener},
      {QStringLiteral("shortener test"),
       name,
       QStringLiteral("Makes a short link of a test address, now."),
       1,
       1,
       {},
       testShortener},
      {QStringLiteral("shortener default"),
       name,
       QStringLiteral("Makes it what campaigns use first."),
       1,
       1,
       {},
       makeDefaultShortener},
      {QStringLiteral("shortener remove"),
       name,
       QStringLiteral("Removes a link shortener that no draft uses."),
       1,
       1,
       {},
       removeShortener}};
}

}  // namespace heliograph::cli
