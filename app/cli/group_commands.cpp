// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/group_commands.h"

#include <QJsonArray>

#include "app/cli/call.h"
#include "app/cli/simulate_command.h"

namespace heliograph::cli {
namespace {

Result<QStringList> memberNames(const app::Workspace& workspace, const providers::ProviderGroup& group) {
  QStringList names;
  for (const ProviderId id : group.members) {
    auto provider = workspace.providers.byId(id);
    if (!provider) return fail(provider.error());
    names << provider->name;
  }
  return names;
}

Result<> listGroups(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  auto groups = (*workspace)->groups.list();
  if (!groups) return fail(groups.error());
  QList<QStringList> rows{{QStringLiteral("Name"), QStringLiteral("Default"), QStringLiteral("Providers")}};
  for (const providers::ProviderGroup& one : *groups) {
    auto names = memberNames(**workspace, one);
    if (!names) return fail(names.error());
    call.console().item({{QStringLiteral("id"), one.id.value},
                         {QStringLiteral("name"), one.name},
                         {QStringLiteral("default"), one.isDefault},
                         {QStringLiteral("providers"), QJsonArray::fromStringList(*names)}});
    rows << QStringList{one.name, one.isDefault ? QStringLiteral("yes") : QString(), names->join(QStringLiteral(", "))};
  }
  if (!call.console().isJson()) call.console().table(rows);
  return {};
}

Result<> addGroup(Call& call) {
  auto bytes = readFileOrInput(call.console(), call.argument(0));
  if (!bytes) return fail(bytes.error());
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  auto group = (*workspace)->groups.fromJson(*bytes);
  if (!group) return fail(group.error());
  auto id = (*workspace)->groups.create(*group);
  if (!id) return fail(id.error());
  call.console().answer({{QStringLiteral("id"), id->value}, {QStringLiteral("name"), group->name}},
                        QStringLiteral("Added the group “%1”.").arg(group->name));
  return {};
}

using GroupAct = Result<> (providers::GroupRepository::*)(GroupId) const;

std::function<Result<>(Call&)> groupAct(GroupAct done, const QString& state) {
  return [done, state](Call& call) -> Result<> {
    auto workspace = call.workspace();
    if (!workspace) return fail(workspace.error());
    auto group = (*workspace)->groups.byName(call.argument(0));
    if (!group) return fail(group.error());
    HELIOGRAPH_TRY(((*workspace)->groups.*done)(group->id));
    call.console().answer({{QStringLiteral("name"), group->name}, {QStringLiteral("state"), state}},
                          QStringLiteral("The group “%1”: %2").arg(group->name, state));
    return {};
  };
}

}  // namespace

std::vector<Command> groupCommands() {
  using providers::GroupRepository;
  const QString name = QStringLiteral("NAME");
  return {
      {QStringLiteral("group list"), {}, QStringLiteral("Lists the provider groups."), 0, 0, {}, listGroups},
      {QStringLiteral("group add"), QStringLiteral("FILE.json|-"), QStringLiteral("Adds a group."), 1, 1, {}, addGroup},
      {QStringLiteral("group remove"),
       name,
       QStringLiteral("Removes a group, not its providers."),
       1,
       1,
       {},
       groupAct(&GroupRepository::remove, QStringLiteral("removed"))},
      {QStringLiteral("group default"),
       name,
       QStringLiteral("Makes a group the default."),
       1,
       1,
       {},
       groupAct(&GroupRepository::setDefault, QStringLiteral("default"))},
      {QStringLiteral("group simulate"),
       name,
       QStringLiteral("Says who would take each message while members of a group fail; nothing is sent."),
       1,
       1,
       {valueOption(QStringLiteral("fault"), QStringLiteral("PROVIDER=KIND"),
                    QStringLiteral("a member and what is wrong with it; may be given again")),
        valueOption(QStringLiteral("segment"), QStringLiteral("NAME"),
                    QStringLiteral("only the people of this segment"))},
       simulateFailure},
  };
}

}  // namespace heliograph::cli
