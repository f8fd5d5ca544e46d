// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/history_commands.h"

#include <QJsonArray>

#include "app/cli/call.h"
#include "campaign/campaign_difference.h"

namespace heliograph::cli {
namespace {

using campaign::SavedRevision;

const QString kVersion = QStringLiteral("version");

QString kindName(SavedRevision::Kind kind) {
  switch (kind) {
    case SavedRevision::Kind::Saved:
      return QStringLiteral("saved");
    case SavedRevision::Kind::Stale:
      return QStringLiteral("stale");
    case SavedRevision::Kind::Published:
      break;
  }
  return QStringLiteral("published");
}

/// What a version changed against the one before it; nothing for the oldest.
std::vector<campaign::FieldDifference> changesOf(const std::vector<SavedRevision>& versions, std::size_t at) {
  if (at + 1 >= versions.size()) return {};
  return campaign::differencesOf(versions[at + 1].campaign, versions[at].campaign);
}

Result<std::vector<SavedRevision>> versionsOf(Call& call, CampaignId id) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  if (auto stamp = (*workspace)->campaigns.stamp(id); !stamp) return fail(stamp.error());
  return (*workspace)->campaigns.history(id);
}

Result<> history(Call& call) {
  auto id = call.campaignId();
  if (!id) return fail(id.error());
  auto versions = versionsOf(call, *id);
  if (!versions) return fail(versions.error());
  QList<QStringList> rows{
      {QStringLiteral("Version"), QStringLiteral("Kind"), QStringLiteral("Saved"), QStringLiteral("Changed")}};
  for (std::size_t i = 0; i < versions->size(); ++i) {
    const SavedRevision& version = (*versions)[i];
    const auto changes = changesOf(*versions, i);
    const auto number = static_cast<int>(i) + 1;
    const QString savedAt = version.savedAt.toUTC().toString(Qt::ISODate);
    QJsonArray fields;
    for (const auto& change : changes) fields.append(change.field);
    call.console().item({{QStringLiteral("version"), number},
                         {QStringLiteral("kind"), kindName(version.kind)},
                         {QStringLiteral("revision"), version.revision},
                         {QStringLiteral("saved_at"), savedAt},
                         {QStringLiteral("changed"), fields}});
    rows << QStringList{QString::number(number), kindName(version.kind), savedAt, campaign::fieldNames(changes)};
  }
  if (!call.console().isJson()) call.console().table(rows);
  return {};
}

Result<> restore(Call& call) {
  auto id = call.campaignId();
  if (!id) return fail(id.error());
  auto number = call.number(kVersion, 0, 1, 1'000'000);
  if (!number) return fail(number.error());
  if (!call.isSet(kVersion)) return call.wrongUsage(QStringLiteral("Say which version: --version N, see history."));
  auto versions = versionsOf(call, *id);
  if (!versions) return fail(versions.error());
  if (*number > static_cast<qint64>(versions->size())) {
    return fail(
        ErrorCode::NotFound,
        QStringLiteral("Campaign %1 has only %2 versions. See its history.").arg(id->value).arg(versions->size()));
  }
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  const auto stamp = (*workspace)->campaigns.stamp(*id);
  if (!stamp) return fail(stamp.error());
  const auto saved =
      (*workspace)->campaigns.save((*versions)[static_cast<std::size_t>(*number - 1)].campaign, stamp->revision);
  if (!saved) return fail(saved.error());
  call.console().answer({{QStringLiteral("id"), id->value}, {QStringLiteral("revision"), *saved}},
                        QStringLiteral("Campaign %1: version %2 is restored").arg(id->value).arg(*number));
  return {};
}

}  // namespace

std::vector<Command> historyCommands() {
  const QString id = QStringLiteral("ID");
  return {
      {QStringLiteral("campaign history"),
       id,
       QStringLiteral("Lists what a campaign was before, 1 being what it is."),
       1,
       1,
       {},
       history},
      {QStringLiteral("campaign restore"),
       id,
       QStringLiteral("Puts an earlier version in the place of a draft."),
       1,
       1,
       {valueOption(kVersion, QStringLiteral("N"), QStringLiteral("The number of the version in the history."))},
       restore},
  };
}

}  // namespace heliograph::cli
