// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/profile_commands.h"

#include <QJsonArray>
#include <QJsonDocument>

#include "app/cli/call.h"
#include "audience/events/list_value.h"
#include "audience/people/people_acts.h"
#include "reports/person/person_erasure.h"
#include "reports/person/person_file.h"

namespace heliograph::cli {
namespace {

const QString kWhole = QStringLiteral("all");
/// So many events and messages are shown of a person, unless all are asked for.
constexpr int kShownOfPerson = 50;

QString plainJson(const QJsonValue& value) {
  if (value.isArray() || value.isObject()) {
    return QString::fromUtf8((value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject()))
                                 .toJson(QJsonDocument::Compact));
  }
  return value.toVariant().toString();
}

/// "name: value" of each of these.
QStringList plainFields(const QJsonObject& json) {
  QStringList fields;
  for (auto field = json.begin(); field != json.end(); ++field) {
    if (!field.value().isNull() && field.value() != QJsonValue(QString())) {
      fields << QStringLiteral("%1: %2").arg(field.key(), plainJson(field.value()));
    }
  }
  return fields;
}

QStringList plainList(const QJsonObject& person, const QString& key, QStringList (*words)(const QJsonObject&)) {
  QStringList lines;
  for (const QJsonValue one : person.value(key).toArray()) {
    lines << QStringLiteral("%1: %2").arg(key.chopped(1), words(one.toObject()).join(QStringLiteral(", ")));
  }
  return lines;
}

QString profileWords(const QJsonObject& person) {
  const auto text = [&person](const char* key) { return person.value(QLatin1String(key)).toString(); };
  QStringList lines{text("identity"), QStringLiteral("phone: %1 (%2)").arg(text("phone"), text("phone_state"))};
  for (const char* mark : {"unsubscribed", "test", "colleague"}) {
    if (person.value(QLatin1String(mark)).toBool()) lines << QString::fromLatin1(mark);
  }
  lines << plainFields(person.value(QStringLiteral("properties")).toObject());
  for (const auto& key : {QStringLiteral("consents"), QStringLiteral("devices"), QStringLiteral("messages")}) {
    lines << plainList(person, key, plainFields);
  }
  for (const QJsonValue list : person.value(QStringLiteral("lists")).toArray()) {
    lines << QStringLiteral("list: %1").arg(list.toString());
  }
  lines << plainList(person, QStringLiteral("events"), [](const QJsonObject& event) {
    return QStringList{event.value(QStringLiteral("at")).toString(), event.value(QStringLiteral("event")).toString()} +
           plainFields(event.value(QStringLiteral("properties")).toObject());
  });
  return lines.join(u'\n');
}

Result<> showProfile(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  auto profile = (*workspace)->profiles.find(call.argument(0));
  if (!profile) return fail(profile.error());
  auto person = reports::readPersonFile((*workspace)->database, (*workspace)->clock, profile->id,
                                        call.isSet(kWhole) ? 0 : kShownOfPerson, {}, &(*workspace)->columns);
  if (!person) return fail(person.error());
  call.console().answer(*person, profileWords(*person));
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

Result<> markForTests(Call& call) {
  const QString wanted = call.argument(1);
  if (wanted != QLatin1String("on") && wanted != QLatin1String("off")) {
    return call.wrongUsage(QStringLiteral("Say on or off: profile test IDENTITY on."));
  }
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  auto profile = (*workspace)->profiles.find(call.argument(0));
  if (!profile) return fail(profile.error());
  const bool isTest = wanted == QLatin1String("on");
  return answerState(call,
                     audience::PeopleActs((*workspace)->database, (*workspace)->clock).setTest({profile->id}, isTest),
                     isTest ? QStringLiteral("test") : QStringLiteral("no test"));
}

Result<> erase(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  const app::Workspace& opened = **workspace;
  auto profile = opened.profiles.find(call.argument(0));
  if (!profile) return fail(profile.error());
  const reports::PersonErasure erasure(opened.database, opened.clock,
                                       app::EmbeddedSandbox::recordFile(opened.database.path()));
  return answerState(call, erasure.erase({profile->id}), QStringLiteral("deleted"));
}

}  // namespace

std::vector<Command> profileCommands() {
  const QString identity = QStringLiteral("IDENTITY");
  return {
      {QStringLiteral("profile show"),
       identity,
       QStringLiteral("Shows what is known of a person, with the latest events and messages."),
       1,
       1,
       {flagOption(kWhole, QStringLiteral("All events and messages."))},
       showProfile},
      {QStringLiteral("profile test"),
       QStringLiteral("IDENTITY on|off"),
       QStringLiteral("Marks a person for tests, or not any more."),
       2,
       2,
       {},
       markForTests},
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
      {QStringLiteral("profile delete"),
       identity,
       QStringLiteral("Deletes a person with everything, for good."),
       1,
       1,
       {},
       erase},
  };
}

}  // namespace heliograph::cli
