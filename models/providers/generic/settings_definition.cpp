// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/generic/settings_definition.h"

#include <algorithm>

#include "providers/definition/definition_parts.h"
#include "providers/generic/settings_answer.h"
#include "providers/template/header_rules.h"
#include "providers/template/json_template.h"

namespace heliograph::providers {
namespace {

const QString secretPrefix = QStringLiteral("Secret_");
constexpr int mostInBatch = 1000;
constexpr int mostWithMessageId = 100;

/// What differs between the kinds that are made from settings.
struct SettingsLanguage {
  struct Token {
    QString written;  ///< by a person, without "$$"
    QString token;    ///< the engine's name of it
    QString missing;  ///< the sentence when it stands nowhere; empty: it needn't
  };
  std::vector<Token> tokens;
  bool takesCustom = false;  ///< any other token is a value that each campaign gives
  QString idSetting;         ///< says where the answer's id, or its short link, stands
};

SettingsLanguage languageOf(const ProviderDefinition& kind) {
  if (kind.shortLinkLength > 0) {
    return {{{QStringLiteral("Link"), QStringLiteral("Link"),
              QStringLiteral("$$Link, the long link, has to stand somewhere.")}},
            false,
            QStringLiteral("short_link_selector")};
  }
  return {{{QStringLiteral("To"), QStringLiteral("To"), QStringLiteral("$$To, the number, has to stand somewhere.")},
           {QStringLiteral("Body"), QStringLiteral("Body"), {}},
           {QStringLiteral("TemplateID"), QStringLiteral("TemplateId"), {}},
           {QStringLiteral("TemplateId"), QStringLiteral("TemplateId"), {}},
           {QStringLiteral("TemplateVariables"), QStringLiteral("TemplateVariables"), {}},
           {QStringLiteral("MessageID"), QStringLiteral("ClientId"), {}},
           {QStringLiteral("CampaignID"), QStringLiteral("CampaignId"), {}}},
          true,
          QStringLiteral("message_id_selector")};
}

/// Builds the request side; the answer side is made by answerFromSettings().
class RequestMaker {
 public:
  RequestMaker(const ProviderDefinition& kind, const Provider& provider)
      : m_provider(provider), m_language(languageOf(kind)) {
    m_made.definition = kind;
    m_made.definition.madeFromSettings = false;
  }

  MadeDefinition make() {
    RequestSpec& request = m_made.definition.send.request;
    request.method = readMethod(value(u"method"));
    makeEndpoint(request);
    makeAuthentication();
    request.headers = makeRows(QStringLiteral("headers"), true);
    if (request.method != RequestSpec::Method::Get) makeBody(request);
    checkTokens();
    m_made.definition.numberForm = numberForm();
    makeBatch();
    makeAnswer();
    m_made.definition.takesExtraPairs = m_language.takesCustom;
    return std::move(m_made);
  }

 private:
  [[nodiscard]] QString value(QStringView name) const {
    const SettingField* field = m_made.definition.field(name.toString());
    return field ? m_provider.setting(*field) : QString();
  }

  void add(const QString& field, const QString& text) { m_made.errors.push_back({field, text}); }

  void makeEndpoint(RequestSpec& request) {
    const QString field = QStringLiteral("endpoint");
    const QString text = value(field).trimmed();
    const qsizetype hostAt = text.indexOf(QStringLiteral("://")) + 3;
    qsizetype hostEnd = hostAt;
    while (hostEnd < text.size() && !QStringLiteral("/?#").contains(text.at(hostEnd))) ++hostEnd;
    const QString base = text.left(hostEnd);
    QString target = text.mid(hostEnd);
    if (!target.startsWith(QLatin1Char('/'))) target.prepend(QLatin1Char('/'));
    if (base.contains(QStringLiteral("$$")))
      return add(field, QStringLiteral("A token can't be part of the host name."));
    if (target.contains(QLatin1Char('#')))
      return add(field, QStringLiteral("An address for sending has no “#” in it."));
    const auto allowed = checkBaseUrl(base);
    if (!allowed) return add(field, allowed.error().message);
    m_made.definition.baseUrl = TextTemplate::literal(base);
    // Who writes a secret's token into an address asks for it there. A shortener's address is part of every text's way.
    m_made.definition.secretsInAddress = m_language.takesCustom;
    request.target = translated(TextTemplate::parseDollars(target), field, m_language.takesCustom);
    refuseWrittenSecrets(target);
  }

  /// Settings lie in the workspace, where secrets don't belong.
  void refuseWrittenSecrets(const QString& target) {
    for (const QString& pair : target.section(u'?', 1).split(u'&', Qt::SkipEmptyParts)) {
      const QString name = pair.section(u'=', 0, 0);
      const QString text = pair.section(u'=', 1);
      if (!m_language.takesCustom || text.isEmpty() || text.contains(QStringLiteral("$$")) || !soundsSecret(name)) {
        continue;
      }
      add(QStringLiteral("endpoint"),
          QStringLiteral("“%1” looks like a secret, and secrets aren't kept among the settings. Write $$Secret_%1 as "
                         "its value, and give the secret itself in its own field.")
              .arg(name));
    }
  }

  void makeAuthentication() {
    using Strategy = Authentication::Strategy;
    Authentication& authentication = m_made.definition.authentication;
    const QString auth = value(u"auth");
    const auto secret = [](const QString& field) { return TextTemplate({{true, QStringLiteral("secrets.") + field}}); };
    if (auth == QStringLiteral("basic")) {
      authentication = {Strategy::Basic, TextTemplate({{true, QStringLiteral("settings.username")}}),
                        secret(QStringLiteral("password"))};
    } else if (auth == QStringLiteral("bearer")) {
      authentication = {Strategy::Bearer, TextTemplate(), secret(QStringLiteral("token"))};
    } else if (auth == QStringLiteral("oauth2")) {
      makeOAuth(authentication);
    } else if (auth == QStringLiteral("header")) {
      authentication = {Strategy::Header, TextTemplate(), secret(QStringLiteral("auth_value")), value(u"auth_header")};
      if (!isSettableHeader(authentication.headerName)) {
        add(QStringLiteral("auth_header"), QStringLiteral("This header is written by the program itself."));
      }
    }
  }

  void makeOAuth(Authentication& authentication) {
    const QString field = QStringLiteral("oauth_url");
    const QString url = value(field).trimmed();
    const qsizetype pathAt = url.indexOf(QLatin1Char('/'), url.indexOf(QStringLiteral("://")) + 3);
    const auto allowed = checkBaseUrl(pathAt < 0 ? url : url.left(pathAt));
    if (!allowed) add(field, allowed.error().message);
    authentication.strategy = Authentication::Strategy::OAuth2;
    authentication.user = TextTemplate({{true, QStringLiteral("settings.oauth_client_id")}});
    authentication.secret = TextTemplate({{true, QStringLiteral("secrets.oauth_client_secret")}});
    authentication.tokenUrl = TextTemplate::literal(url);
    authentication.form = makeRows(QStringLiteral("oauth_pairs"), false);
    for (const RequestField& pair : authentication.form) {
      for (const QString& token : pair.value.tokens()) {
        if (token.startsWith(QStringLiteral("secrets."))) continue;
        add(QStringLiteral("oauth_pairs"),
            QStringLiteral("Values of messages can't be part of what a token is asked with."));
      }
    }
  }

  void makeBatch() {
    const QString key = value(u"batch_key").trimmed();
    if (key.isEmpty() || value(u"body") != QStringLiteral("json") || value(u"method") == QStringLiteral("GET")) return;
    BatchSpec& batch = m_made.definition.batch;
    const JsonTemplate::Node* list = m_made.definition.send.request.json.listAt(key);
    if (m_made.errors.empty() && (!list || list->children.size() != 1)) {
      add(QStringLiteral("batch_key"),
          QStringLiteral("“%1” has to be a list in the JSON with one element, which is repeated for each message.")
              .arg(key));
    }
    batch.at = key;
    batch.most = std::clamp(value(u"max_batch").toInt(), 1, mostInBatch);
    // Reports come back by this id, and the provider's side takes no more of them at once.
    if (m_tokens.contains(QStringLiteral("MessageID"))) batch.most = std::min(batch.most, mostWithMessageId);
    const QString match = value(u"batch_match");
    if (match == QStringLiteral("index")) batch.match = BatchSpec::Match::Index;
    if (match == QStringLiteral("client_id")) batch.match = BatchSpec::Match::ClientId;
    if (match == QStringLiteral("number")) batch.match = BatchSpec::Match::Number;
    if (batch.match == BatchSpec::Match::Whole) return;
    const QString each = QStringLiteral("batch_results_selector");
    auto selector = Selector::parse(value(each).trimmed());
    if (!selector || value(each).trimmed().isEmpty()) {
      return add(each, QStringLiteral("Say where the results of the messages stand, such as “messages”."));
    }
    batch.each = std::move(*selector);
    const QString echo = batch.match == BatchSpec::Match::Number ? QStringLiteral("echo_to_selector")
                                                                 : QStringLiteral("echo_id_selector");
    if (batch.match != BatchSpec::Match::Index && value(echo).trimmed().isEmpty()) {
      add(echo, QStringLiteral("Say where this stands in each result: messages are told apart by it."));
    }
  }

  void makeAnswer() {
    ProviderDefinition& made = m_made.definition;
    const bool hasResults = made.batch.isUsed() && made.batch.match != BatchSpec::Match::Whole;
    auto answer = answerFromSettings(made, m_provider, m_language.idSetting, hasResults, m_made.errors);
    if (hasResults) {
      std::vector<FieldError> sameErrors;
      auto result = answerFromSettings(made, m_provider, m_language.idSetting, false, sameErrors);
      made.batch.result = std::move(result);
    }
    made.send.answer = std::move(answer);
  }

  void makeBody(RequestSpec& request) {
    if (value(u"body") == QStringLiteral("xml")) return makeXml(request);
    if (value(u"body") != QStringLiteral("json")) {
      request.body = RequestSpec::Body::Form;
      request.form = makeRows(QStringLiteral("parameters"), false);
      return;
    }
    request.body = RequestSpec::Body::Json;
    const QString field = QStringLiteral("json");
    auto parsed = JsonTemplate::parse(value(field), TokenStyle::Dollars);
    if (!parsed) return add(field, parsed.error().message);
    translate(parsed->root(), field);
    request.json = std::move(*parsed);
  }

  void makeXml(RequestSpec& request) {
    request.body = RequestSpec::Body::Xml;
    const QString field = QStringLiteral("xml");
    auto parsed = XmlTemplate::parse(value(field), TokenStyle::Dollars);
    if (!parsed) return add(field, sentenceOf(parsed.error().message));
    translate(parsed->root(), field);
    request.xml = std::move(*parsed);
  }

  static QString sentenceOf(const QString& text) { return text.left(1).toUpper() + text.mid(1) + QLatin1Char('.'); }

  void translate(XmlTemplate::Node& node, const QString& field) {
    node.text = translated(node.text, field, true);
    for (auto& [name, text] : node.attributes) text = translated(text, field, true);
    for (XmlTemplate::Node& child : node.children) translate(child, field);
  }

  void translate(JsonTemplate::Node& node, const QString& field) {
    node.text = translated(node.text, field, true);
    for (auto& [name, child] : node.children) {
      name = translated(name, field, false);
      translate(child, field);
    }
  }

  std::vector<RequestField> makeRows(const QString& field, bool headers) {
    std::vector<RequestField> fields;
    const auto rows = settingRows(m_provider, field);
    if (!rows) {
      add(field, rows.error().message);
      return fields;
    }
    for (const SettingRow& row : *rows) {
      TextTemplate text = TextTemplate::parseDollars(row.value);
      if (headers && !isSettableHeader(row.name)) {
        add(field, QStringLiteral("“%1” can't be used as a header's name.").arg(row.name));
      }
      if (!row.secret.isEmpty()) text = TextTemplate({{true, secretPrefix + row.secret}});
      if (soundsSecret(row.name) && !row.value.isEmpty() && text.tokens().isEmpty()) {
        add(field,
            QStringLiteral("“%1” looks like a secret, and secrets aren't kept among the settings. Write it as "
                           "{\"name\": \"%1\", \"secret\": \"some_name\"}, and its value goes into the secret store.")
                .arg(row.name));
      }
      fields.push_back({TextTemplate::literal(row.name), translated(text, field, true)});
    }
    return fields;
  }

  /// The generic provider's token names to the engine's.
  TextTemplate translated(const TextTemplate& text, const QString& field, bool secrets) {
    std::vector<TextTemplate::Piece> pieces = text.pieces();
    for (TextTemplate::Piece& piece : pieces) {
      if (!piece.isToken) continue;
      m_tokens.append(piece.text);
      piece.text =
          piece.text.startsWith(secretPrefix) ? secretToken(piece.text, field, secrets) : plainToken(piece.text, field);
    }
    return TextTemplate(std::move(pieces));
  }

  QString plainToken(const QString& token, const QString& field) {
    const auto& all = m_language.tokens;
    const auto known =
        std::find_if(all.begin(), all.end(), [&](const SettingsLanguage::Token& one) { return one.written == token; });
    if (known != all.end()) return known->token;
    // A slip of the pen isn't a token of one's own.
    const bool slip = token == QStringLiteral("MessageBody") ||
                      std::any_of(all.begin(), all.end(), [&](const SettingsLanguage::Token& one) {
                        return one.written.compare(token, Qt::CaseInsensitive) == 0;
                      });
    if (m_language.takesCustom && !slip) return QStringLiteral("custom.") + token;
    QStringList names;
    for (const SettingsLanguage::Token& one : all) names << QStringLiteral("$$") + one.written;
    const QString last = names.takeLast();
    const QString list = names.isEmpty()
                             ? QStringLiteral("There is %1").arg(last)
                             : QStringLiteral("There are %1 and %2").arg(names.join(QStringLiteral(", ")), last);
    add(field, QStringLiteral("The token “$$%1” isn't known. %2; capitals count.").arg(token, list));
    return {};
  }

  QString secretToken(const QString& token, const QString& field, bool allowed) {
    const QString name = token.mid(secretPrefix.size()).toLower();
    if (!allowed) add(field, QStringLiteral("A secret can't stand here. Put it into a header or a value of the body."));
    const SettingField* there = m_made.definition.field(name);
    if (there && !there->secret) {
      add(field, QStringLiteral("“%1” is the name of a setting already. Give the secret another name.").arg(name));
    } else if (!there) {
      SettingField secret;
      secret.name = name;
      secret.label = name;
      secret.secret = true;
      secret.required = true;
      m_made.definition.settings.push_back(secret);
    }
    return QStringLiteral("secrets.") + name;
  }

  void checkTokens() {
    if (!m_made.errors.empty()) return;
    const QString body = value(u"body");
    const bool isWhole = body == QStringLiteral("json") || body == QStringLiteral("xml");
    const bool gets = m_made.definition.send.request.method == RequestSpec::Method::Get;
    const QString place = gets ? QStringLiteral("endpoint") : isWhole ? body : QStringLiteral("parameters");
    for (const SettingsLanguage::Token& token : m_language.tokens) {
      if (!token.missing.isEmpty() && !m_tokens.contains(token.written)) add(place, token.missing);
    }
    const bool says = m_tokens.contains(QStringLiteral("Body")) || m_tokens.contains(QStringLiteral("TemplateID")) ||
                      m_tokens.contains(QStringLiteral("TemplateId"));
    if (m_language.takesCustom && !says) {
      add(place, QStringLiteral("$$Body, the text, or $$TemplateID has to stand somewhere."));
    }
  }

  [[nodiscard]] NumberForm numberForm() const {
    const QString form = value(u"number_form");
    if (form == QStringLiteral("digits")) return NumberForm::Digits;
    return form == QStringLiteral("national") ? NumberForm::National : NumberForm::E164;
  }

  const Provider& m_provider;
  SettingsLanguage m_language;
  MadeDefinition m_made;
  QStringList m_tokens;
};

}  // namespace

MadeDefinition definitionFromSettings(const ProviderDefinition& kind, const Provider& provider) {
  return RequestMaker(kind, provider).make();
}

}  // namespace heliograph::providers
