// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/list_commands.h"

#include "app/cli/call.h"
#include "app/cli/counted.h"
#include "audience/lists/custom_list_import.h"
#include "audience/lists/custom_list_repository.h"
#include "campaign/segment_use.h"

namespace heliograph::cli {
namespace {

const QString kListColumn = QStringLiteral("column");
const QString kListSheet = QStringLiteral("sheet");
const QString kListAnyway = QStringLiteral("anyway");

audience::CustomListRepository listsOf(const app::Workspace& workspace) {
  return {workspace.database, workspace.clock};
}

Result<> listLists(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  const auto lists = listsOf(**workspace).list();
  if (!lists) return fail(lists.error());
  QList<QStringList> rows{{QStringLiteral("List"), QStringLiteral("People"), QStringLiteral("Changed")}};
  for (const audience::CustomList& list : *lists) {
    const QString changed = list.updatedAt.toString(Qt::ISODate);
    call.console().item({{QStringLiteral("id"), list.id.value},
                         {QStringLiteral("name"), list.name},
                         {QStringLiteral("size"), list.size},
                         {QStringLiteral("updated_at"), changed}});
    rows << QStringList{list.name, QString::number(list.size), changed};
  }
  if (!call.console().isJson()) call.console().table(rows);
  return {};
}

Result<> listMembers(Call& call) {
  static constexpr int peopleAPage = 5000;
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  const audience::CustomListRepository lists = listsOf(**workspace);
  const auto list = lists.find(call.argument(0));
  if (!list) return fail(list.error());
  ProfileId after;
  while (true) {
    const auto members = lists.members(list->id, after, peopleAPage);
    if (!members) return fail(members.error());
    if (members->empty()) return {};
    for (const audience::ListMember& member : *members) {
      call.console().answer({{QStringLiteral("identity"), member.identity}}, member.identity);
    }
    after = members->back().person;
  }
}

Result<> removeList(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  if (!call.isSet(kListAnyway)) {
    const auto uses =
        campaign::audienceUses((*workspace)->database, (*workspace)->clock, audience::MemberRule::Of::List);
    if (!uses) return fail(uses.error());
    if (const campaign::AudienceUse use = uses->value(call.argument(0).trimmed()); use.isUsed()) {
      return fail(ErrorCode::Conflict, QStringLiteral("“%1” is used by %2, which couldn't tell any more who is meant. "
                                                      "Change them first, or remove it with --%3.")
                                           .arg(call.argument(0).trimmed(), campaign::useWords(use), kListAnyway));
    }
  }
  HELIOGRAPH_TRY(listsOf(**workspace).remove(call.argument(0)));
  call.console().answer({{QStringLiteral("removed"), true}},
                        QStringLiteral("“%1” is removed.").arg(call.argument(0).trimmed()));
  return {};
}

Result<> importList(Call& call) {
  audience::ListImportOptions options;
  options.column = call.value(kListColumn).trimmed();
  options.table.sheet = call.value(kListSheet);
  auto workspace = call.workspaceOrNew();
  if (!workspace) return fail(workspace.error());
  const audience::CustomListImport import((*workspace)->database, (*workspace)->clock);
  const auto report = import.run(call.argument(0), call.argument(1), options);
  if (!report) return fail(report.error());
  for (const QString& remark : report->remarks) call.console().note(remark);
  QString words = QStringLiteral("“%1” has %2 now: %3 read, %4 twice, %5 unknown, %6 rejected.")
                      .arg(call.argument(0).trimmed(), counted(report->members, QStringLiteral("contact")))
                      .arg(report->read)
                      .arg(report->duplicates)
                      .arg(report->unknown)
                      .arg(report->rejected);
  if (!report->unknownFile.isEmpty()) words += QStringLiteral("\nThose who are unknown: ") + report->unknownFile;
  call.console().answer({{QStringLiteral("read"), report->read},
                         {QStringLiteral("members"), report->members},
                         {QStringLiteral("duplicates"), report->duplicates},
                         {QStringLiteral("unknown"), report->unknown},
                         {QStringLiteral("rejected"), report->rejected},
                         {QStringLiteral("replaced"), report->replaced},
                         {QStringLiteral("unknown_file"), report->unknownFile},
                         {QStringLiteral("seconds"), report->seconds}},
                        words);
  return {};
}

}  // namespace

std::vector<Command> listCommands() {
  const QString name = QStringLiteral("NAME");
  return {{QStringLiteral("import list"),
           QStringLiteral("NAME FILE"),
           QStringLiteral("Makes or replaces a custom list from a file of identities (Type,Identity or any column)."),
           2,
           2,
           {valueOption(kListColumn, QStringLiteral("NAME"), QStringLiteral("The column that has the identities.")),
            valueOption(kListSheet, QStringLiteral("NAME"),
                        QStringLiteral("Sheet of a spreadsheet; else the first filled one."))},
           importList},
          {QStringLiteral("list list"),
           {},
           QStringLiteral("Lists the custom lists with their sizes."),
           0,
           0,
           {},
           listLists},
          {QStringLiteral("list members"),
           name,
           QStringLiteral("Names the people on a custom list."),
           1,
           1,
           {},
           listMembers},
          {QStringLiteral("list remove"),
           name,
           QStringLiteral("Removes a custom list; nobody on it."),
           1,
           1,
           {flagOption(kListAnyway, QStringLiteral("Also while a campaign or a segment uses it."))},
           removeList}};
}

}  // namespace heliograph::cli
