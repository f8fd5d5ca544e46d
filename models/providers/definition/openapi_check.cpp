// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/definition/openapi_check.h"

#include <QJsonArray>
#include <QRegularExpression>

#include "providers/definition/openapi_document.h"

namespace heliograph::providers {
namespace {

/// The name, or nothing for one with tokens in it, which may be any.
QString literalName(const TextTemplate& name) {
  if (!name.tokens().isEmpty()) return {};
  return QString::fromUtf8(name.render({}, Place::Plain).value_or(QByteArray()));
}

/// One exchange beside its operation.
class ExchangeComparison {
 public:
  ExchangeComparison(const OpenApiDocument& document, const Exchange& exchange, QString place, QStringList& findings)
      : m_document(document), m_exchange(exchange), m_place(std::move(place)), m_findings(findings) {}

  void run() {
    const RequestSpec& request = m_exchange.request;
    const QString method = QString::fromLatin1(net::methodName(request.method));
    const QString path = plainPath();
    m_operation = m_document.operation(method.toLower(), path.section(u'?', 0, 0));
    if (m_operation.isEmpty()) {
      return say(QStringLiteral("/request/path"), QStringLiteral("the specification has no %1 %2").arg(method, path));
    }
    compareQuery(path.section(u'?', 1));
    // An OpenAPI schema says too little of XML to compare it.
    if (request.body == RequestSpec::Body::Form || request.body == RequestSpec::Body::Json) compareBody();
    compareAnswer();
  }

 private:
  void say(const QString& at, const QString& text) {
    const QString line = QStringLiteral("%1%2: %3.").arg(m_place, at, text);
    if (!m_findings.contains(line)) m_findings << line;
  }

  /// Tokens are one segment, whatever they are.
  [[nodiscard]] QString plainPath() const {
    QString path;
    for (const auto& piece : m_exchange.request.target.pieces())
      path += piece.isToken ? QStringLiteral("{}") : piece.text;
    return path;
  }

  void compareQuery(const QString& written) {
    QStringList names;
    for (const QString& pair : written.split(u'&', Qt::SkipEmptyParts)) names << pair.section(u'=', 0, 0);
    for (const RequestField& field : m_exchange.request.query) names << literalName(field.name);
    QStringList known;
    for (const auto& each : m_operation.value(u"parameters").toArray()) {
      const QJsonObject parameter = m_document.resolved(each.toObject());
      if (parameter.value(u"in").toString() != u"query") continue;
      const QString name = parameter.value(u"name").toString();
      known << name;
      if (parameter.value(u"required").toBool() && !names.contains(name)) {
        say(QStringLiteral("/request/query"), QStringLiteral("“%1” is missing").arg(name));
      }
    }
    for (const QString& name : names) {
      if (!name.isEmpty() && !known.contains(name)) {
        say(QStringLiteral("/request/query"), QStringLiteral("the specification doesn't know “%1”").arg(name));
      }
    }
  }

  void compareBody() {
    const bool form = m_exchange.request.body == RequestSpec::Body::Form;
    const QString type =
        form ? QStringLiteral("application/x-www-form-urlencoded") : QStringLiteral("application/json");
    const QJsonObject content =
        m_document.resolved(m_operation.value(u"requestBody").toObject()).value(u"content").toObject();
    if (!content.contains(type)) {
      const QString takes = content.isEmpty() ? QStringLiteral("no body") : content.keys().join(QStringLiteral(", "));
      return say(QStringLiteral("/request"),
                 QStringLiteral("the body is %1, the specification takes %2").arg(type, takes));
    }
    const QJsonObject schema = content.value(type).toObject().value(u"schema").toObject();
    if (!form) return compareNode(m_exchange.request.json.root(), schema, QStringLiteral("/request/json"));
    QStringList names;
    bool isOpen = false;
    for (const RequestField& field : m_exchange.request.form) {
      names << literalName(field.name);
      isOpen = isOpen || names.last().isEmpty();
    }
    compareNames(names, isOpen, m_document.shapeOf(schema), QStringLiteral("/request/form"));
  }

  void compareNames(const QStringList& names, bool isOpen, const OpenApiShape& shape, const QString& at) {
    for (const QString& name : names) {
      if (name.isEmpty() || shape.isOpen || shape.properties.contains(name)) continue;
      say(at, QStringLiteral("the specification doesn't know “%1”").arg(name));
    }
    for (const QString& name : shape.required) {
      if (!isOpen && !names.contains(name)) say(at, QStringLiteral("“%1” is missing").arg(name));
    }
  }

  void compareNode(const JsonTemplate::Node& node, const QJsonObject& schema, const QString& at) {
    using Kind = JsonTemplate::Node::Kind;
    const OpenApiShape shape = m_document.shapeOf(schema);
    if (node.kind == Kind::List) {
      for (const auto& [name, child] : node.children) {
        if (!shape.items.isEmpty()) compareNode(child, shape.items, at + QStringLiteral("/0"));
      }
    } else if (node.kind == Kind::Named) {
      if (shape.properties.isEmpty()) return;
      QStringList names;
      bool isOpen = false;
      for (const auto& [name, child] : node.children) {
        names << literalName(name);
        isOpen = isOpen || names.last().isEmpty();
        const QJsonObject member = shape.properties.value(names.last()).toObject();
        if (!member.isEmpty()) compareNode(child, member, at + u'/' + names.last());
      }
      compareNames(names, isOpen, shape, at);
    } else if (node.kind == Kind::Text && !shape.types.isEmpty() && !shape.types.contains(QStringLiteral("string"))) {
      compareType(node, shape.types, at);
    }
  }

  void compareType(const JsonTemplate::Node& node, const QStringList& types, const QString& at) {
    using NodeAs = JsonTemplate::Node::As;
    const bool number = types.contains(QStringLiteral("number")) || types.contains(QStringLiteral("integer"));
    const bool boolean = types.contains(QStringLiteral("boolean"));
    const bool list = types.contains(QStringLiteral("array")) &&
                      node.text.tokens() == QStringList{QStringLiteral("TemplateVariables")};
    const bool right = (number && node.as == NodeAs::Number) || (boolean && node.as == NodeAs::Boolean) || list;
    if (!right)
      say(at, QStringLiteral("the specification has %1 here, not a text").arg(types.join(QStringLiteral(" or "))));
  }

  void compareAnswer() {
    const QJsonObject responses = m_operation.value(u"responses").toObject();
    for (auto it = responses.begin(); it != responses.end(); ++it) {
      const bool good = it.key().startsWith(u'2');
      const QJsonObject content = m_document.resolved(it.value().toObject()).value(u"content").toObject();
      for (const auto& each : content) {
        const QJsonObject schema = each.toObject().value(u"schema").toObject();
        if (schema.isEmpty()) continue;
        m_schemas.push_back(schema);
        m_saysErrors = m_saysErrors || !good;
      }
    }
    if (m_exchange.answer.format != AnswerFormat::Json) return;
    compareStatuses(responses);
    if (m_schemas.empty()) return;
    const AnswerSpec& answer = m_exchange.answer;
    compareSelector(answer.list, {}, QStringLiteral("/answer/list"));
    const std::pair<QString, const Selector*> inEach[] = {{QStringLiteral("id"), &answer.id},
                                                          {QStringLiteral("to"), &answer.echoTo},
                                                          {QStringLiteral("client_id"), &answer.echoClientId},
                                                          {QStringLiteral("text"), &answer.text},
                                                          {QStringLiteral("time"), &answer.time}};
    for (const auto& [name, selector] : inEach) {
      compareSelector(*selector, answer.list, QStringLiteral("/answer/select/") + name);
    }
    compareSelector(answer.balance, {}, QStringLiteral("/answer/select/balance"));
    if (!m_saysErrors) return;
    compareSelector(answer.code, {}, QStringLiteral("/answer/select/code"));
    compareSelector(answer.words, {}, QStringLiteral("/answer/select/words"));
  }

  /// Of a rule that accepts, one of its statuses has to be a documented one.
  void compareStatuses(const QJsonObject& responses) {
    for (const AnswerRule& rule : m_exchange.answer.rules) {
      if (rule.then.outcome != RuleOutcome::Accepted || !rule.table.isEmpty() || rule.statuses.empty()) continue;
      bool documented = responses.contains(u"default") || responses.isEmpty();
      for (const QString& status : responses.keys()) {
        const int number = QString(status).replace(u'X', u'0').toInt();
        const int last = status.endsWith(QStringLiteral("XX")) ? number + 99 : number;
        for (const StatusRange& range : rule.statuses) {
          documented = documented || (number <= range.last && last >= range.first);
        }
      }
      if (documented) continue;
      say(QStringLiteral("/answer/rules"), QStringLiteral("status %1 isn't an answer of the specification's (%2)")
                                               .arg(rule.statuses.front().first)
                                               .arg(responses.keys().join(QStringLiteral(", "))));
    }
  }

  /// The steps of a selector; an empty one for an index.
  static QStringList stepsOf(const Selector& selector) {
    static const QRegularExpression steps(QStringLiteral("\\[(?:\"([^\"]*)\"|[^\\]]*)\\]|([^.\\[\\]]+)"));
    QStringList names;
    for (auto it = steps.globalMatch(selector.source()); it.hasNext();) {
      const auto match = it.next();
      names << match.captured(1) + match.captured(2);
    }
    return names;
  }

  /// `list`: what the selector starts at the elements of; not set: at the answer.
  void compareSelector(const Selector& selector, const Selector& list, const QString& at) {
    const QString source = selector.source();
    if (source.isEmpty() || source == u"$" || source.startsWith(QStringLiteral("header:"))) return;
    QStringList names = stepsOf(selector);
    if (list.isSet()) names = stepsOf(list) + QStringList{QString()} + names;
    for (const QJsonObject& schema : m_schemas) {
      if (leads(names, schema)) return;
    }
    say(at, QStringLiteral("no answer of the specification's has “%1”").arg(source));
  }

  [[nodiscard]] bool leads(const QStringList& names, QJsonObject schema) const {
    for (const QString& name : names) {
      OpenApiShape shape = m_document.shapeOf(schema);
      if (name.isEmpty()) {
        if (!shape.items.isEmpty()) schema = shape.items;
        continue;
      }
      if (shape.properties.isEmpty() && !shape.items.isEmpty()) return false;
      if (!shape.properties.contains(name))
        return shape.isOpen || (shape.properties.isEmpty() && shape.types.isEmpty());
      schema = shape.properties.value(name).toObject();
    }
    return true;
  }

  const OpenApiDocument& m_document;
  const Exchange& m_exchange;
  QString m_place;
  QStringList& m_findings;
  QJsonObject m_operation;
  std::vector<QJsonObject> m_schemas;
  bool m_saysErrors = false;
};

}  // namespace

Result<QStringList> compareWithOpenApi(const ProviderDefinition& definition, const QByteArray& specification) {
  const auto document = OpenApiDocument::parse(specification);
  if (!document) return fail(document.error());
  QStringList findings;
  if (definition.madeFromSettings) return findings;
  ExchangeComparison(*document, definition.send, QStringLiteral("send"), findings).run();
  const std::pair<QString, const std::optional<Exchange>*> others[] = {
      {QStringLiteral("account_check"), &definition.accountCheck},
      {QStringLiteral("sender_check"), &definition.senderCheck},
      {QStringLiteral("look_up_by_id"), &definition.lookUpById},
      {QStringLiteral("look_up_by_client_id"), &definition.lookUpByClientId},
      {QStringLiteral("look_up_by_recipient"), &definition.lookUpByRecipient},
      {QStringLiteral("cancel"), &definition.cancel}};
  for (const auto& [name, exchange] : others) {
    if (*exchange) ExchangeComparison(*document, **exchange, name, findings).run();
  }
  return findings;
}

}  // namespace heliograph::providers
