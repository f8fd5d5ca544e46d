// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/linked_commands.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include "app/cli/call.h"
#include "app/cli/provider_secret_input.h"
#include "campaign/linked_users.h"
#include "delivery/outbox/reason_text.h"
#include "delivery/test_messages/linked_test.h"
#include "library/linked_secrets.h"
#include "library/linked_source_repository.h"

namespace heliograph::cli {
namespace {

using library::LinkedSource;

const QString kLinkedSecrets = QStringLiteral("secrets");
const QString kLinkedParam = QStringLiteral("param");

QJsonArray textArray(const QStringList& texts) {
  return QJsonArray::fromStringList(texts);
}

Result<> listLinked(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  const auto sources = (*workspace)->linked.list();
  if (!sources) return fail(sources.error());
  QList<QStringList> rows{
      {QStringLiteral("Name"), QStringLiteral("Address"), QStringLiteral("Parameters"), QStringLiteral("Labels")}};
  for (const LinkedSource& source : *sources) {
    const QStringList parameters = library::parameterNames(source);
    const QStringList labels = library::readableLabels(source);
    call.console().item({{QStringLiteral("name"), source.name},
                         {QStringLiteral("url"), source.url},
                         {QStringLiteral("parameters"), textArray(parameters)},
                         {QStringLiteral("labels"), textArray(labels)}});
    rows << QStringList{source.name, source.url, parameters.join(QStringLiteral(", ")),
                        labels.mid(0, labels.size() - library::systemLabels().size()).join(QStringLiteral(", "))};
  }
  if (!call.console().isJson()) call.console().table(rows);
  return {};
}

Result<> showLinked(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  const auto source = (*workspace)->linked.byName(call.argument(0));
  if (!source) return fail(source.error());
  const QJsonObject json = library::linkedSourceToJson(*source);
  call.console().answer(json, QString::fromUtf8(QJsonDocument(json).toJson()).trimmed());
  return {};
}

Result<LinkedSource> readLinkedFile(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) {
    return fail(ErrorCode::Io, QStringLiteral("%1 can't be read: %2").arg(path, file.errorString()));
  }
  const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
  return library::linkedSourceFromJson(document.object());
}

Result<> saveLinked(Call& call) {
  auto source = readLinkedFile(call.argument(0));
  if (!source) return fail(source.error());
  auto workspace = call.workspaceOrNew();
  if (!workspace) return fail(workspace.error());
  const auto before = (*workspace)->linked.byName(source->name);
  if (before) source->id = before->id;
  SecretInput secrets;
  if (call.isSet(kLinkedSecrets)) {
    auto input = readSecretInput(call.console());
    if (!input) return fail(input.error());
    secrets = std::move(*input);
  }
  const auto id = (*workspace)->linked.save(*source);
  if (!id) return fail(id.error());
  HELIOGRAPH_TRY(library::writeLinkedSecrets(*source, secrets, (*workspace)->secrets));
  if (before) HELIOGRAPH_TRY(library::removeLinkedSecrets(*before, &*source, (*workspace)->secrets));
  QStringList fields;
  for (const auto& field : library::linkedSecretFields(*source)) fields << field.field;
  call.console().answer(
      {{QStringLiteral("saved"), source->name}, {QStringLiteral("secrets"), textArray(fields)}},
      fields.isEmpty()
          ? QStringLiteral("Saved “%1”.").arg(source->name)
          : QStringLiteral("Saved “%1”. Its secrets: %2.").arg(source->name, fields.join(QStringLiteral(", "))));
  return {};
}

Result<library::LinkedValues> linkedParameters(Call& call) {
  library::LinkedValues values;
  for (const QString& pair : call.values(kLinkedParam)) {
    const qsizetype equals = pair.indexOf(u'=');
    if (equals <= 0) return call.wrongUsage(QStringLiteral("Write --param name=value."));
    values.insert(pair.left(equals), pair.mid(equals + 1));
  }
  return values;
}

Result<> testLinked(Call& call) {
  auto parameters = linkedParameters(call);
  if (!parameters) return fail(parameters.error());
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  const auto source = (*workspace)->linked.byName(call.argument(0));
  if (!source) return fail(source.error());
  auto asking = (*workspace)->linkedTest.run({*source, {}, *parameters});
  asking.waitForFinished();
  const auto result = asking.result();
  if (!result) return fail(result.error());
  const QString body = QString::fromUtf8(result->answer.body);
  const QJsonObject json{{QStringLiteral("ok"), result->failure.isEmpty()},
                         {QStringLiteral("reason"), result->failure},
                         {QStringLiteral("status"), result->status},
                         {QStringLiteral("milliseconds"), result->milliseconds},
                         {QStringLiteral("answer"), body}};
  if (!result->failure.isEmpty()) {
    call.console().item(json);
    return fail(ErrorCode::Refused, delivery::reasonText(result->failure), result->failure);
  }
  HELIOGRAPH_TRY((*workspace)->linked.keepAnswer(source->id, *parameters, result->answer));
  call.console().answer(json,
                        QStringLiteral("HTTP %1 in %2 ms\n%3").arg(result->status).arg(result->milliseconds).arg(body));
  return {};
}

Result<> removeLinked(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  const auto source = (*workspace)->linked.byName(call.argument(0));
  if (!source) return fail(source.error());
  const auto users = campaign::campaignsUsingLinked((*workspace)->database, (*workspace)->clock, source->name);
  if (!users) return fail(users.error());
  if (!users->isEmpty()) {
    return fail(ErrorCode::Conflict, QStringLiteral("“%1” is used by: %2. Take it out of them first.")
                                         .arg(source->name, users->join(QStringLiteral(", "))));
  }
  HELIOGRAPH_TRY((*workspace)->linked.remove(source->id));
  HELIOGRAPH_TRY(library::removeLinkedSecrets(*source, nullptr, (*workspace)->secrets));
  call.console().answer({{QStringLiteral("removed"), source->name}}, QStringLiteral("Removed “%1”.").arg(source->name));
  return {};
}

}  // namespace

std::vector<Command> linkedCommands() {
  const auto listing = [](const QString& name) {
    return Command{name, {}, QStringLiteral("Lists the sources of linked content."), 0, 0, {}, listLinked};
  };
  const auto saving = [](const QString& name) {
    return Command{name,
                   QStringLiteral("FILE.json"),
                   QStringLiteral("Adds a source of linked content, or changes the one of that name."),
                   1,
                   1,
                   {valueOption(kLinkedSecrets, QStringLiteral("-"),
                                QStringLiteral("Reads secrets from standard input: {\"auth\": \"…\"}."))},
                   saveLinked};
  };
  const auto removing = [](const QString& name) {
    return Command{
        name,        QStringLiteral("NAME"), QStringLiteral("Removes a source that no campaign uses."), 1, 1, {},
        removeLinked};
  };
  return {listing(QStringLiteral("linked list")),
          {QStringLiteral("linked show"),
           QStringLiteral("NAME"),
           QStringLiteral("Shows a source of linked content."),
           1,
           1,
           {},
           showLinked},
          saving(QStringLiteral("linked save")),
          {QStringLiteral("linked test"),
           QStringLiteral("NAME"),
           QStringLiteral("Asks a source now and keeps its answer for previews."),
           1,
           1,
           {valueOption(kLinkedParam, QStringLiteral("NAME=VALUE"), QStringLiteral("Fills a parameter; repeatable."))},
           testLinked},
          removing(QStringLiteral("linked remove")),
          listing(QStringLiteral("source list")),
          saving(QStringLiteral("source set")),
          removing(QStringLiteral("source remove"))};
}

}  // namespace heliograph::cli
