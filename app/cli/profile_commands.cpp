// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/profile_commands.h"

#include "app/cli/call.h"
#include "audience/events/list_value.h"

namespace heliograph::cli {
namespace {

QJsonObject profileJson(const audience::Profile& profile) {
  return {{QStringLiteral("identity"), profile.identity},
          {QStringLiteral("phone"), profile.phone},
          {QStringLiteral("phone_state"), phone::phoneStateName(profile.phoneState)},
          {QStringLiteral("country"), profile.country},
          {QStringLiteral("time_zone"), profile.timeZone},
          {QStringLiteral("unsubscribed"), profile.unsubscribed},
          {QStringLiteral("properties"), QJsonObject::fromVariantMap(profile.values)}};
}

QString profileWords(const audience::Profile& profile) {
  QString words = QStringLiteral("%1\nphone: %2 (%3)%4")
                      .arg(profile.identity, profile.phone, phone::phoneStateName(profile.phoneState),
                           profile.unsubscribed ? QStringLiteral("\nunsubscribed") : QString());
  for (auto value = profile.values.cbegin(); value != profile.values.cend(); ++value) {
    words += QStringLiteral("\n%1: %2").arg(value.key(), audience::propertyText(value.value()));
  }
  return words;
}

Result<> showProfile(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  auto profile = (*workspace)->profiles.find(call.argument(0));
  if (!profile) return fail(profile.error());
  call.console().answer(profileJson(*profile), profileWords(*profile));
  return {};
}

Result<> answerState(Call& call, const Result<>& done, const QString& state) {
  if (!done) return done;
  call.console().answer({{QStringLiteral("identity"), call.argument(0)}, {QStringLiteral("state"), state}},
                        QStringLiteral("%1: %2").arg(call.argument(0), state));
  return {};
}

Result<> unsubscribe(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  return answerState(call, (*workspace)->profiles.unsubscribe(call.argument(0), QStringLiteral("person")),
                     QStringLiteral("unsubscribed"));
}

Result<> resubscribe(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  return answerState(call, (*workspace)->profiles.resubscribe(call.argument(0)), QStringLiteral("subscribed"));
}

Result<> erase(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  return answerState(call, (*workspace)->profiles.remove(call.argument(0)), QStringLiteral("deleted"));
}

}  // namespace

std::vector<Command> profileCommands() {
  const QString identity = QStringLiteral("IDENTITY");
  return {
      {QStringLiteral("profile show"),
       identity,
       QStringLiteral("Shows what is known of a person."),
       1,
       1,
       {},
       showProfile},
      {QStringLiteral("profile unsubscribe"),
       identity,
       QStringLiteral("Texts a person no more."),
       1,
       1,
       {},
       unsubscribe},
      {QStringLiteral("profile resubscribe"),
       identity,
       QStringLiteral("Takes an opt-out back."),
       1,
       1,
       {},
       resubscribe},
      {QStringLiteral("profile delete"), identity, QStringLiteral("Deletes a person for good."), 1, 1, {}, erase},
  };
}

}  // namespace heliograph::cli
