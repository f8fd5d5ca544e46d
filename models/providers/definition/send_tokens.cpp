// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/definition/send_tokens.h"

#include <QHash>
#include <QSet>

#include "providers/definition/message_values.h"

namespace heliograph::providers {
namespace {

QStringList tokensOf(const std::vector<RequestField>& fields) {
  QStringList tokens;
  for (const RequestField& field : fields) {
    tokens += field.name.tokens() + field.value.tokens() + field.json.tokens() + field.xml.tokens();
    if (!field.when.isEmpty()) tokens += field.when;
  }
  return tokens;
}

/// What stands outside the messages' own elements: whoever agrees in it can share a request.
class SharedPart {
 public:
  explicit SharedPart(const ProviderDefinition& definition) : m_definition(definition) {
    const SendTokens tokens = tokensOfSend(definition);
    QSet<QString> shared;
    for (const QString& token : tokens.address + tokens.headers + tokens.body) shared.insert(token);
    shared.remove(QStringLiteral("BatchId"));
    if (!definition.batch.separator.isEmpty()) {
      for (const QString& token : numberTokens()) shared.remove(token);
    }
    m_variables = shared.contains(QStringLiteral("Variable")) || shared.contains(QStringLiteral("VariableNumber")) ||
                  shared.contains(QStringLiteral("TemplateVariables"));
    m_tokens = QStringList(shared.begin(), shared.end());
  }

  [[nodiscard]] QString of(const OutgoingMessage& message) const {
    const TokenValues values = messageValues(m_definition, message);
    QStringList parts;
    for (const QString& token : m_tokens) parts << values.value(token);
    if (m_variables) parts << message.templateVariables;
    add(message.extraHeaders, parts);
    add(message.extraGlobals, parts);
    if (m_definition.batch.at.isEmpty()) add(message.extraBody, parts);
    // Lengths keep two ways of cutting the same text apart.
    QString key;
    for (const QString& part : parts) key += QString::number(part.size()) + QLatin1Char(':') + part;
    return key;
  }

 private:
  static void add(const std::vector<NamedValue>& pairs, QStringList& parts) {
    parts << QString::number(pairs.size());
    for (const NamedValue& pair : pairs) parts << pair.name << pair.value;
  }

  const ProviderDefinition& m_definition;
  QStringList m_tokens;
  bool m_variables = false;
};

/// A group that is being filled.
struct OpenGroup {
  std::size_t index = 0;
  QSet<QString> numbers;
};

}  // namespace

SendTokens tokensOfSend(const ProviderDefinition& definition) {
  const RequestSpec& request = definition.send.request;
  SendTokens tokens;
  tokens.address = request.target.tokens() + tokensOf(request.query);
  tokens.headers = tokensOf(request.headers);
  const QString& at = definition.batch.at;
  tokens.element = request.json.tokensUnder(at, true) + request.xml.tokensUnder(at, true);
  tokens.body = tokensOf(request.form) + request.json.tokensUnder(at, false) + request.xml.tokensUnder(at, false);
  return tokens;
}

QStringList sendTokens(const ProviderDefinition& definition) {
  const SendTokens tokens = tokensOfSend(definition);
  return tokens.address + tokens.headers + tokens.element + tokens.body;
}

std::vector<std::vector<std::size_t>> groupsForSending(const ProviderDefinition& definition,
                                                       const std::vector<OutgoingMessage>& messages,
                                                       const std::vector<bool>& alone) {
  std::vector<std::vector<std::size_t>> groups;
  const auto most = static_cast<std::size_t>(definition.batch.most);
  const bool shares = definition.batch.isUsed() && most > 1;
  const SharedPart shared(definition);
  QHash<QString, std::vector<OpenGroup>> open;
  for (std::size_t i = 0; i < messages.size(); ++i) {
    if (!shares || (i < alone.size() && alone[i])) {
      groups.push_back({i});
      continue;
    }
    std::vector<OpenGroup>& candidates = open[shared.of(messages[i])];
    const auto fits = std::find_if(candidates.begin(), candidates.end(), [&](const OpenGroup& group) {
      return groups[group.index].size() < most && !group.numbers.contains(messages[i].to);
    });
    if (fits != candidates.end()) {
      groups[fits->index].push_back(i);
      fits->numbers.insert(messages[i].to);
    } else {
      candidates.push_back({groups.size(), {messages[i].to}});
      groups.push_back({i});
    }
  }
  return groups;
}

}  // namespace heliograph::providers
