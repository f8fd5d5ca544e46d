// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/linked_content.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QVariant>

#include "library/json_path.h"

namespace heliograph::library {
namespace {

using liquid::Value;
using liquid::ValueStore;
using Entries = std::vector<std::pair<std::string, Value>>;

Value treeOf(const QJsonValue& json, ValueStore& store) {
  switch (json.type()) {
    case QJsonValue::Bool:
      return Value::boolean(json.toBool());
    case QJsonValue::Double: {
      const QVariant number = json.toVariant();
      return number.typeId() == QMetaType::LongLong ? Value::integer(number.toLongLong())
                                                    : Value::number(number.toDouble());
    }
    case QJsonValue::String:
      return store.string(json.toString().toStdString());
    case QJsonValue::Array: {
      std::vector<Value> items;
      for (const QJsonValue& item : json.toArray()) items.push_back(treeOf(item, store));
      return store.array(std::move(items));
    }
    case QJsonValue::Object: {
      Entries entries;
      const QJsonObject object = json.toObject();
      for (auto one = object.begin(); one != object.end(); ++one) {
        entries.emplace_back(one.key().toStdString(), treeOf(one.value(), store));
      }
      return store.hash(std::move(entries));
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined:
      break;
  }
  return Value::nil();
}

QJsonValue parsedAnswer(QByteArray body) {
  if (body.startsWith("\xEF\xBB\xBF")) body.remove(0, 3);
  const QJsonDocument document = QJsonDocument::fromJson(body);
  if (document.isObject()) return document.object();
  if (document.isArray()) return document.array();
  return QJsonValue::Undefined;
}

Value headersTree(const net::HttpHeaders& headers, ValueStore& store) {
  Entries entries;
  for (const auto& [name, value] : headers) {
    entries.emplace_back(name.toLower().toStdString(), store.string(value.toStdString()));
  }
  return store.hash(std::move(entries));
}

/// A label's name for a name of the answer: "unit price" becomes unit_price.
QString labelNameFor(const QString& name) {
  QString label;
  for (const QChar c : name) {
    const bool fits = c.unicode() < 128 && (c.isLetterOrNumber() || c == QLatin1Char('_'));
    label += fits ? c : QLatin1Char('_');
  }
  if (label.isEmpty() || label[0].isDigit() || systemLabels().contains(label)) label.prepend(QLatin1Char('_'));
  return label.left(60);
}

}  // namespace

std::shared_ptr<const LinkedContent> LinkedContent::make(const LinkedSource& source, const LinkedAnswer& answer) {
  const QJsonValue json = parsedAnswer(answer.body);
  if (json.isUndefined()) return nullptr;
  std::shared_ptr<LinkedContent> content(new LinkedContent);
  ValueStore& store = content->m_store;
  Entries entries;
  for (const LinkedLabel& label : source.labels) {
    const auto path = JsonPath::parse(label.path);
    entries.emplace_back(label.name.toStdString(), path ? treeOf(path->in(json), store) : Value::nil());
  }
  for (const LinkedConstant& constant : source.constants) {
    if (!constant.isSecret)
      entries.emplace_back(constant.name.toStdString(), store.string(constant.value.toStdString()));
  }
  entries.emplace_back("raw", store.string(answer.body.toStdString()));
  entries.emplace_back("JSON", treeOf(json, store));
  entries.emplace_back("http_status_code", Value::integer(answer.status));
  entries.emplace_back("headers", headersTree(answer.headers, store));
  content->m_value = store.hash(std::move(entries));
  return content;
}

LinkedRoot::LinkedRoot(Contents contents) : m_contents(std::move(contents)) {
  // First all names: the entries look at them.
  for (const auto& [name, content] : m_contents) m_names.push_back(name.toStdString());
  for (std::size_t i = 0; i < m_contents.size(); ++i) m_entries.push_back({m_names[i], m_contents[i].second->value()});
  m_value = Value::hash(m_entries.data(), static_cast<std::uint32_t>(m_entries.size()));
}

std::vector<LinkedLabel> labelsOfAnswer(const QByteArray& body) {
  const QJsonValue json = parsedAnswer(body);
  if (json.isArray()) return {{QStringLiteral("items"), QStringLiteral("$")}};
  std::vector<LinkedLabel> labels;
  QStringList taken;
  for (const QString& name : json.toObject().keys()) {
    QString label = labelNameFor(name);
    for (int n = 2; taken.contains(label); ++n) label = labelNameFor(name) + QString::number(n);
    taken << label;
    labels.push_back({label, JsonPath::ofName(name)});
  }
  return labels;
}

}  // namespace heliograph::library
