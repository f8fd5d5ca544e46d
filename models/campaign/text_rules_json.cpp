// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/text_rules_json.h"

#include "campaign/json_reader.h"

namespace heliograph::campaign {
namespace {

const QStringList& optOutNames() {
  static const QStringList names{QStringLiteral("never"), QStringLiteral("first_text"), QStringLiteral("always")};
  return names;
}

Result<message::OptOutLine> optOutFromJson(const QJsonObject& json) {
  JsonReader reader(json);
  message::OptOutLine line;
  line.when = static_cast<message::OptOutLine::When>(reader.oneOf(QStringLiteral("when"), optOutNames()));
  line.text = reader.text(QStringLiteral("text"));
  if (line.text.size() > message::OptOutLine::longest) {
    reader.note(QStringLiteral("text"), QStringLiteral("at most %1 characters").arg(message::OptOutLine::longest));
  }
  if (reader.fault()) return fail(*reader.fault());
  return line;
}

Result<message::LinkTagging> taggingFromJson(const QJsonObject& json) {
  JsonReader reader(json);
  message::LinkTagging tagging;
  tagging.on = reader.truth(QStringLiteral("on"));
  tagging.source = reader.text(QStringLiteral("source"));
  tagging.medium = reader.text(QStringLiteral("medium"));
  tagging.campaign = reader.text(QStringLiteral("campaign"));
  tagging.term = reader.text(QStringLiteral("term"));
  tagging.content = reader.text(QStringLiteral("content"));
  if (reader.fault()) return fail(*reader.fault());
  return tagging;
}

QJsonObject toJson(const message::LinkTagging& tagging) {
  return {{QStringLiteral("on"), tagging.on},         {QStringLiteral("source"), tagging.source},
          {QStringLiteral("medium"), tagging.medium}, {QStringLiteral("campaign"), tagging.campaign},
          {QStringLiteral("term"), tagging.term},     {QStringLiteral("content"), tagging.content}};
}

QJsonObject toJson(const message::LinkRules& links) {
  QJsonObject json{{QStringLiteral("tagging"), toJson(links.tagging)},
                   {QStringLiteral("shortener"), links.shortener},
                   {QStringLiteral("shortened"), QJsonArray::fromStringList(links.shortened)}};
  QJsonObject made;
  for (const auto& [link, shortLink] : links.shortLinks) made.insert(link, shortLink);
  if (!made.isEmpty()) json.insert(QStringLiteral("short_links"), made);
  return json;
}

Result<message::LinkRules> linksFromJson(const QJsonObject& json) {
  JsonReader reader(json);
  message::LinkRules links;
  auto tagging = taggingFromJson(reader.object(QStringLiteral("tagging")));
  reader.take(tagging);
  if (tagging) links.tagging = std::move(*tagging);
  links.shortener = reader.text(QStringLiteral("shortener"));
  links.shortened = reader.texts(QStringLiteral("shortened"));
  const QJsonObject made = reader.object(QStringLiteral("short_links"));
  for (auto it = made.begin(); it != made.end(); ++it) links.shortLinks.emplace(it.key(), it.value().toString());
  if (reader.fault()) return fail(*reader.fault());
  return links;
}

}  // namespace

Result<message::TextRules> textRulesFromJson(const QJsonObject& json) {
  JsonReader reader(json);
  message::TextRules rules;
  rules.keepGsm7 = reader.truth(QStringLiteral("keep_gsm7"));
  auto optOut = optOutFromJson(reader.object(QStringLiteral("opt_out")));
  reader.take(optOut);
  if (optOut) rules.optOut = std::move(*optOut);
  auto links = linksFromJson(reader.object(QStringLiteral("links")));
  reader.take(links);
  if (links) rules.links = std::move(*links);
  if (reader.fault()) return fail(*reader.fault());
  return rules;
}

QJsonObject toJson(const message::TextRules& rules) {
  QJsonObject json;
  if (rules.keepGsm7) json.insert(QStringLiteral("keep_gsm7"), true);
  if (rules.optOut != message::OptOutLine{}) {
    json.insert(QStringLiteral("opt_out"),
                QJsonObject{{QStringLiteral("when"), optOutNames().at(static_cast<int>(rules.optOut.when))},
                            {QStringLiteral("text"), rules.optOut.text}});
  }
  if (rules.links != message::LinkRules{}) json.insert(QStringLiteral("links"), toJson(rules.links));
  return json;
}

Result<LinkedUse> linkedUseFromJson(const QJsonObject& json) {
  JsonReader reader(json);
  LinkedUse use;
  use.source = reader.text(QStringLiteral("source"));
  if (use.source.isEmpty()) reader.note(QStringLiteral("linked.source"), QStringLiteral("the name of a source"));
  const QJsonObject parameters = reader.object(QStringLiteral("parameters"));
  for (auto it = parameters.begin(); it != parameters.end(); ++it) {
    JsonReader one(it.value().toObject());
    const bool property = one.has(QStringLiteral("property"));
    const QString value = one.text(property ? QStringLiteral("property") : QStringLiteral("text"));
    if (one.fault()) return fail(*one.fault());
    use.parameters.insert(it.key(), {property ? LinkedParameter::From::Property : LinkedParameter::From::Text, value});
  }
  if (reader.fault()) return fail(*reader.fault());
  return use;
}

QJsonArray toJson(const std::vector<LinkedUse>& linked) {
  QJsonArray list;
  for (const LinkedUse& use : linked) {
    QJsonObject parameters;
    for (auto it = use.parameters.begin(); it != use.parameters.end(); ++it) {
      const bool property = it.value().from == LinkedParameter::From::Property;
      parameters.insert(
          it.key(), QJsonObject{{property ? QStringLiteral("property") : QStringLiteral("text"), it.value().value}});
    }
    list.append(QJsonObject{{QStringLiteral("source"), use.source}, {QStringLiteral("parameters"), parameters}});
  }
  return list;
}

}  // namespace heliograph::campaign
