// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/person/person_file.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

#include "audience/people/person_events.h"
#include "reports/instant.h"
#include "reports/person/person_messages.h"
#include "storage/statement.h"

namespace heliograph::reports {
namespace {

constexpr int kMessagesAtOnce = 500;

QJsonValue valueJson(const QVariant& value) {
  if (value.typeId() == QMetaType::QDateTime) return instantJson(value.toDateTime());
  return QJsonValue::fromVariant(value);
}

QJsonObject deviceJson(const audience::Device& device) {
  return {{QStringLiteral("key"), device.key},
          {QStringLiteral("platform"), device.platform},
          {QStringLiteral("make"), device.make},
          {QStringLiteral("model"), device.model},
          {QStringLiteral("os_version"), device.osVersion},
          {QStringLiteral("app_version"), device.appVersion},
          {QStringLiteral("sdk_version"), device.sdkVersion},
          {QStringLiteral("push_token"), device.pushToken},
          {QStringLiteral("updated_at"), instantJson(device.updatedAt)}};
}

QJsonObject eventJson(const audience::PersonEvent& event) {
  QJsonObject properties;
  for (const auto& [name, value] : event.values) properties.insert(name, valueJson(value));
  return {{QStringLiteral("event"), event.name},
          {QStringLiteral("at"), instantJson(event.at)},
          {QStringLiteral("properties"), properties}};
}

QJsonObject messageJson(const PersonMessage& message) {
  return {{QStringLiteral("campaign"), message.campaign.value},
          {QStringLiteral("campaign_name"), message.campaignName},
          {QStringLiteral("state"), delivery::rowStateName(message.state)},
          {QStringLiteral("reason"), message.reason},
          {QStringLiteral("provider"), message.provider},
          {QStringLiteral("parts"), message.parts},
          {QStringLiteral("text"), message.text},
          {QStringLiteral("at"), instantJson(message.at)}};
}

QJsonValue optOutJson(const std::optional<audience::OptOut>& optOut) {
  if (!optOut) return QJsonValue();
  return QJsonObject{{QStringLiteral("source"), optOut->source},
                     {QStringLiteral("reason"), optOut->reason},
                     {QStringLiteral("at"), instantJson(optOut->at)}};
}

Result<QJsonArray> eventsJson(const storage::Database& database, const Clock& clock, ProfileId person, int most,
                              const CancelToken& cancel, audience::SegmentEngine* columns) {
  const audience::PersonEvents events(database, clock, columns);
  auto places = events.find({person}, cancel);
  if (!places) return fail(places.error());
  if (most > 0) places->resize(std::min(places->size(), static_cast<std::size_t>(most)));
  auto read = events.read(*places);
  if (!read) return fail(read.error());
  QJsonArray array;
  for (const audience::PersonEvent& event : *read) array.append(eventJson(event));
  return array;
}

Result<QJsonArray> messagesJson(const storage::Database& database, ProfileId person, int most) {
  QJsonArray array;
  OutboxId before;
  while (true) {
    const int limit = most > 0 ? std::min(kMessagesAtOnce, most - static_cast<int>(array.size())) : kMessagesAtOnce;
    auto page = readPersonMessages(database, person, before, limit);
    if (!page) return fail(page.error());
    for (const PersonMessage& message : *page) array.append(messageJson(message));
    const bool enough = most > 0 && array.size() >= most;
    if (static_cast<int>(page->size()) < limit || enough) return array;
    before = page->back().id;
  }
}

Result<QJsonArray> repliesJson(const storage::Database& database, ProfileId person) {
  storage::Statement find(
      database, QStringLiteral("SELECT at, text, meaning FROM reply WHERE profile_id = ? ORDER BY at DESC, id"));
  find.bind(person);
  QJsonArray array;
  while (true) {
    auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return array;
    array.append(QJsonObject{{QStringLiteral("at"), instantJson(find.instant(0))},
                             {QStringLiteral("text"), find.text(1)},
                             {QStringLiteral("meaning"), find.text(2)}});
  }
}

}  // namespace

QJsonObject toJson(const audience::PersonFacts& facts) {
  const audience::Profile& profile = facts.profile;
  QJsonObject properties;
  for (auto value = profile.values.cbegin(); value != profile.values.cend(); ++value) {
    properties.insert(value.key(), valueJson(value.value()));
  }
  QJsonArray devices;
  for (const audience::Device& device : facts.devices) devices.append(deviceJson(device));
  QJsonArray consents;
  for (const audience::Consent& consent : facts.consents) {
    consents.append(QJsonObject{{QStringLiteral("channel"), consent.channel},
                                {QStringLiteral("given"), consent.given},
                                {QStringLiteral("source"), consent.source},
                                {QStringLiteral("at"), instantJson(consent.at)}});
  }
  return {{QStringLiteral("identity"), profile.identity},
          {QStringLiteral("phone"), profile.phone},
          {QStringLiteral("phone_state"), phone::phoneStateName(profile.phoneState)},
          {QStringLiteral("country"), profile.country},
          {QStringLiteral("time_zone"), profile.timeZone},
          {QStringLiteral("unsubscribed"), profile.unsubscribed},
          {QStringLiteral("opt_out"), optOutJson(facts.optOut)},
          {QStringLiteral("test"), profile.isTest},
          {QStringLiteral("colleague"), profile.isColleague},
          {QStringLiteral("created_at"), instantJson(facts.createdAt)},
          {QStringLiteral("updated_at"), instantJson(facts.updatedAt)},
          {QStringLiteral("properties"), properties},
          {QStringLiteral("consents"), consents},
          {QStringLiteral("devices"), devices},
          {QStringLiteral("lists"), QJsonArray::fromStringList(facts.lists)}};
}

Result<QJsonObject> readPersonFile(const storage::Database& database, const Clock& clock, ProfileId person, int most,
                                   const CancelToken& cancel, audience::SegmentEngine* columns) {
  auto facts = audience::readPersonFacts(database, clock, person);
  if (!facts) return fail(facts.error());
  auto events = eventsJson(database, clock, person, most, cancel, columns);
  if (!events) return fail(events.error());
  auto messages = messagesJson(database, person, most);
  if (!messages) return fail(messages.error());
  QJsonObject json = toJson(*facts);
  json.insert(QStringLiteral("events"), *events);
  json.insert(QStringLiteral("messages"), *messages);
  auto replies = repliesJson(database, person);
  if (!replies) return fail(replies.error());
  json.insert(QStringLiteral("replies"), *replies);
  return json;
}

Result<> writePeopleFile(const storage::Database& database, const Clock& clock, const std::vector<ProfileId>& people,
                         QIODevice& out, const CancelToken& cancel, audience::SegmentEngine* columns) {
  const auto write = [&out](const QByteArray& bytes) -> Result<> {
    if (out.write(bytes) == bytes.size()) return {};
    return fail(ErrorCode::Io,
                QStringLiteral("The file could not be written whole. Look whether there is room on the disk."),
                out.errorString());
  };
  HELIOGRAPH_TRY(write("{\"people\": [\n"));
  for (std::size_t i = 0; i < people.size(); ++i) {
    auto json = readPersonFile(database, clock, people[i], 0, cancel, columns);
    if (!json) return fail(json.error());
    if (i > 0) HELIOGRAPH_TRY(write(",\n"));
    HELIOGRAPH_TRY(write(QJsonDocument(*json).toJson(QJsonDocument::Indented).trimmed()));
  }
  return write("\n]}\n");
}

}  // namespace heliograph::reports
