// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/campaign_json.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace heliograph::campaign {
namespace {

constexpr int kMostParts = 10;

tl::unexpected<Error> wrong(const QString& member, const QString& wanted) {
  return fail(ErrorCode::InvalidInput, QStringLiteral("\"%1\" must be %2.").arg(member, wanted));
}

/// Reads the members of one object and keeps the first fault.
class Reader {
 public:
  explicit Reader(const QJsonObject& json) : m_json(json) {}

  [[nodiscard]] bool has(const QString& name) const { return m_json.contains(name); }

  QString text(const QString& name) {
    const QJsonValue value = m_json.value(name);
    if (!value.isUndefined() && !value.isString()) note(name, QStringLiteral("a text"));
    return value.toString();
  }

  QJsonObject object(const QString& name) {
    const QJsonValue value = m_json.value(name);
    if (!value.isUndefined() && !value.isObject()) note(name, QStringLiteral("an object"));
    return value.toObject();
  }

  QStringList texts(const QString& name) {
    const QJsonValue value = m_json.value(name);
    QStringList list;
    bool fits = value.isUndefined() || value.isArray();
    for (const auto& one : value.toArray()) {
      fits = fits && one.isString();
      list << one.toString();
    }
    if (!fits) note(name, QStringLiteral("a list of texts"));
    return list;
  }

  int number(const QString& name, int least, int most, int fallback) {
    const QJsonValue value = m_json.value(name);
    if (value.isUndefined()) return fallback;
    const int number = value.toInt(least - 1);
    if (number < least || number > most) {
      note(name, QStringLiteral("a whole number from %1 to %2").arg(least).arg(most));
    }
    return number;
  }

  /// The place of a text in a list of names; 0 when it is absent.
  int oneOf(const QString& name, const QStringList& names) {
    if (!has(name)) return 0;
    const auto at = names.indexOf(text(name));
    if (at < 0) note(name, QStringLiteral("one of %1").arg(names.join(QStringLiteral(", "))));
    return static_cast<int>(std::max<qsizetype>(at, 0));
  }

  void note(const QString& name, const QString& wanted) {
    if (!m_fault) m_fault = wrong(name, wanted).value();
  }
  [[nodiscard]] const std::optional<Error>& fault() const { return m_fault; }

 private:
  QJsonObject m_json;
  std::optional<Error> m_fault;
};

Result<audience::Segment> segmentMember(const QJsonObject& json) {
  if (!json.value(u"segment").isObject()) {
    return wrong(QStringLiteral("audience.segment"), QStringLiteral("an object with the rules"));
  }
  auto segment = audience::segmentFromJson(json.value(u"segment").toObject());
  if (!segment) {
    return fail(ErrorCode::InvalidInput, QStringLiteral("\"audience.segment\": ") + segment.error().message);
  }
  return segment;
}

Result<Audience> savedFromJson(const QJsonObject& json) {
  Audience audience = Audience::saved(SegmentId{json.value(u"id").toInteger()}, json.value(u"name").toString());
  if (!audience.segmentId.isValid() && audience.segmentName.isEmpty()) {
    return wrong(QStringLiteral("audience.id"), QStringLiteral("the number of a saved segment"));
  }
  if (json.contains(u"segment")) {
    auto segment = segmentMember(json);
    if (!segment) return fail(segment.error());
    audience.segment = *segment;
  }
  return audience;
}

Result<Audience> audienceFromJson(const QJsonObject& json) {
  const QString kind = json.value(u"kind").toString(QStringLiteral("none"));
  if (kind == u"none") return Audience{};
  if (kind == u"everybody") return Audience::everybody();
  if (kind == u"saved") return savedFromJson(json);
  if (kind == u"rules") {
    auto segment = segmentMember(json);
    if (!segment) return fail(segment.error());
    return Audience::rules(*segment);
  }
  return wrong(QStringLiteral("audience.kind"), QStringLiteral("one of none, everybody, saved, rules"));
}

Result<Release> releaseFromJson(const QJsonObject& json) {
  const QJsonValue first = json.value(u"first");
  if (first.isUndefined()) return Release::everybody();
  const int people = first.toInt();
  if (people >= 1 && people <= Release::most) return Release::firstThenAsk(people);
  return wrong(QStringLiteral("release.first"), QStringLiteral("a whole number from 1 to %1").arg(Release::most));
}

Result<> readParts(Reader& reader, Campaign& campaign) {
  auto route = routeFromJson(reader.object(QStringLiteral("route")));
  if (!route) return fail(route.error());
  campaign.route = *route;
  auto audience = audienceFromJson(reader.object(QStringLiteral("audience")));
  if (!audience) return fail(audience.error());
  campaign.audience = *audience;
  auto release = releaseFromJson(reader.object(QStringLiteral("release")));
  if (!release) return fail(release.error());
  campaign.release = *release;
  if (!reader.has(QStringLiteral("when"))) return {};
  auto when = schedule::whenFromJson(reader.object(QStringLiteral("when")));
  if (!when) return fail(when.error());
  campaign.when = *when;
  return {};
}

}  // namespace

Result<Route> routeFromJson(const QJsonObject& json) {
  const QString kind = json.value(u"kind").toString(QStringLiteral("default"));
  if (kind == u"default") return Route{};
  if (kind != u"provider" && kind != u"group") {
    return wrong(QStringLiteral("route.kind"), QStringLiteral("one of default, provider, group"));
  }
  const qint64 id = json.value(u"id").toInteger();
  if (id <= 0) return wrong(QStringLiteral("route.id"), QStringLiteral("the number of a provider or group"));
  return Route{kind, id};
}

QJsonObject toJson(const Route& route) {
  if (route.isDefault()) return {{QStringLiteral("kind"), QStringLiteral("default")}};
  return {{QStringLiteral("kind"), route.kind}, {QStringLiteral("id"), route.id}};
}

QJsonObject toJson(const Audience& audience) {
  const QString kind = QStringLiteral("kind");
  const QString segment = QStringLiteral("segment");
  switch (audience.kind) {
    case Audience::Kind::None:
      return {{kind, QStringLiteral("none")}};
    case Audience::Kind::Everybody:
      return {{kind, QStringLiteral("everybody")}};
    case Audience::Kind::Rules:
      return {{kind, QStringLiteral("rules")}, {segment, audience::toJson(audience.segment)}};
    case Audience::Kind::Saved:
      break;
  }
  QJsonObject saved{{kind, QStringLiteral("saved")},
                    {QStringLiteral("id"), audience.segmentId.value},
                    {QStringLiteral("name"), audience.segmentName}};
  if (!audience.segment.isEverybody()) saved.insert(segment, audience::toJson(audience.segment));
  return saved;
}

QJsonObject toJson(const Campaign& campaign) {
  QJsonObject json{{QStringLiteral("name"), campaign.name},
                   {QStringLiteral("labels"), QJsonArray::fromStringList(campaign.labels)},
                   {QStringLiteral("channel"), channelName(campaign.channel)},
                   {QStringLiteral("purpose"), purposeName(campaign.purpose)},
                   {QStringLiteral("route"), toJson(campaign.route)},
                   {QStringLiteral("audience"), toJson(campaign.audience)},
                   {QStringLiteral("message"), QString::fromUtf8(campaign.message)},
                   {QStringLiteral("max_parts"), campaign.limits.maxParts},
                   {QStringLiteral("when"), schedule::toJson(campaign.when)}};
  if (campaign.release.asks()) {
    json.insert(QStringLiteral("release"), QJsonObject{{QStringLiteral("first"), campaign.release.first}});
  }
  return json;
}

Result<Campaign> campaignFromJson(const QJsonObject& json) {
  Reader reader(json);
  Campaign campaign;
  campaign.name = reader.text(QStringLiteral("name"));
  campaign.labels = reader.texts(QStringLiteral("labels"));
  reader.oneOf(QStringLiteral("channel"), {channelName(Channel::Sms)});
  const QStringList purposes{purposeName(Purpose::Marketing), purposeName(Purpose::Transactional)};
  campaign.purpose =
      reader.oneOf(QStringLiteral("purpose"), purposes) == 1 ? Purpose::Transactional : Purpose::Marketing;
  campaign.message = reader.text(QStringLiteral("message")).toUtf8();
  campaign.limits.maxParts = reader.number(QStringLiteral("max_parts"), 1, kMostParts, campaign.limits.maxParts);
  HELIOGRAPH_TRY(readParts(reader, campaign));
  if (reader.fault()) return fail(*reader.fault());
  return campaign;
}

Result<Campaign> campaignFromJson(const QByteArray& json) {
  QJsonParseError problem;
  const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
  if (problem.error != QJsonParseError::NoError) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("This is no JSON: %1 at byte %2.").arg(problem.errorString()).arg(problem.offset));
  }
  if (!document.isObject()) {
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("A campaign is a JSON object, {…}. This is a list or a value."));
  }
  return campaignFromJson(document.object());
}

}  // namespace heliograph::campaign
