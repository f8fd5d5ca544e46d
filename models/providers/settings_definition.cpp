// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/settings_definition.h"

#include "providers/definition_parts.h"
#include "providers/header_rules.h"
#include "providers/json_template.h"
#include "providers/settings_answer.h"

namespace heliograph::providers {
namespace {

const QString secretPrefix = QStringLiteral("Secret_");

/// Builds the request side; the answer side is made by answerFromSettings().
class RequestMaker {
 public:
  RequestMaker(const ProviderDefinition& kind, const Provider& provider) : m_provider(provider) {
    m_made.definition = kind;
    m_made.definition.madeFromSettings = false;
  }

  MadeDefinition make() {
    RequestSpec& request = m_made.definition.send.request;
    request.method = value(u"method") == QStringLiteral("GET") ? RequestSpec::Method::Get : RequestSpec::Method::Post;
    makeEndpoint(request);
    makeAuthentication();
    request.headers = makeRows(QStringLiteral("headers"), true);
    if (request.method == RequestSpec::Method::Post) makeBody(request);
    checkTokens();
    m_made.definition.numberForm = numberForm();
    auto answer = answerFromSettings(m_made.definition, m_provider, m_made.errors);
    m_made.definition.send.answer = std::move(answer);
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
    request.target = translated(TextTemplate::parseDollars(target), field, false);
  }

  void makeAuthentication() {
    using Strategy = Authentication::Strategy;
    Authentication& authentication = m_made.definition.authentication;
    const QString auth = value(u"auth");
    const auto secret = [](const QString& field) { return TextTemplate({{true, QStringLiteral("secrets.") + field}}); };
    if (auth == QStringLiteral("basic")) {
      authentication = {Strategy::Basic, TextTemplate({{true, QStringLiteral("settings.username")}}),
                        secret(QStringLiteral("password")), QString()};
    } else if (auth == QStringLiteral("bearer")) {
      authentication = {Strategy::Bearer, TextTemplate(), secret(QStringLiteral("token")), QString()};
    } else if (auth == QStringLiteral("header")) {
      authentication = {Strategy::Header, TextTemplate(), secret(QStringLiteral("auth_value")), value(u"auth_header")};
      if (!isSettableHeader(authentication.headerName)) {
        add(QStringLiteral("auth_header"), QStringLiteral("This header is written by the program itself."));
      }
    }
  }

  void makeBody(RequestSpec& request) {
    if (value(u"body") != QStringLiteral("json")) {
      request.body = RequestSpec::Body::Form;
      request.form = makeRows(QStringLiteral("parameters"), false);
      return;
    }
    request.body = RequestSpec::Body::Json;
    const QString field = QStringLiteral("json");
    auto parsed = parseJsonTemplate(value(field), TokenStyle::Dollars);
    if (!parsed) return add(field, parsed.error().message);
    request.json = translated(*parsed, field, true);
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
      fields.push_back({TextTemplate::literal(row.name), translated(text, field, true), QString()});
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
    static const QHash<QString, QString> known{{QStringLiteral("To"), QStringLiteral("To")},
                                               {QStringLiteral("Body"), QStringLiteral("Body")},
                                               {QStringLiteral("MessageID"), QStringLiteral("ClientId")},
                                               {QStringLiteral("CampaignID"), QStringLiteral("CampaignId")}};
    if (!known.contains(token)) {
      add(field, QStringLiteral("The token “$$%1” isn't known. There are $$To, $$Body, $$MessageID and $$CampaignID; "
                                "capitals count.")
                     .arg(token));
    }
    return known.value(token);
  }

  QString secretToken(const QString& token, const QString& field, bool allowed) {
    const QString name = token.mid(secretPrefix.size()).toLower();
    if (!allowed) add(field, QStringLiteral("A secret can't stand in an address. Put it into a header or the body."));
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
    const QString place = m_made.definition.send.request.method == RequestSpec::Method::Get ? QStringLiteral("endpoint")
                          : value(u"body") == QStringLiteral("json")                        ? QStringLiteral("json")
                                                                     : QStringLiteral("parameters");
    if (!m_tokens.contains(QStringLiteral("To")))
      add(place, QStringLiteral("$$To, the number, has to stand somewhere."));
    if (!m_tokens.contains(QStringLiteral("Body")))
      add(place, QStringLiteral("$$Body, the text, has to stand somewhere."));
  }

  [[nodiscard]] NumberForm numberForm() const {
    const QString form = value(u"number_form");
    if (form == QStringLiteral("digits")) return NumberForm::Digits;
    return form == QStringLiteral("national") ? NumberForm::National : NumberForm::E164;
  }

  const Provider& m_provider;
  MadeDefinition m_made;
  QStringList m_tokens;
};

}  // namespace

MadeDefinition definitionFromSettings(const ProviderDefinition& kind, const Provider& provider) {
  return RequestMaker(kind, provider).make();
}

}  // namespace heliograph::providers
