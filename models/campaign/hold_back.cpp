// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/hold_back.h"

#include <QStringList>

#include "campaign/json_reader.h"

namespace heliograph::campaign {
namespace {

const QString kPercentMember = QStringLiteral("percent");
const QString kSeedMember = QStringLiteral("seed");
const QString kWorkspaceMember = QStringLiteral("workspace");

}  // namespace

HoldBack HoldBack::withPercent(int share) const {
  HoldBack changed = *this;
  changed.percent = share;
  if (share > 0 && changed.seed == 0) changed.seed = audience::ControlGroup::newSeed();
  return changed;
}

Result<HoldBack> holdBackFromJson(const QJsonObject& json) {
  HoldBack holdBack;
  if (json.contains(kPercentMember)) {
    holdBack.percent = json.value(kPercentMember).toInt();
    if (holdBack.percent < HoldBack::least || holdBack.percent > HoldBack::most) {
      return wrongMember(QStringLiteral("hold_back.percent"),
                         QStringLiteral("a whole number from %1 to %2").arg(HoldBack::least).arg(HoldBack::most));
    }
  }
  if (json.contains(kSeedMember)) {
    holdBack.seed = json.value(kSeedMember).toInteger();
    if (holdBack.seed < 1)
      return wrongMember(QStringLiteral("hold_back.seed"), QStringLiteral("a whole number from 1"));
  }
  const QJsonValue workspace = json.value(kWorkspaceMember);
  if (workspace.isUndefined()) return holdBack;
  if (!workspace.isBool()) return wrongMember(QStringLiteral("hold_back.workspace"), QStringLiteral("true or false"));
  holdBack.workspace = workspace.toBool();
  return holdBack;
}

QJsonObject toJson(const HoldBack& holdBack) {
  QJsonObject json;
  if (holdBack.percent > 0) json.insert(kPercentMember, holdBack.percent);
  if (holdBack.seed > 0) json.insert(kSeedMember, holdBack.seed);
  if (holdBack.workspace) json.insert(kWorkspaceMember, *holdBack.workspace);
  return json;
}

QString describe(const HoldBack& holdBack) {
  QStringList words;
  if (holdBack.percent > 0) words << QStringLiteral("%1 % of those who qualify").arg(holdBack.percent);
  if (holdBack.workspace) {
    words << (*holdBack.workspace ? QStringLiteral("the workspace's control group")
                                  : QStringLiteral("not the workspace's control group"));
  }
  return words.isEmpty() ? QStringLiteral("None") : words.join(QStringLiteral("; "));
}

}  // namespace heliograph::campaign
