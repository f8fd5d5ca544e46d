// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/generic/curl_import.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>
#include <algorithm>
#include <functional>

#include "providers/template/header_rules.h"

namespace heliograph::providers {
namespace {

using CurlPairs = std::vector<std::pair<QString, QString>>;

QString plainKey(const QString& name) {
  QString plain = name.toLower();
  static const QRegularExpression other(QStringLiteral("[^a-z0-9]"));
  return plain.remove(other);
}

bool isOneOf(const QString& name, std::initializer_list<const char*> keys) {
  const QString plain = plainKey(name);
  return std::any_of(keys.begin(), keys.end(), [&](const char* key) { return plain == QLatin1String(key); });
}

bool namesRecipient(const QString& name) {
  return isOneOf(name, {"to",         "tos",         "mobile",       "mobiles",     "mobileno",     "mobilenumber",
                        "msisdn",     "phone",       "phoneno",      "phonenumber", "phonenumbers", "recipient",
                        "recipients", "destination", "destinations", "dest",        "dst",          "number",
                        "numbers",    "receiver",    "sendto",       "toaddress",   "contacts",     "contact"});
}

bool namesText(const QString& name) {
  return isOneOf(name, {"body", "text", "message", "msg", "content", "sms", "messagebody", "messagetext", "smstext",
                        "messagecontent", "shortmessage", "smsbody", "smscontent"});
}

bool namesSender(const QString& name) {
  return isOneOf(name, {"from", "sender", "senderid", "sendername", "src", "source", "originator", "mask", "header"});
}

bool namesTemplate(const QString& name) {
  return isOneOf(name, {"templateid", "dlttemplateid", "dltcontentid", "dlttid", "flowid", "contenttemplateid"});
}

bool looksLikeNumber(const QString& value) {
  static const QRegularExpression number(QStringLiteral("^\\+?\\d[\\d ().-]{6,18}\\d$"));
  return number.match(value.trimmed()).hasMatch();
}

/// What documentation writes where a secret belongs.
bool isPlaceholder(const QString& value) {
  static const QRegularExpression placeholder(
      QStringLiteral("^(\\$.*|<.*>|\\{.*\\}|\\[.*\\]|x{3,}|\\*+|\\.{3,}|.*your[_ -].*|.*_here|.*here>?)$"),
      QRegularExpression::CaseInsensitiveOption);
  return value.trimmed().isEmpty() || placeholder.match(value.trimmed()).hasMatch();
}

bool holdsSecret(const QString& name) {
  return soundsSecret(name) || isOneOf(name, {"apikey", "key", "authkey", "accesskey", "pwd", "pass", "signature"});
}

/// A field's name for the secret store.
QString secretName(const QString& name) {
  static const QRegularExpression other(QStringLiteral("[^a-z0-9]+"));
  QString made = name.toLower().replace(other, QStringLiteral("_"));
  while (made.startsWith(u'_')) made.remove(0, 1);
  if (made.isEmpty() || made.front().isDigit()) made.prepend(QStringLiteral("key_"));
  // Names of the form's own fields.
  const bool taken = isOneOf(made, {"password", "token", "authvalue", "username", "json", "body", "auth", "method"});
  return taken ? QStringLiteral("pair_") + made : made;
}

CurlPairs pairsOf(const QString& encoded) {
  CurlPairs pairs;
  for (const QString& part : encoded.split(u'&', Qt::SkipEmptyParts)) {
    const qsizetype equals = part.indexOf(u'=');
    const auto plain = [](QString text) {
      return QUrl::fromPercentEncoding(text.replace(u'+', QStringLiteral("%20")).toUtf8());
    };
    pairs.emplace_back(plain(equals < 0 ? part : part.left(equals)),
                       equals < 0 ? QString() : plain(part.mid(equals + 1)));
  }
  return pairs;
}

bool isJsonBody(const CurlCommand& command) {
  const QString type = command.header(QStringLiteral("Content-Type"));
  if (type.contains(QStringLiteral("json"), Qt::CaseInsensitive)) return true;
  return !type.contains(QStringLiteral("form"), Qt::CaseInsensitive) &&
         !QJsonDocument::fromJson(command.data.toUtf8()).isNull();
}

/// One value of a command with its name and where it stands.
using Visit = std::function<void(const QString& place, const QString& name, const QString& value)>;

void visitJson(const QJsonValue& value, const QString& place, const QString& name, const Visit& visit) {
  if (value.isObject()) {
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
      visitJson(member.value(), place + u'/' + member.key(), member.key(), visit);
    }
  } else if (value.isArray()) {
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) visitJson(array.at(i), place + u'/' + QString::number(i), name, visit);
  } else if (value.isString()) {
    visit(place, name, value.toString());
  } else if (value.isDouble()) {
    visit(place, name, QString::number(value.toInteger()));
  }
}

void visitAll(const CurlCommand& command, const Visit& visit) {
  const auto visitPairs = [&](const CurlPairs& pairs, const QString& where) {
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      visit(where + QString::number(i), pairs[i].first, pairs[i].second);
    }
  };
  visitPairs(pairsOf(command.url.section(u'?', 1)), QStringLiteral("query/"));
  if (!command.form.empty()) return visitPairs(command.form, QStringLiteral("form/"));
  if (command.data.isEmpty()) return;
  if (!isJsonBody(command)) return visitPairs(pairsOf(command.data), QStringLiteral("form/"));
  const QJsonDocument json = QJsonDocument::fromJson(command.data.toUtf8());
  visitJson(json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object()), QStringLiteral("json"), {}, visit);
}

QString tokenOf(CurlFinding::Kind kind) {
  if (kind == CurlFinding::Kind::Number) return QStringLiteral("$$To");
  return kind == CurlFinding::Kind::Text ? QStringLiteral("$$Body") : QStringLiteral("$$TemplateID");
}

/// Puts the settings together.
class CurlImporter {
 public:
  CurlImporter(const CurlCommand& command, const std::vector<CurlFinding>& taken) : m_command(command) {
    for (const CurlFinding& finding : taken) {
      if (finding.kind != CurlFinding::Kind::Secret) m_tokens.insert(finding.place, tokenOf(finding.kind));
    }
    m_import.notes = command.notes;
  }

  Result<CurlImport> make() {
    const bool get = m_command.method == u"GET";
    if (!get && m_command.method != u"POST") {
      return fail(ErrorCode::Unsupported,
                  QStringLiteral("The command uses %1. Messages are sent by GET or POST only.").arg(m_command.method));
    }
    set(u"method", m_command.method);
    set(u"endpoint", endpoint());
    makeAuthentication();
    if (get) {
      if (!m_command.data.isEmpty()) m_import.notes << QStringLiteral("The body was left out: GET has none.");
    } else {
      HELIOGRAPH_TRY(makeBody());
    }
    m_import.settings.insert(QStringLiteral("headers"), m_headers);
    return std::move(m_import);
  }

 private:
  void set(QStringView name, const QString& value) { m_import.settings.insert(name.toString(), value); }

  void keep(const QString& field, const QString& secret) {
    m_import.secrets.insert(field, isPlaceholder(secret) ? QString() : secret);
  }

  QString endpoint() {
    QString made = m_command.url.section(u'?', 0, 0);
    const CurlPairs pairs = pairsOf(m_command.url.section(u'?', 1));
    QStringList query;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const auto& [name, value] = pairs[i];
      const QString token = m_tokens.value(QStringLiteral("query/") + QString::number(i));
      if (token.isEmpty() && holdsSecret(name)) {
        m_import.notes << QStringLiteral(
                              "“%1” travels in the address and may stand in the provider's own logs. If the provider "
                              "takes it as a header or in the body, send it there.")
                              .arg(name);
        const QString field = secretName(name);
        keep(field, value);
        query << QString::fromLatin1(QUrl::toPercentEncoding(name)) + QStringLiteral("=$$Secret_") + field;
        continue;
      }
      const QString written = token.isEmpty() ? QString::fromLatin1(QUrl::toPercentEncoding(value)) : token;
      query << QString::fromLatin1(QUrl::toPercentEncoding(name)) + u'=' + written;
    }
    if (made.contains(u'$') && !made.contains(QStringLiteral("$$"))) {
      m_import.notes << QStringLiteral("Write the value in the place of each “$NAME” of the address.");
    }
    return query.isEmpty() ? made : made + u'?' + query.join(u'&');
  }

  void makeAuthentication() {
    set(u"auth", QStringLiteral("none"));
    if (!m_command.user.isEmpty()) useBasic(m_command.user, m_command.password);
    for (const auto& [name, value] : m_command.headers) {
      if (name.compare(QStringLiteral("Authorization"), Qt::CaseInsensitive) == 0) {
        useAuthorization(name, value);
      } else if (holdsSecret(name)) {
        useHeader(name, value);
      } else if (!isMadeAnyway(name, value)) {
        m_headers.append(QJsonObject{{QStringLiteral("name"), name}, {QStringLiteral("value"), value}});
      }
    }
  }

  /// What is sent by itself.
  [[nodiscard]] bool isMadeAnyway(const QString& name, const QString& value) const {
    if (name.compare(QStringLiteral("Content-Type"), Qt::CaseInsensitive) != 0) return false;
    return value.startsWith(QStringLiteral("application/json"), Qt::CaseInsensitive) ||
           value.contains(QStringLiteral("form"), Qt::CaseInsensitive);
  }

  void useBasic(const QString& user, const QString& password) {
    set(u"auth", QStringLiteral("basic"));
    set(u"username", user);
    keep(QStringLiteral("password"), password);
  }

  void useAuthorization(const QString& name, const QString& value) {
    const QString scheme = value.section(u' ', 0, 0).toLower();
    const QString rest = value.section(u' ', 1).trimmed();
    if (scheme == u"bearer") {
      set(u"auth", QStringLiteral("bearer"));
      return keep(QStringLiteral("token"), rest);
    }
    const QString plain = QString::fromUtf8(QByteArray::fromBase64(rest.toLatin1()));
    if (scheme == u"basic" && (plain.contains(u':') || isPlaceholder(rest))) {
      return useBasic(plain.section(u':', 0, 0), plain.section(u':', 1));
    }
    useHeader(name, value);
  }

  void useHeader(const QString& name, const QString& value) {
    if (m_import.settings.value(u"auth").toString() == u"none") {
      set(u"auth", QStringLiteral("header"));
      set(u"auth_header", name);
      return keep(QStringLiteral("auth_value"), value);
    }
    m_headers.append(secretRow(name, value));
  }

  QJsonObject secretRow(const QString& name, const QString& value) {
    const QString field = secretName(name);
    keep(field, value);
    return {{QStringLiteral("name"), name}, {QStringLiteral("secret"), field}};
  }

  Result<> makeBody() {
    const bool json = m_command.form.empty() && !m_command.data.isEmpty() && isJsonBody(m_command);
    const QString type = m_command.header(QStringLiteral("Content-Type"));
    if (!json && (type.contains(QStringLiteral("xml")) || type.startsWith(QStringLiteral("text/")))) {
      return fail(ErrorCode::Unsupported,
                  QStringLiteral("The command sends %1. Key-value pairs and JSON can be sent.").arg(type));
    }
    set(u"body", json ? QStringLiteral("json") : QStringLiteral("form"));
    if (json) return makeJson();
    if (!m_command.form.empty()) {
      m_import.notes << QStringLiteral(
          "The command sends multipart/form-data; here the pairs go as "
          "application/x-www-form-urlencoded. Send a test to see whether the provider "
          "takes that.");
    }
    QJsonArray rows;
    const CurlPairs pairs = m_command.form.empty() ? pairsOf(m_command.data) : m_command.form;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const auto& [name, value] = pairs[i];
      const QString token = m_tokens.value(QStringLiteral("form/") + QString::number(i));
      if (token.isEmpty() && holdsSecret(name)) {
        rows.append(secretRow(name, value));
      } else {
        rows.append(
            QJsonObject{{QStringLiteral("name"), name}, {QStringLiteral("value"), token.isEmpty() ? value : token}});
      }
    }
    m_import.settings.insert(QStringLiteral("parameters"), rows);
    return {};
  }

  Result<> makeJson() {
    QJsonParseError problem{};
    const QJsonDocument json = QJsonDocument::fromJson(m_command.data.toUtf8(), &problem);
    if (json.isNull()) {
      return fail(ErrorCode::InvalidInput,
                  QStringLiteral("The JSON of the command can't be read: %1.").arg(problem.errorString()));
    }
    const QJsonDocument made = json.isArray()
                                   ? QJsonDocument(withTokens(json.array(), QStringLiteral("json"), {}).toArray())
                                   : QJsonDocument(withTokens(json.object(), QStringLiteral("json"), {}).toObject());
    set(u"json", QString::fromUtf8(made.toJson(QJsonDocument::Indented)).trimmed());
    return {};
  }

  QJsonValue withTokens(const QJsonValue& value, const QString& place, const QString& name) {
    if (value.isObject()) {
      QJsonObject object = value.toObject();
      for (const QString& key : object.keys()) object[key] = withTokens(object.value(key), place + u'/' + key, key);
      return object;
    }
    if (value.isArray()) return arrayWithTokens(value.toArray(), place, name);
    const QString token = m_tokens.value(place);
    if (!token.isEmpty()) return token;
    if (!value.isString() || !holdsSecret(name)) return value;
    const QString field = secretName(name);
    keep(field, value.toString());
    return QStringLiteral("$$Secret_") + field;
  }

  /// A list of recipients keeps one of them.
  QJsonValue arrayWithTokens(const QJsonArray& array, const QString& place, const QString& name) {
    QJsonArray made;
    for (qsizetype i = 0; i < array.size(); ++i) {
      const QString at = place + u'/' + QString::number(i);
      const QJsonValue item = withTokens(array.at(i), at, name);
      const bool repeats = i > 0 && (item == made.at(0) || (namesRecipient(name) && !array.at(i).isObject()));
      if (!repeats) made.append(item);
    }
    return made;
  }

  const CurlCommand& m_command;
  QHash<QString, QString> m_tokens;  ///< by place
  QJsonArray m_headers;
  CurlImport m_import;
};

}  // namespace

std::vector<CurlFinding> findingsOf(const CurlCommand& command) {
  std::vector<CurlFinding> named;
  std::vector<CurlFinding> numbers;
  std::vector<CurlFinding> texts;
  visitAll(command, [&](const QString& place, const QString& name, const QString& value) {
    using Kind = CurlFinding::Kind;
    const bool isTo =
        namesRecipient(name) && (looksLikeNumber(value) || isPlaceholder(value) || plainKey(name) == u"to");
    if (isTo) {
      named.push_back({Kind::Number, name, value, place});
    } else if (namesText(name)) {
      named.push_back({Kind::Text, name, value, place});
    } else if (namesTemplate(name)) {
      named.push_back({Kind::TemplateId, name, value, place});
    } else if (holdsSecret(name)) {
      named.push_back({Kind::Secret, name, value, place});
    } else if (looksLikeNumber(value) && !namesSender(name)) {
      numbers.push_back({Kind::Number, name, value, place});
    } else if (value.contains(u' ') && !namesSender(name)) {
      texts.push_back({Kind::Text, name, value, place});
    }
  });
  const auto has = [&](CurlFinding::Kind kind) {
    return std::any_of(named.begin(), named.end(), [kind](const CurlFinding& one) { return one.kind == kind; });
  };
  // What no name gives away is told by its looks.
  if (!has(CurlFinding::Kind::Number) && !numbers.empty()) named.push_back(numbers.front());
  if (!has(CurlFinding::Kind::Text) && !texts.empty()) {
    named.push_back(*std::max_element(texts.begin(), texts.end(), [](const CurlFinding& a, const CurlFinding& b) {
      return a.value.size() < b.value.size();
    }));
  }
  return named;
}

Result<CurlImport> importCurl(const CurlCommand& command, const std::vector<CurlFinding>& taken) {
  return CurlImporter(command, taken).make();
}

}  // namespace heliograph::providers
